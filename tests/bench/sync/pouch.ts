import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../fixtures/root.ts'

/** A document as PouchDB keeps it. */
export type PouchDoc = Readonly<Record<string, unknown>> & { readonly _id: string }

const installed = join(root, 'out', 'pouch')

/** PouchDB and its server as processes of their own, installed into `out` when first asked for: nothing of the product needs them. */
export class Pouch {
  readonly #folder: string
  readonly #peer: ChildProcess
  readonly #url: string

  private constructor(folder: string, peer: ChildProcess, url: string) {
    this.#folder = folder
    this.#peer = peer
    this.#url = url
  }

  /** A peer that has these documents, its files in the folder. */
  static async start(folder: string, docs: readonly PouchDoc[]): Promise<Pouch> {
    install()
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'rows.json')
    writeFileSync(file, JSON.stringify(docs))
    const args = [join(installed, 'peer.mjs'), join(folder, 'peer'), file]
    const peer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const url = await new Promise<string>((resolve, reject) => {
      peer.once('exit', (code) => reject(new Error(`the PouchDB peer ended with ${code}`)))
      createInterface({ input: peer.stdout }).once('line', resolve)
    })
    return new Pouch(folder, peer, url)
  }

  /** Seconds of copying all of the peer's documents into an empty database; `run` names it. */
  pull = (run: number): number => this.#device(['pull', `${this.#url}/rows`, join(this.#folder, `pulled-${run}`)])

  /** Seconds of sending documents that are new to it. */
  push(run: number, docs: readonly PouchDoc[]): number {
    const file = join(this.#folder, `acts-${run}.json`)
    writeFileSync(file, JSON.stringify(docs))
    return this.#device(['push', `${this.#url}/acts`, join(this.#folder, `pushed-${run}`), file])
  }

  #device(args: readonly string[]): number {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(installed, 'device.mjs'), ...args])
    if (status !== 0) throw new Error(`PouchDB did not get through: ${stderr}`)
    return Number(String(stdout))
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#peer.removeAllListeners('exit').once('exit', () => resolve())
      this.#peer.kill()
    })
  }
}

function install(): void {
  cpSync(join(root, 'tests/bench/pouch'), installed, { recursive: true })
  if (existsSync(join(installed, 'node_modules', '.package-lock.json'))) return
  console.log('installing PouchDB to measure beside')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: installed,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('PouchDB could not be installed')
}
