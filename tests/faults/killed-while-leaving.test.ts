import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { revokedFile } from '#shared/contract/shell/revoked-file.ts'
import { Centre } from '../fixtures/centre.ts'
import { type City, copyCity, makeCity } from '../fixtures/city.ts'
import { beginJob, jobSteps } from '../fixtures/counter-job.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { Link } from '../fixtures/link.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { FaultProxy } from '../sync/fault-proxy.ts'
import { mayTrace, Tracer } from './tracer.ts'

// Real processes start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 })

const steps = ['signing in', 'scanning the e-Kitir', 'checking the PIN', 'confirming the hand-over'] as const
const place = temporaryFolder('killed-leaving')
let template: City

beforeAll(async () => {
  template = await makeCity(join(place.path, 'template'), { cards: 24, desks: 1 })
})
afterAll(() => place.remove())

/** A desk with a hand-over that the centre has not heard of, and whose device the centre has revoked meanwhile. */
async function revokedDesk(name: string) {
  const city = copyCity(template.folder, join(place.path, name))
  const desk = city.desks[0] as City['desks'][number]
  const { dataDir } = desk
  const centre = await Centre.start(join(city.folder, city.serverData))
  const proxy = await FaultProxy.open(centre.url)
  const link = await Link.open(desk.centrePort, proxy.url)
  const start = () => EngineLine.start({ dataDir, serverUrl: centre.url })
  const engine = await start()
  proxy.break('/v1/', { kind: 'closed' })
  const kitir = city.kitirs.find(({ note, kind }) => note === 'ready' && kind === 'ktp-el')
  if (!kitir) throw new Error('the simulator made no KTP-el that is ready')
  const job = beginJob(kitir)
  for (const step of steps) await jobSteps[step](engine, job)
  const { device } = await engine.call('app.status', {})
  await centre.revoke(String(device?.deviceId))
  const close = async () => {
    await engine.kill()
    await link.close()
    await proxy.close()
    await centre.stop()
  }
  return { dataDir, proxy, engine, start, [Symbol.asyncDispose]: close }
}

const filesOf = (dataDir: string) => readdirSync(dataDir).sort()
const markerIn = (dataDir: string) => revokedFile.parse(JSON.parse(readFileSync(join(dataDir, 'revoked.json'), 'utf8')))

/** The program is opened again, and nobody does anything: in its own time it says that it was revoked. */
async function opensAgain(start: () => Promise<EngineLine>): Promise<EngineLine> {
  const engine = await start()
  await expect.poll(() => engine.fatal?.code, { timeout: 60_000 }).toBe('revoked')
  return engine
}

const erased = (dataDir: string) => {
  expect(filesOf(dataDir)).toEqual(['revoked.json'])
  expect(markerIn(dataDir)).toMatchObject({ state: 'erased', receipt: { size: expect.any(Number) } })
}

describe('a revoked computer killed with SIGKILL', () => {
  test.each([
    ['before its last work is sent', 'PUT /v1/farewell'],
    ['when all is sent and the receipt is not here', 'POST /v1/farewell'],
  ])('%s has erased nothing, and ends in its own time', async (_, path) => {
    await using desk = await revokedDesk(path.replaceAll(/\W+/g, '-'))
    const { dataDir, proxy, engine, start } = desk
    proxy.mend()
    proxy.break(path, { kind: 'silent' })
    const round = engine.call('sync.now', {}).catch(() => undefined)
    await expect.poll(() => proxy.asked.some((line) => line.startsWith(path)), { timeout: 60_000 }).toBe(true)
    await engine.kill()
    await round
    expect(filesOf(dataDir)).toEqual(expect.arrayContaining(['keys.json', 'loket.db', 'farewell.loket']))
    expect(existsSync(join(dataDir, 'revoked.json'))).toBe(false)
    const again = await start()
    expect(again.fatal).toBeNull()
    expect(await again.call('app.status', {})).toMatchObject({ revoked: true })
    expect(await again.faultOf('session.staff', {})).toBe('device-revoked')
    await again.kill()
    proxy.mend()
    const last = await opensAgain(start)
    erased(dataDir)
    await last.stop()
  })

  // In turn: files that SQLite takes away when it closes, the key, the database, what lies beside it.
  test.skipIf(!mayTrace).each([1, 2, 3, 4, 5, 6, 7])(
    'at the %ith file that it takes away goes on at the next start, and the key never outlives the data (needs strace that may trace)',
    async (nth) => {
      await using desk = await revokedDesk(`erasing-${nth}`)
      const { dataDir, proxy, engine, start } = desk
      const when = ['-e', `inject=unlink,unlinkat:signal=SIGKILL:when=${nth}`]
      const tracer = await Tracer.attach(place.path, [engine.pid], ['unlink', 'unlinkat'], when)
      proxy.mend()
      await engine.call('sync.now', {}).catch(() => undefined)
      await engine.ended()
      await tracer.detach()
      const left = filesOf(dataDir)
      expect(left).toContain('revoked.json')
      expect(markerIn(dataDir).state).toBe(left.length > 1 ? 'erasing' : markerIn(dataDir).state)
      if (left.includes('keys.json')) expect(left).toContain('loket.db')
      const last = await opensAgain(start)
      erased(dataDir)
      await last.stop()
    },
  )
})
