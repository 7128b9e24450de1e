/** One form of writing: composed letters (NFC), no space at the ends, one space wherever there was any white space. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** For comparing words whatever their capitals, spaces and way of composing letters. */
export function foldCase(text: string): string {
  return tidy(text).toLowerCase()
}

/**
 * For comparing words typed without Vietnamese marks: `Đơn vị` and `don vi` become the same.
 * `đ` is a letter of its own and not `d` with a mark, so it is mapped by hand.
 */
export function foldMarks(text: string): string {
  return foldCase(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
}
