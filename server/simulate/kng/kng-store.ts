import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyState, type KngState } from './kept-application.ts'

/** Where the simulated KNG keeps what it knows: in memory, and in a folder where it is to outlive its process. */
export class KngStore {
  readonly state: KngState
  readonly #folder: string | null
  readonly #files = new Map<string, Buffer>()

  constructor(folder: string | null) {
    this.#folder = folder
    if (folder) mkdirSync(join(folder, 'files'), { recursive: true })
    const file = folder && join(folder, 'state.json')
    this.state = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : emptyState()
  }

  /** The old content or the new one, whenever it is killed. */
  save(): void {
    if (!this.#folder) return
    const file = join(this.#folder, 'state.json')
    writeFileSync(`${file}.new`, JSON.stringify(this.state))
    renameSync(`${file}.new`, file)
  }

  putFile(sha256: string, bytes: Buffer): void {
    if (this.#folder) writeFileSync(this.#path(sha256), bytes)
    else this.#files.set(sha256, bytes)
  }

  file(sha256: string): Buffer | null {
    if (!this.#folder) return this.#files.get(sha256) ?? null
    return existsSync(this.#path(sha256)) ? readFileSync(this.#path(sha256)) : null
  }

  #path = (sha256: string) => join(this.#folder ?? '', 'files', `${sha256}.pdf`)
}
