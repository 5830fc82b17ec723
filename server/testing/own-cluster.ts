import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const user = 'loket'
const place = { stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] }

/** PostgreSQL refuses to run as root: then as the user it was installed with. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Where the programs of the newest PostgreSQL server on this machine are. Throws when there is none: what needs them is never green without. */
function serverPrograms(): string {
  const packaged = '/usr/lib/postgresql'
  const versions = readdirSync(packaged).filter((name) => /^\d+$/.test(name))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (newest === undefined)
    throw new Error('needs PostgreSQL: its server programs (initdb, postgres) are not installed')
  return join(packaged, newest, 'bin')
}

/** A folder that the clusters' user owns, gone after `remove`. */
export function clusterFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'loket-cluster-'))
  const { uid, gid } = unprivileged()
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  chmodSync(path, 0o700)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts a program of PostgreSQL as the clusters' user. It never outlives this process. */
export function runningTool(name: string, args: readonly string[]): ChildProcess {
  const child = spawn(join(serverPrograms(), name), args, { ...place, ...unprivileged() })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  return child
}

/** Runs one to its end. Throws with what it said. */
export async function tool(name: string, args: readonly string[]): Promise<void> {
  const child = runningTool(name, args)
  let said = ''
  child.stderr?.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${said}`)
}

/** A whole PostgreSQL of the test's own, in a folder. */
export class OwnCluster {
  readonly data: string
  readonly port: number
  #child: ChildProcess

  private constructor(data: string, port: number, child: ChildProcess) {
    this.data = data
    this.port = port
    this.#child = child
  }

  /** With durable commits, as the real one has. */
  static async make(data: string, port: number, settings: readonly string[] = []): Promise<OwnCluster> {
    await tool('initdb', [`--pgdata=${data}`, `--username=${user}`, '--auth=trust', '--encoding=UTF8', '--no-locale'])
    return OwnCluster.start(data, port, settings)
  }

  /** Over data that is there already. Resolves when it takes connections. */
  static async start(data: string, port: number, settings: readonly string[] = []): Promise<OwnCluster> {
    const set = [...settings, 'fsync=on', 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`]
    const child = runningTool('postgres', ['-D', data, '-p', String(port), ...set.flatMap((one) => ['-c', one])])
    const cluster = new OwnCluster(data, port, child)
    let said = ''
    for await (const line of createInterface({ input: child.stderr ?? process.stdin })) {
      if (line.includes('database system is ready to accept connections')) {
        child.stderr?.resume()
        return cluster
      }
      said += `${line}\n`
    }
    throw new Error(`PostgreSQL did not start: ${said}`)
  }

  url(database = 'postgres'): string {
    return `postgres://${user}@127.0.0.1:${this.port}/${database}`
  }

  /** At once, as a power cut would: its other processes notice and end. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Waits for nobody, and writes down where it was. */
  async stop(): Promise<void> {
    await this.#end('SIGINT')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
  }
}

/** An empty folder of the clusters' user within another. */
export function folderIn(parent: string, name: string): string {
  const path = join(parent, name)
  mkdirSync(path, { mode: 0o700 })
  const { uid, gid } = unprivileged()
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  return path
}
