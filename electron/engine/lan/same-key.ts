import { randomUUID } from 'node:crypto'
import type { TLSSocket } from 'node:tls'

const withinMs = 5_000
const longestLine = 64

/**
 * Where the other end of a line has proved to hold this device's own key, it is this program's own door, or another computer with a copy of this disk. The caller says a word that it
 * made up; only a program that does not know the word is another one.
 */
export class SameKey {
  readonly #words = new Set<string>()

  /** At the end that called. True where the other end is a copy, and says so. */
  async ask(socket: TLSSocket): Promise<boolean> {
    const word = randomUUID()
    this.#words.add(word)
    socket.write(`${word}\n`)
    const said = await firstLine(socket)
    socket.destroy()
    this.#words.delete(word)
    return said === 'copy'
  }

  /** At the end that was called. True where the caller is a copy. */
  async answer(socket: TLSSocket): Promise<boolean> {
    const word = await firstLine(socket)
    const isCopy = word !== null && !this.#words.has(word)
    socket.end(isCopy ? 'copy\n' : 'self\n')
    return isCopy
  }
}

/** Null where none came in time, or too long a one. */
function firstLine(socket: TLSSocket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = ''
    const end = (line: string | null) => {
      clearTimeout(timer)
      socket.off('data', take)
      resolve(line)
    }
    const take = (chunk: Buffer) => {
      text += chunk.toString('utf8')
      const at = text.indexOf('\n')
      if (at >= 0) end(text.slice(0, at))
      else if (text.length > longestLine) end(null)
    }
    const timer = setTimeout(() => end(null), withinMs)
    socket.on('data', take)
    socket.once('close', () => end(null))
  })
}
