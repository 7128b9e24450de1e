import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: string | Uint8Array
  /** `content` is packed already, of so many bytes. */
  unpacked?: { size: number; crc: number }
  /** What the archive claims instead of the truth. */
  lie?: { size?: number; crc?: number }
}

/** A ZIP archive, its parts packed. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, unpacked, lie } of parts) {
    const bytes = Buffer.from(content)
    const packed = unpacked ? bytes : deflateRawSync(bytes, { level: 9 })
    const { size, crc } = unpacked ?? { size: bytes.length, crc: crc32(bytes) }
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(lie?.crc ?? crc, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(lie?.size ?? size, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, where, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
