import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { keyFile, keyFileName } from '#shared/contract/shell/key-file.ts'
import { backupFolderOf, listBackups } from '../../electron/engine/database/backup/backup-folder.ts'
import { opens } from '../../electron/engine/rescue/renew-key.ts'
import { type City, copyCity, makeCity, password } from '../fixtures/city.ts'
import { beginJob, jobSteps } from '../fixtures/counter-job.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { mayTrace, Tracer } from './tracer.ts'

// Real processes start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 })

const steps = ['signing in', 'scanning the e-Kitir', 'checking the PIN', 'confirming the hand-over'] as const
const place = temporaryFolder('killed-renewing')
let template: City

beforeAll(async () => {
  template = await makeCity(join(place.path, 'template'), { cards: 24, desks: 1 })
})
afterAll(() => place.remove())

const noCentre = 'http://127.0.0.1:9'

/** A desk with a hand-over that waits and a backup of before it, its supervisor signed in; nobody reaches the centre. */
async function workedDesk(name: string) {
  const city = copyCity(template.folder, join(place.path, name))
  const [desk] = city.desks
  const kitir = city.kitirs.find(({ note, kind }) => note === 'ready' && kind === 'ktp-el')
  if (!desk || !kitir) throw new Error('the city has no desk, or no KTP-el that is ready')
  const { dataDir } = desk
  const start = () => EngineLine.start({ dataDir, serverUrl: noCentre })
  const engine = await start()
  await engine.signIn('hendra', password)
  const { name: backup } = await engine.call('data.back-up', {})
  const job = beginJob(kitir)
  for (const step of steps) await jobSteps[step](engine, job)
  await engine.signIn('hendra', password)
  return { dataDir, backup, engine, start, job }
}

interface Keys {
  readonly key: Buffer
  readonly next: Buffer | null
}

function keysIn(dataDir: string): Keys {
  const { key, next } = keyFile.parse(JSON.parse(readFileSync(join(dataDir, keyFileName), 'utf8')))
  return { key: Buffer.from(key, 'base64'), next: next ? Buffer.from(next.key, 'base64') : null }
}

/** The database and every backup, by the one key that is kept, and by no other. */
function oneKeyOpensAll(dataDir: string, { old, changed }: { readonly old: Buffer; readonly changed: boolean }): void {
  const { key, next } = keysIn(dataDir)
  const file = join(dataDir, 'loket.db')
  const folder = backupFolderOf(file)
  const files = [file, ...listBackups(folder).map(({ name }) => join(folder, name))]
  expect(next).toBeNull()
  expect(key.equals(old)).toBe(!changed)
  expect(files.map((one) => opens(one, key))).toEqual(files.map(() => true))
  if (changed) expect(files.map((one) => opens(one, old))).toEqual(files.map(() => false))
}

type Step = readonly [step: string, nameBefore: (backup: string) => string, nth: number, changed: boolean]

/** In turn, each just before a file takes its name. strace looks at the name that it had before. */
const moments: readonly Step[] = [
  ['the new key is kept beside the old one', () => `${keyFileName}.new`, 1, false],
  ['the copy has the check of its key', () => 'loket.db.ready.check.new', 1, true],
  ['the copy has its name', () => 'loket.db.ready.part', 1, true],
  ['the old database is set aside', () => 'loket.db', 1, true],
  ['the copy is where the old database was', () => 'loket.db.ready', 1, true],
  ['the check of the key is the new one', () => 'loket.db.check.new', 1, true],
  ['the backup has the check of its key', (backup) => join('backups', `${backup}.check.new`), 1, true],
  ['the backup is where the old one was', (backup) => join('backups', `${backup}.part`), 1, true],
  ['the new key alone is kept', () => `${keyFileName}.new`, 2, true],
]

describe('a desk killed with SIGKILL while its data get another key', () => {
  test.skipIf(!mayTrace).each(moments)(
    'before %s opens again by one of its keys, gives the new one to the end, and has its unsent act (needs strace that may trace)',
    async (step, nameBefore, nth, changed) => {
      const { dataDir, backup, engine, start, job } = await workedDesk(step.replaceAll(' ', '-'))
      const old = keysIn(dataDir).key
      const when = ['-P', join(dataDir, nameBefore(backup)), '-e', `inject=rename:signal=SIGKILL:when=${nth}`]
      const tracer = await Tracer.attach(place.path, [engine.pid], ['rename'], when)
      const told = await engine.call('data.renew-key', { password }).then(
        () => 'done',
        () => 'killed',
      )
      expect(told).toBe('killed')
      await engine.ended()
      await tracer.detach()
      // Whatever lies there now is opened by a key that is kept.
      const { key, next } = keysIn(dataDir)
      const there = ['loket.db', 'loket.db.ready'].map((name) => join(dataDir, name)).filter((file) => existsSync(file))
      expect(there).not.toEqual([])
      for (const file of there) expect(opens(file, key) || (next !== null && opens(file, next))).toBe(true)

      const again = await start()
      expect(again.fatal).toBeNull()
      expect((await again.call('app.status', {})).unsent.count).toBe(1)
      again.session = job.session
      const { chainIntact, exceptions } = await again.call('sync.overview', {})
      expect([chainIntact, exceptions]).toEqual([true, []])
      await again.stop()
      oneKeyOpensAll(dataDir, { old, changed })
    },
  )
})
