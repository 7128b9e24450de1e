/** Signs without a shape, which come along when text is copied from pages and programs: nobody wrote them. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

export const withoutUnseen = (text: string): string => text.replace(unseen, '')

/** Whether a text holds nothing but white space and signs without a shape. */
export const isBlank = (text: string): boolean => !/[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f]/.test(text)

/**
 * One form of writing: composed letters (NFC), no space at the ends, one space wherever there was any white space, no signs
 * without a shape.
 */
export function tidy(text: string): string {
  return withoutUnseen(text).normalize('NFC').replace(/\s+/gu, ' ').trim()
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
