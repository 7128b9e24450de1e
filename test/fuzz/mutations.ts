import fc from 'fast-check'

/** Stands where a person's value would; nothing that is said of a fault may repeat it. */
export const secret = 'Bí Mật 079001234567'
/** What must not be found in anything that is said. */
export const secrets = ['Bí Mật', '079001234567']

/** Pieces of text at which readers of files may stumble. */
const pieces = [
  secret,
  `"${secret}`,
  `${secret}"`,
  ...[
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ';',
    ',',
    '|',
    '\0',
    '\uFEFF',
    '\u200B',
    '\u0301',
    '\uD800',
    '😀',
    ' ',
    '-',
    '=1+1',
    '@',
    "'",
  ],
  ...['1e999', '-0', '0x10', 'NaN', '1.234', '1,5', '99999999999999999999', '%', '#N/A', '17/05/1970', '2025-02-30', '45000'],
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    'true',
    '{"__proto__":1}',
    '\\u0000',
    '\\',
    '<',
    '>',
    '&',
    '&#0;',
    '&x;',
    '<![CDATA[',
    '<!DOCTYPE x>',
    '<!--',
  ],
]

interface Edit {
  /** Where, as a part of the length. */
  at: number
  cut: number
  put: string
  /** The same piece again and again. */
  times: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
  put: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces, '') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  ),
  times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(2000) }),
})

/** A text with some of it cut, and pieces put in. */
export function mutatedText(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.array(edit, { maxLength: 4 })).map(([start, edits]) =>
    edits.reduce((all, { at, cut, put, times }) => {
      const from = Math.floor(at * all.length)
      return all.slice(0, from) + put.repeat(times) + all.slice(from + cut)
    }, start),
  )
}

/** Bytes with some of them replaced, cut or doubled, and the end perhaps missing. */
export function mutatedBytes(bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat(255),
    cut: fc.nat(4),
    twice: fc.boolean(),
  })
  return fc
    .tuple(
      bytes,
      fc.array(change, { maxLength: 6 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
    )
    .map(([start, changes, kept]) => {
      let all = Buffer.from(start)
      for (const { at, byte, cut, twice } of changes) {
        const from = Math.min(all.length - 1, Math.floor(at * all.length))
        if (all.length === 0) break
        if (twice) all = Buffer.concat([all.subarray(0, from), all.subarray(Math.max(0, from - cut))])
        else if (cut > 0) all = Buffer.concat([all.subarray(0, from), Buffer.from([byte]), all.subarray(from + cut)])
        else all[from] = byte
      }
      return all.subarray(0, Math.floor(kept * all.length))
    })
}

/** The bytes in pieces of uneven length, as a stream gives them. */
export function* inPieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = Math.max(1, lengths[i % Math.max(1, lengths.length)] ?? bytes.length)
    yield bytes.subarray(at, at + length)
    at += length
  }
}

/** Any JSON, names that objects have of themselves among its keys. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, '', secret, 'farmer', '2025-12-31', 'reading', 'booksRead'),
    fc.string({ maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom('fact', 'all', 'any', 'not', 'value', 'id', 'vi', '__proto__', 'constructor', 'toString'),
        fc.string({ maxLength: 4 }),
      ),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value
