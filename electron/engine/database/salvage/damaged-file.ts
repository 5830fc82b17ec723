import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { readLog } from './log-frames.ts'
import { openPage } from './page-cipher.ts'

const usualPageSize = 4096
const isPageSize = (size: number) => size >= 512 && size <= 32_768 && (size & (size - 1)) === 0

/** A database file that SQLite may refuse, and its log, read page by page. */
export class DamagedFile {
  readonly pageSize: number
  /** Of the last page that the file or its log holds. */
  readonly pageCount: number
  /** Some pages may be of an earlier moment than others, though each of them opens. */
  readonly mixed: boolean
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
    this.pageSize = log?.pageSize ?? this.#likelyPageSize()
    this.#logged = log?.pages ?? new Map()
    this.mixed = log?.mixed ?? false
    this.pageCount = this.#lastLogged(Math.ceil(this.#length / this.pageSize))
  }

  /** Opened content of a page (without its reserved end); null where nothing of it can be opened. */
  page(number: number): Uint8Array | null {
    const kept = this.#kept.get(number)
    if (kept !== undefined) return kept
    const opened = this.#open(number)
    // What is read twice is near: children and overflow of the page before.
    if (this.#kept.size > 2000) this.#kept.clear()
    this.#kept.set(number, opened)
    return opened
  }

  close(): void {
    closeSync(this.#handle)
  }

  /** What the head says is believed where a page opens by it: the head is not sealed. */
  #likelyPageSize(): number {
    const [high = 0, low = 0] = this.#bytes(16, 2) ?? []
    const told = high * 256 + low
    if (told === usualPageSize || !isPageSize(told)) return usualPageSize
    for (let number = 1; number * told <= this.#length; number++) {
      const sealed = this.#bytes((number - 1) * told, told)
      if (sealed && openPage(this.#key, sealed, number)) return told
    }
    return usualPageSize
  }

  /** The numbers of a log are not sealed either: one behind the end of the file counts where its page opens by it. */
  #lastLogged(inFile: number): number {
    const behind = [...this.#logged.keys()].filter((number) => number > inFile).sort((a, b) => b - a)
    const opens = (number: number) =>
      (this.#logged.get(number) ?? []).some((sealed) => openPage(this.#key, sealed, number) !== null)
    return behind.find(opens) ?? inFile
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
