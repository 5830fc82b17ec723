import { type ChildProcess, spawn } from 'node:child_process'
import type { Desk } from '../../tests/fixtures/city.ts'
import { deskEnvironment } from '../../tests/fixtures/desk-app.ts'
import { launchElectron } from '../../tests/fixtures/launch-electron.ts'
import { saveWithoutAsking } from '../../tests/fixtures/save-without-asking.ts'
import { root } from '../setup/root.mjs'
import { readToolchain } from '../setup/toolchain.ts'

/** The running program of one desk. */
export interface Program {
  readonly ended: Promise<void>
  close(): Promise<void>
  /** Waits for the sign-in screen and writes a PNG of it; only where the display is a virtual one. */
  picture(file: string): Promise<void>
}

/** Chromium's sandbox does not work for root. */
const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export function openProgram(desk: Desk, saveDir: string, watched: boolean): Promise<Program> {
  return watched ? openWatched(desk, saveDir) : openPlain(desk)
}

/** On a virtual display nobody looks: the program is led by a tool that can take pictures. */
async function openWatched(desk: Desk, saveDir: string): Promise<Program> {
  const app = await launchElectron({
    args: [...flags, '--force-device-scale-factor=1', root],
    cwd: root,
    env: deskEnvironment(desk),
  })
  await saveWithoutAsking(app, saveDir)
  const page = await app.firstWindow()
  return {
    ended: new Promise((resolve) => app.on('close', () => resolve())),
    close: () => app.close(),
    picture: async (file) => {
      await page.getByRole('radio').first().waitFor({ timeout: 60_000 })
      await page.screenshot({ path: file })
    },
  }
}

async function openPlain(desk: Desk): Promise<Program> {
  const env = deskEnvironment(desk)
  const child = spawn(readToolchain().electron, [...flags, root], { cwd: root, env, stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { ended, close: () => stop(child, ended), picture: async () => {} }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  await ended
}
