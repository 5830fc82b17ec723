import { closeSync, constants, existsSync, openSync, readFileSync, writeSync } from 'node:fs'

const digits = 20

/**
 * Beside the database stands the number of the last act that was acknowledged, written after its commit. A log that lost its end opens without complaint and says nothing of it; this
 * does. Not waited for: after a power cut it may be behind, and then it tells less, never something untrue.
 */
export class LastNumber {
  readonly #file: string
  #handle: number | null = null

  constructor(database: string) {
    this.#file = `${database}.last`
  }

  /** Null where none was written, or what is there is none. */
  read(): number | null {
    if (!existsSync(this.#file)) return null
    const text = readFileSync(this.#file, 'utf8')
    return /^\d{20}\n$/.test(text) ? Number(text) : null
  }

  /** Where it cannot be written the act stands all the same. */
  write(position: number): void {
    try {
      this.#handle ??= openSync(this.#file, constants.O_CREAT | constants.O_WRONLY, 0o600)
      writeSync(this.#handle, `${String(position).padStart(digits, '0')}\n`, 0)
    } catch {
      // A full disk, or a folder that is gone: the next act tries again.
    }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
  }
}
