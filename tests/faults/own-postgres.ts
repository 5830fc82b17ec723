import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../fixtures/free-port.ts'
import { processTree } from '../fixtures/process-tree.ts'

const debianFolder = '/usr/lib/postgresql'

/** Folder of PostgreSQL's own programs (initdb, postgres); null where there are none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debianFolder, version, 'bin')), process.env.LOKET_PG_BIN ?? '']
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** What to say where there is none. */
export const howToGetPostgres = 'needs PostgreSQL: apt-get install postgresql, or LOKET_PG_BIN=folder of initdb'

/** The user that PostgreSQL runs as: it refuses root. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** A PostgreSQL cluster of the test's own in a folder, with its own port and fsync on: it may be killed without harm to anybody. */
export class OwnPostgres {
  readonly url: string
  readonly #programs: string
  readonly #folder: string
  readonly #port: number
  #child: ChildProcess | null = null

  private constructor(programs: string, folder: string, port: number) {
    this.#programs = programs
    this.#folder = folder
    this.#port = port
    this.url = `postgres://loket@127.0.0.1:${port}/postgres`
  }

  static async make(): Promise<OwnPostgres> {
    const programs = postgresPrograms()
    if (programs === null) throw new Error(howToGetPostgres)
    const folder = mkdtempSync(join(tmpdir(), 'loket-postgres-'))
    const who = unprivileged()
    if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid)
    const own = [
      '-D',
      join(folder, 'data'),
      '-U',
      'loket',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
    ]
    const made = spawnSync(join(programs, 'initdb'), own, { ...who, encoding: 'utf8', cwd: folder })
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
    return new OwnPostgres(programs, folder, await freePort())
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Starts it and waits until it answers, recovery included. */
  async start(): Promise<void> {
    const settings = [
      'fsync=on',
      'synchronous_commit=on',
      'full_page_writes=on',
      'shared_buffers=32MB',
      'max_connections=80',
    ]
    const given = settings.flatMap((setting) => ['-c', setting])
    const place = ['-D', join(this.#folder, 'data'), '-p', String(this.#port), '-k', this.#folder, '-h', '127.0.0.1']
    const program = join(this.#programs, 'postgres')
    const args = [...place, ...given]
    // What holds the memory of a killed one goes away a moment later than that one: it is tried until it may start.
    for (let tries = 0; tries < 100; tries++) {
      const child = spawn(program, args, { ...unprivileged(), stdio: 'ignore', cwd: this.#folder })
      const endWithUs = () => child.kill('SIGKILL')
      process.once('exit', endWithUs)
      child.once('exit', () => process.off('exit', endWithUs))
      this.#child = child
      if (await this.#answers(child)) return
    }
    throw new Error('the test’s PostgreSQL does not start')
  }

  /** False when it ended instead. */
  async #answers(child: ChildProcess): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null) {
      const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2000 })
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.end()
        return true
      } catch {
        void client.end().catch(() => undefined)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
    return false
  }

  /** SIGKILL to every process of it at once, as when the power of that machine fails (what the disk was told to keep is kept). */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    for (const { pid } of processTree(this.pid)) endNow(pid)
    await gone
  }

  /** Ends it in good order and takes its folder away. */
  async remove(): Promise<void> {
    const child = this.#child
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await gone
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}
