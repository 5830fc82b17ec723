import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aFiling } from '../../electron/engine/testing/a-filing.ts'
import { chanceOf } from '../../server/simulate/chance.ts'
import { type City, type Desk, makeCity, password } from '../fixtures/city.ts'
import { EngineGone, EngineLine } from '../fixtures/engine-line.ts'
import { sheetJpeg } from '../fixtures/paper-picture.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { DeviceFile, type FilingTraces } from './device-file.ts'
import { mayTrace, Tracer } from './tracer.ts'

// Real processes start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 })

const place = temporaryFolder('killed-filing')
const chance = chanceOf(Number(process.env.LOKET_SEED ?? 611))
/** No two documents are the same: such are one file. */
let made = 0
function aPage(): string {
  made += 1
  return sheetJpeg({ width: 827 + made, height: 1170, noise: 0.4 }, 60).toString('base64')
}
let desk: Desk
/** Off the line all the time: its session goes on from one process to the next. */
let session: string | null
const outcomes = new Set<'whole draft' | 'whole filing'>()

beforeAll(async () => {
  const city: City = await makeCity(join(place.path, 'city'), { cards: 24, desks: 1 })
  desk = city.desks[0] as Desk
  const engine = await start()
  await engine.signIn('rini', password)
  session = engine.session
  await engine.stop()
})
afterAll(() => place.remove())

async function start(): Promise<EngineLine> {
  const engine = await EngineLine.start({ dataDir: desk.dataDir, serverUrl: 'http://127.0.0.1:1' })
  engine.session = session ?? null
  return engine
}

/** A draft with one scanned document in it, ready to be filed. */
async function aDraft(engine: EngineLine): Promise<string> {
  const { draftId } = await engine.call('intake.save-draft', { draftId: null, draft: aFiling })
  const { documentId } = await engine.call('document.add', { draftId, requirementId: 'kk', pages: [aPage()] })
  const services = aFiling.services.map((begun) => ({
    ...begun,
    requirements: { ...begun.requirements, kk: { how: 'upload' as const, documents: [documentId] } },
  }))
  await engine.call('intake.save-draft', { draftId, draft: { ...aFiling, services } })
  return draftId
}

/** Null: it died before it answered. */
async function filed(engine: EngineLine, draftId: string, requestId: string) {
  try {
    return (await engine.call('application.file', { draftId }, requestId)).filed[0] ?? null
  } catch (cause) {
    if (cause instanceof EngineGone) return null
    throw cause
  }
}

function onDisk(): FilingTraces {
  const file = new DeviceFile(desk.dataDir)
  try {
    expect(file.integrity()).toBe('ok')
    return file.filingTraces()
  } finally {
    file.close()
  }
}

const plus = (before: FilingTraces, more: Partial<FilingTraces>): FilingTraces =>
  Object.fromEntries(
    Object.entries(before).map(([name, count]) => [name, count + (more[name as keyof FilingTraces] ?? 0)]),
  ) as unknown as FilingTraces

const asDraft = { drafts: 1, documents: 1 }
const asFiling = { filings: 1, kitirs: 1, pins: 1, numbers: 1, acts: 1, blobs: 1, audits: 1 }

/** Filed while something ends the engine; then the clerk presses the same key once more in the one that was started anew. */
async function fileAndDie(dies: (engine: EngineLine) => Promise<() => Promise<unknown>>) {
  const before = onDisk()
  const engine = await start()
  const draftId = await aDraft(engine)
  const requestId = randomUUID()
  const afterwards = await dies(engine)
  const first = await filed(engine, draftId, requestId)
  await engine.kill()
  await afterwards()

  const after = onDisk()
  const [draft, filing] = [plus(before, asDraft), plus(before, asFiling)]
  const wasFiled = after.drafts === before.drafts
  expect(after).toEqual(wasFiled ? filing : draft)
  if (first) expect(wasFiled).toBe(true)
  outcomes.add(wasFiled ? 'whole filing' : 'whole draft')

  const again = await start()
  const second = await filed(again, draftId, requestId)
  expect(second?.kitirNumber).toBe(`L-3578101003-01-${String(before.numbers + 1).padStart(6, '0')}`)
  if (first) expect(second).toEqual(first)
  expect(await again.call('intake.drafts', {})).toEqual([])
  await again.stop()
  expect(onDisk()).toEqual(filing)
}

/** Not a wait for something: the moment itself is what is tried. */
const passing = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('an engine killed while an application is filed has all of it or the whole draft, and no number twice', () => {
  test.each([0, 60, 200].map((ms) => Math.floor(ms * (1 + chance.next()))))(
    'with SIGKILL %i ms after it was asked',
    (ms) =>
      fileAndDie(async (engine) => {
        const killed = passing(ms).then(() => engine.kill())
        return () => killed
      }),
  )

  // A filing with its document writes some dozens of times into SQLite's log; the last ones end the transaction.
  test.skipIf(!mayTrace).each([2, 15, 40])(
    'with SIGKILL at the %ith write to the disk (needs strace that may trace)',
    (nth) =>
      fileAndDie(async (engine) => {
        const when = ['-e', `inject=pwrite64:signal=SIGKILL:when=${nth}`]
        const tracer = await Tracer.attach(place.path, [engine.pid], ['pwrite64'], when)
        return () => tracer.detach()
      }),
  )

  test.skipIf(!mayTrace)('with SIGKILL where it asks the disk to keep it (needs strace that may trace)', () =>
    fileAndDie(async (engine) => {
      const when = ['-e', 'inject=fdatasync,fsync:signal=SIGKILL:when=1']
      const tracer = await Tracer.attach(place.path, [engine.pid], ['fdatasync', 'fsync'], when)
      return () => tracer.detach()
    }),
  )

  test('and both were seen: the moments lie on either side of the end of the transaction', () => {
    expect([...outcomes].sort()).toEqual(['whole draft', 'whole filing'])
  })
})
