import { spawn } from 'node:child_process'
import { freePort } from '../fixtures/free-port.ts'
import { pssOfTree } from '../fixtures/process-tree.ts'
import { askPage } from './page-line.ts'

export interface Program {
  readonly electron: string
  /** Folder of the program to start. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Chromium's profile; kept from start to start, as on a real computer. */
  readonly profile: string
  /** A CSS selector of what can be operated once the program is ready for a person. */
  readonly ready: string
}

export interface Start {
  /** From the start of the process until the frame that shows the ready program was drawn. */
  readonly ms: number
  /** Of all its processes, one second after that. */
  readonly pssBytes: number
}

/** Starts a program in Electron from nothing, and ends it again. */
export async function coldStart(program: Program): Promise<Start> {
  const port = await freePort()
  const started = Date.now()
  const child = spawn(
    program.electron,
    ['--no-sandbox', `--remote-debugging-port=${port}`, `--user-data-dir=${program.profile}`, program.folder],
    { stdio: 'ignore', env: { ...process.env, ...program.env } },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const shownAt = Number(await askPage(port, whenShown(program.ready), started + 30_000))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { ms: shownAt - started, pssBytes: pssOfTree(child.pid ?? 0) }
  } finally {
    child.kill()
    await ended
  }
}

/** Resolves to the time of the second frame after the thing stands on the page and can be operated. */
function whenShown(selector: string): string {
  return `new Promise((resolve) => {
    const there = () => {
      const found = document.querySelector(${JSON.stringify(selector)})
      return found && !found.disabled && found.getClientRects().length > 0
    }
    const look = () => requestAnimationFrame(() => (there() ? requestAnimationFrame(() => resolve(Date.now())) : look()))
    look()
  })`
}
