/**
 * Letters of TCVN3, the 8-bit code of the “ABC” fonts (.VnTime and its kin; TCVN 5712:1993, set 3), by their first code.
 * Runs of neighbouring codes stand together; ASCII is as everywhere.
 */
const runs: readonly (readonly [firstCode: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

const letters = new Map(
  runs.flatMap(([first, run]) => [...run].map((letter, at) => [String.fromCharCode(first + at), letter] as const)),
)

/**
 * Text of TCVN3 as Unicode. TCVN3 has no capitals with tones: fonts whose name ends in H draw small letters as capitals, so
 * such text comes out in small letters, and where a program has turned it into capitals itself, tones are lost for good.
 *
 * @param text - the codes read one by one as Latin letters, as programs show them without the font: `NguyÔn V¨n`
 * @returns `Nguyễn Văn`; signs that are no letter of TCVN3 stay
 */
export function fromTcvn3(text: string): string {
  return text.replace(/[¡-þ]/g, (sign) => letters.get(sign) ?? sign)
}
