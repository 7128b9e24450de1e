const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
/** What the sign after a vowel adds: a tone, alone or on a circumflex or a breve. */
const signs = new Map<string, string>([
  ...pairs('øùûõï', ''),
  ['â', '\u0302'],
  ...pairs('àáåãä', '\u0302'),
  ['ê', '\u0306'],
  ...pairs('èéúüë', '\u0306'),
])
const singles = new Map([...'ôöñæóòî'].map((sign, at) => [sign, [...'ơưđỉĩịỵ'][at] ?? sign]))

function pairs(of: string, shape: string): [string, string][] {
  return [...of].map((sign, at) => [sign, `${shape}${tones[at] ?? ''}`])
}

/**
 * Text of the VNI fonts as Unicode, in small letters: good enough to tell what a text is, and used for nothing else.
 *
 * @param text - as programs show it without the font: `Nguyeãn Vaên`
 */
export function fromVni(text: string): string {
  return text
    .toLowerCase()
    .replace(/([aeiouyôö])([øùûõïâàáåãäêèéúüë])/g, (_, vowel: string, sign: string) => {
      return `${singles.get(vowel) ?? vowel}${signs.get(sign) ?? ''}`
    })
    .replace(/[ôöñæóòî]/g, (sign) => singles.get(sign) ?? sign)
    .normalize('NFC')
}
