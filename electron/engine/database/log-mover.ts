import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ConnectOptions, Sqlite } from './connect.ts'

/** Pages, as SQLite comes. Not read from the connection: the thread of the copy before may still be at its end. */
const usualLog = 1000
/** 32 MB. Beyond it the copy waits until all are moved, so that the log begins anew. */
const longLog = 8192
/** Should the thread not keep up, SQLite moves them as it always does: while everybody waits. */
const tooLongLog = 4 * longLog

/**
 * Moves pages from the log into the database file in a thread of its own while much is written: SQLite does it in the commit that happens to fill the log, and a
 * clerk's act would wait for it. Nothing hangs on the thread: where there is none, SQLite does as it always does.
 */
export class LogMover {
  readonly #thread: Worker
  readonly #ended: Promise<void>
  #answered: (pages: number) => void = () => {}
  #moving: Promise<void> = Promise.resolve()
  #pages = 0

  constructor(writer: Sqlite, options: ConnectOptions, onTrouble: (cause: unknown) => void) {
    writer.pragma(`wal_autocheckpoint = ${tooLongLog}`)
    // It lies beside this file, as source and as built.
    const file = new URL(`./checkpoint-worker${extname(import.meta.url)}`, import.meta.url)
    this.#thread = new Worker(file, { workerData: options })
    this.#thread.on('message', (pages: number) => this.#answered(pages))
    this.#thread.on('error', onTrouble)
    this.#ended = new Promise((resolve) => {
      this.#thread.once('exit', () => {
        if (writer.open) writer.pragma(`wal_autocheckpoint = ${usualLog}`)
        this.#answered(0)
        resolve()
      })
    })
  }

  /** Begins to move what is in the log; waits until what was there the last time is moved, and where the log has become long, until all is. */
  async move(): Promise<void> {
    await this.#moving
    this.#moving = Promise.race([this.#ended, this.#asked()])
    if (this.#pages < longLog) return
    await this.#moving
    this.#pages = 0
  }

  #asked(): Promise<void> {
    this.#thread.postMessage('move')
    return new Promise((resolve) => {
      this.#answered = (pages) => {
        this.#pages = pages
        resolve()
      }
    })
  }

  /** Moves the rest; the copy does not have to wait for it, but whoever closes the database. */
  end(): Promise<void> {
    this.#thread.postMessage('end')
    return this.#ended
  }
}
