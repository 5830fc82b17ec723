import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Is strace here, and may it trace? A container may forbid it. */
export const mayTrace =
  process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0

/** One system call that has returned. */
export interface SystemCall {
  /** Thread that made it. */
  readonly tid: number
  readonly name: string
  /** Its arguments as strace writes them: descriptors with what they are of, texts shortened. */
  readonly args: string
  readonly result: string
}

/** Watches the system calls of running processes, with all their threads and children. */
export class Tracer {
  readonly #end: () => Promise<void>
  readonly #file: string

  private constructor(file: string, end: () => Promise<void>) {
    this.#file = file
    this.#end = end
  }

  /** Resolves once it watches. `more`: further arguments of strace. */
  static async attach(folder: string, pids: readonly number[], calls: readonly string[], more: readonly string[] = []) {
    const file = join(folder, `trace-${pids.join('-')}-${calls.length}`)
    const on = pids.flatMap((pid) => ['-p', String(pid)])
    // One thread's lines are its calls in order; a call that others interrupt is put together again below.
    const args = ['-f', '-y', '-s', '512', '-e', `trace=${calls.join(',')}`, ...more, '-o', file, ...on]
    const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const waiting = new Set(pids)
    for await (const line of createInterface({ input: child.stderr })) {
      const attached = /Process (\d+) attached/.exec(line)?.[1]
      waiting.delete(Number(attached))
      if (waiting.size === 0) break
      if (/ptrace|No such process/.test(line)) throw new Error(line)
    }
    child.stderr.resume()
    return new Tracer(file, async () => {
      child.kill('SIGINT')
      await gone
    })
  }

  /** Stops watching; the calls in the order in which they returned. */
  async detach(): Promise<readonly SystemCall[]> {
    await this.#end()
    return callsIn(readFileSync(this.#file, 'utf8'))
  }
}

function callsIn(text: string): readonly SystemCall[] {
  const begun = new Map<string, string>()
  const calls: SystemCall[] = []
  for (const line of text.split('\n')) {
    const [, tid = '', said = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (said.endsWith('<unfinished ...>')) {
      begun.set(tid, said.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const whole = said.replace(/^<\.\.\. \w+ resumed>\s*/, () => begun.get(tid) ?? '')
    const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(whole) ?? []
    if (name !== '') calls.push({ tid: Number(tid), name, args, result })
  }
  return calls
}
