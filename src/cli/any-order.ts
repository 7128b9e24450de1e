import { isCdhtError } from '../index.js'
import type { Io } from './io.js'

/**
 * Files that are sorted by id are joined while they are read, and nothing is kept of them. That they are sorted shows only at their
 * end; a command that meets a row out of order has written nothing yet, and begins again without counting on any order.
 */
export async function inOrderOrAny<T>(command: (io: Io) => Promise<T>, io: Io): Promise<T> {
  try {
    return await command(io)
  } catch (error) {
    if (!isCdhtError(error) || error.issues[0].code !== 'not_sorted') throw error
    return await command(Object.create(io, { inAnyOrder: { value: true } }) as Io)
  }
}
