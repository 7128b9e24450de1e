import { fromTcvn3 } from '../../src/intake/tcvn3.js'

const tones = '\u0300\u0301\u0303\u0309\u0323'
const codes = Array.from({ length: 128 }, (_, at) => at + 128)
const windows1258 = new Map(codes.map((code) => [new TextDecoder('windows-1258').decode(Uint8Array.of(code)), code]))
const tcvn3 = new Map(codes.map((code) => [fromTcvn3(String.fromCharCode(code)), code]))

/** As an old Windows writes Vietnamese: a tone is a letter of its own, after its vowel. */
export function toWindows1258(text: string): Uint8Array {
  return Uint8Array.from(
    [...text.normalize('NFC')].flatMap((letter) => {
      if (letter < '\x80') return [letter.charCodeAt(0)]
      const whole = windows1258.get(letter)
      if (whole !== undefined) return [whole]
      const parts = [...letter.normalize('NFD')]
      const rest = parts.filter((part) => !tones.includes(part))
      return [...toWindows1258(rest.join('')), ...parts.filter((p) => tones.includes(p)).map((p) => windows1258.get(p) as number)]
    }),
  )
}

/** As typed in a font such as .VnTime. Capitals with tones do not exist there and come out small. */
export function toTcvn3(text: string): Uint8Array {
  const codeOf = (letter: string): number => (letter < '\x80' ? letter.charCodeAt(0) : (tcvn3.get(letter) as number))
  return Uint8Array.from(
    [...text.normalize('NFC')].map((letter) => codeOf(letter < '\x80' || tcvn3.has(letter) ? letter : letter.toLowerCase())),
  )
}

export function toUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
