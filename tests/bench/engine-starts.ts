import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { keyFileName } from '#shared/contract/shell/key-file.ts'
import type { Start } from '#shared/contract/shell/start.ts'
import { readToolchain } from '../../scripts/setup/toolchain.ts'
import { root } from '../fixtures/root.ts'

/** Milliseconds of each start of the built engine on this data folder, as Electron's shell starts it, until it has answered. The first one is not among them: it reads its files from the disk. */
export async function engineStarts(folder: string, dataDir: string, runs: number): Promise<readonly number[]> {
  const { electron, sqliteBinding } = readToolchain()
  const start: Start = {
    type: 'start',
    dataDir,
    key: z.object({ key: z.string() }).parse(JSON.parse(readFileSync(join(dataDir, keyFileName), 'utf8'))).key,
    keyTrouble: null,
    serverUrl: 'http://127.0.0.1:9',
    insecureKey: true,
    appVersion: '1.0.0',
    resourcesDir: join(root, 'resources'),
    ...(sqliteBinding ? { sqliteBinding } : {}),
  }
  const [wish, answer] = [join(folder, 'wish.json'), join(folder, 'answer.json')]
  const entry = join(root, 'out', 'app', 'engine', 'main.mjs')
  writeFileSync(wish, JSON.stringify({ entry, start, runs: runs + 1, answer }))
  const program = join(root, 'tests', 'bench', 'engine-start')
  const child = spawn(electron, ['--no-sandbox', `--user-data-dir=${join(folder, 'profile')}`, program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LOKET_BENCH: wish },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the engine could not be started: ${code}`)
  return z
    .array(z.number())
    .parse(JSON.parse(readFileSync(answer, 'utf8')))
    .slice(1)
}
