const ignoreBOM = true
const decoder = new TextDecoder('utf-8', { ignoreBOM })
const encoder = new TextEncoder()

/** As much of Node's `Buffer` as reading a table in bytes takes, for a worker in a browser. */
export class Buffer extends Uint8Array {
  static alloc(size: number): Buffer {
    return new Buffer(size)
  }

  static allocUnsafe(size: number): Buffer {
    return new Buffer(size)
  }

  static override from(text: string): Buffer
  static override from(source: never): never
  static override from(text: string): Buffer {
    const bytes = encoder.encode(text)
    return new Buffer(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  static byteLength(text: string): number {
    return encoder.encode(text).length
  }

  static concat(parts: readonly Uint8Array[]): Buffer {
    const whole = new Buffer(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }

  /** @param encoding - `latin1`: a letter a byte */
  override toString(encoding: 'utf8' | 'latin1' = 'utf8', from = 0, to = this.length): string {
    const part = this.subarray(from, to)
    if (encoding === 'utf8') return decoder.decode(part)
    let text = ''
    for (const byte of part) text += String.fromCharCode(byte)
    return text
  }
}
