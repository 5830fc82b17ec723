import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { UpdateReady } from '#shared/contract/shell/update.ts'
import { releaseVersion } from '#shared/contract/update/manifest.ts'
import { writeDurably } from './write-durably.ts'

/**
 * How a file becomes the installed program on this system. `handed-over`: it happens after this program has ended, and opens the new one itself where that is
 * wished. Never rejects.
 */
export type InstallFile = (file: string, openAgain: boolean) => Promise<'installed' | 'failed' | 'handed-over'>

interface StagedUpdateOptions {
  readonly dataDir: string
  /** Of the running program. */
  readonly version: string
  /** Null: others install this program. */
  readonly install: InstallFile | null
  /** Opens the program again once it has ended. */
  readonly relaunch: () => void
}

const tried = z.object({ version: releaseVersion })

/** The version that lies ready, and what becomes of it when the program ends. */
export class StagedUpdate {
  readonly #options: StagedUpdateOptions
  #file: UpdateReady['file'] = null
  #openAgain = false
  #notNow = false

  constructor(options: StagedUpdateOptions) {
    this.#options = options
  }

  get installsHere(): boolean {
    return this.#options.install !== null
  }

  is(file: UpdateReady['file']): void {
    this.#file = file
  }

  /** Somebody wants the program back after it has ended. */
  openAgain(): void {
    this.#openAgain = true
  }

  /** The computer is going down: what is begun now would be cut off in the middle. */
  notNow(): void {
    this.#notNow = true
  }

  /** The version that was tried and does not run: told once more each time until another one runs. */
  failedVersion(): string | null {
    const version = this.#tried()
    if (version !== this.#options.version) return version
    rmSync(this.#note, { force: true })
    return null
  }

  /** After the engine has ended: installs what lies ready, where it is still the file that was signed. Never rejects. */
  async installAtEnd(): Promise<void> {
    const { install, relaunch } = this.#options
    const outcome = install && this.#file && !this.#notNow ? await this.#install(install, this.#file) : 'nothing'
    if (this.#openAgain && outcome !== 'handed-over') relaunch()
  }

  async #install(install: InstallFile, file: NonNullable<UpdateReady['file']>) {
    const path = join(this.#options.dataDir, 'updates', file.name)
    try {
      if ((await sha512Of(path)) !== file.sha512) throw new Error('the file is not what was signed')
      writeDurably(this.#note, JSON.stringify({ version: file.version }))
      return await install(path, this.#openAgain)
    } catch (cause) {
      console.error('[shell] the update was not installed', cause)
      return 'failed'
    }
  }

  get #note(): string {
    return join(this.#options.dataDir, 'update-tried.json')
  }

  #tried(): string | null {
    try {
      return existsSync(this.#note) ? tried.parse(JSON.parse(readFileSync(this.#note, 'utf8'))).version : null
    } catch {
      return null
    }
  }
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
