/** Bytes of rows that are gathered before they go to the target. */
const usualSize = 1 << 18
const lengthOf = (text: string): number => 3 * text.length

/** Gathers bytes; what was taken out of it and given back is used again. */
export class ByteBatch {
  #bytes = Buffer.allocUnsafeSlow(usualSize)
  #end = 0
  readonly #spare: Buffer<ArrayBuffer>[] = []

  get size(): number {
    return this.#end
  }

  /** @param end - without */
  put(bytes: Uint8Array, from = 0, end = bytes.length): void {
    const at = this.#end
    if (at + end - from > this.#bytes.length) this.#grow(end - from)
    const into = this.#bytes
    // Of so few bytes a loop is quicker than a call.
    if (end - from > 64) into.set(bytes.subarray(from, end), at)
    else for (let i = from, to = at; i < end; i++, to++) into[to] = bytes[i] as number
    this.#end = at + end - from
  }

  text(text: string): void {
    if (this.#end + lengthOf(text) > this.#bytes.length) this.#grow(lengthOf(text))
    this.#end += this.#bytes.write(text, this.#end, 'utf8')
  }

  /** Forgets what was put in when there was more than so much. */
  cut(size: number): void {
    this.#end = size
  }

  /** All bytes so far; the batch is empty then. */
  take(): Buffer<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#end)
    this.#bytes = this.#spare.pop() ?? Buffer.allocUnsafeSlow(usualSize)
    this.#end = 0
    return taken
  }

  /** To be called when nobody needs what was taken any more. */
  giveBack(taken: Buffer<ArrayBuffer>): void {
    if (taken.buffer.byteLength === usualSize) this.#spare.push(Buffer.from(taken.buffer))
  }

  #grow(more: number): void {
    const grown = Buffer.allocUnsafeSlow(2 * (this.#end + more))
    grown.set(this.#bytes.subarray(0, this.#end))
    this.#bytes = grown
  }
}
