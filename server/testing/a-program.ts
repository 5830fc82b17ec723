import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A program of the server in a process of its own, as `npm run` starts it. It never outlives the tests' process. */
export class AProgram {
  readonly #child: ChildProcess
  readonly ended: Promise<Ended>

  private constructor(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', LOKET_LOG: 'silent', ...env },
    })
    const endWithUs = () => this.#child.kill('SIGKILL')
    process.once('exit', endWithUs)
    this.ended = this.#end().finally(() => process.off('exit', endWithUs))
  }

  static server(env: Readonly<Record<string, string>>): AProgram {
    return new AProgram('server/index.ts', [], { PORT: '0', ...env })
  }

  static simulate(...args: readonly string[]): AProgram {
    return new AProgram('server/simulate/index.ts', args, {})
  }

  static audit(...args: readonly string[]): AProgram {
    return new AProgram('server/audit/index.ts', args, {})
  }

  static courier(...args: readonly string[]): AProgram {
    return new AProgram('server/courier/index.ts', args, {})
  }

  /** Where it serves, once it does. Throws with what it said when it ends instead. */
  async serves(): Promise<string> {
    const gone = this.ended.then(({ code, err }) => Promise.reject(new Error(`it ended with ${code}: ${err}`)))
    return Promise.race([this.#address(), gone])
  }

  async kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#child.kill(signal)
    await this.ended
  }

  async #address(): Promise<string> {
    for await (const line of createInterface({ input: this.#child.stdout ?? process.stdin })) {
      const url = /^Central server: (\S+)/.exec(line)?.[1]
      if (url) return url
    }
    return new Promise(() => {})
  }

  async #end(): Promise<Ended> {
    let [out, err] = ['', '']
    this.#child.stdout?.on('data', (chunk) => (out += chunk))
    this.#child.stderr?.on('data', (chunk) => (err += chunk))
    const [code] = await once(this.#child, 'close')
    return { code, out, err }
  }
}
