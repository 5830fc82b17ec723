import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { readLog } from './log-frames.ts'
import { openPage } from './page-cipher.ts'

const usualPageSize = 4096
const isPageSize = (size: number) => size >= 512 && size <= 32_768 && (size & (size - 1)) === 0

/** A database file that SQLite may refuse, and its log, read page by page. */
export class DamagedFile {
  readonly pageSize: number
  /** As many as the file or its log ever held. */
  readonly pageCount: number
  /** Numbers of pages that were asked for and do not open. */
  readonly unreadable = new Set<number>()
  readonly #key: Uint8Array
  readonly #handle: number
  readonly #length: number
  /** What the log holds of a page, the newest last. */
  readonly #logged: ReadonlyMap<number, readonly Uint8Array[]>
  readonly #kept = new Map<number, Uint8Array | null>()

  constructor(file: string, key: Uint8Array) {
    this.#key = key
    this.#handle = openSync(file, 'r')
    this.#length = fstatSync(this.#handle).size
    const log = existsSync(`${file}-wal`) ? readLog(`${file}-wal`) : null
    const told = this.#bytes(16, 2)
    const size = told ? (told[0] ?? 0) * 256 + (told[1] ?? 0) : 0
    this.pageSize = log?.pageSize ?? (isPageSize(size) ? size : usualPageSize)
    this.#logged = log?.pages ?? new Map()
    this.pageCount = Math.max(Math.ceil(this.#length / this.pageSize), ...this.#logged.keys())
  }

  /** Opened content of a page (without its reserved end); null where nothing of it can be opened. */
  page(number: number): Uint8Array | null {
    const kept = this.#kept.get(number)
    if (kept !== undefined) return kept
    const opened = this.#open(number)
    if (opened === null) this.unreadable.add(number)
    // What is read twice is near: children and overflow of the page before.
    if (this.#kept.size > 2000) this.#kept.clear()
    this.#kept.set(number, opened)
    return opened
  }

  close(): void {
    closeSync(this.#handle)
  }

  #open(number: number): Uint8Array | null {
    for (const sealed of [...(this.#logged.get(number) ?? [])].reverse()) {
      const opened = openPage(this.#key, sealed, number)
      if (opened) return opened
    }
    const sealed = number < 1 ? null : this.#bytes((number - 1) * this.pageSize, this.pageSize)
    return sealed && openPage(this.#key, sealed, number)
  }

  /** Null past the end of the file, or where the disk does not give them. */
  #bytes(from: number, length: number): Uint8Array | null {
    if (from + length > this.#length) return null
    const bytes = new Uint8Array(length)
    try {
      return readSync(this.#handle, bytes, 0, length, from) === length ? bytes : null
    } catch {
      return null
    }
  }
}
