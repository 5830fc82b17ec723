import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { orderMove } from '../../server/devices/move-device.ts'
import { holderOfToken } from '../../server/devices/note-act.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { City } from '../sync/city.ts'
import { addPerson, password } from '../sync/dinas-desk.ts'
import { FaultProxy, type LineFault } from '../sync/fault-proxy.ts'

// Real processes start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const backup = '20261130T021405123Z-daily.db'

/** An engine of its own process whose device was ordered to another office, with a backup of its old one beside it. */
async function orderedDesk(name: string) {
  const [from, to] = [await city.office(3), await city.office(2)]
  await addPerson(city, to, `siti-${name}`, 'kelurahan')
  const place = temporaryFolder(`moving-${name}`)
  const proxy = await FaultProxy.open(city.url)
  const start = () => EngineLine.start({ dataDir: place.path, serverUrl: proxy.url })
  const engine = await start()
  await engine.call('device.enrol', { code: await city.enrolmentCode(from) })
  const status = await engine.until('app.status', {}, ({ lastSyncAt }) => lastSyncAt !== null)
  await engine.stop()
  mkdirSync(join(place.path, 'backups'), { recursive: true })
  writeFileSync(join(place.path, 'backups', backup), 'the old office')
  await orderMove(city.server.centre, String(status.device?.deviceId), to, holderOfToken('dinas'))
  const close = async () => {
    await proxy.close()
    place.remove()
  }
  return { from, to, proxy, start, dataDir: place.path, [Symbol.asyncDispose]: close }
}

test.each<[string, string, LineFault]>([
  ['asked', 'before the centre has heard that it goes', { kind: 'silent' }],
  ['lost', 'when the centre has moved it and nothing here says so', { kind: 'cut', afterBytes: 0 }],
])(
  'a computer killed with SIGKILL (%s) %s is between two offices until it has asked again, and then in the new one',
  async (name, _, fault) => {
    await using desk = await orderedDesk(name)
    const { proxy, start, dataDir, to } = desk
    proxy.break('/move', fault)
    const engine = await start()
    await expect.poll(() => proxy.asked.some((line) => line.includes('/move')), { timeout: 60_000 }).toBe(true)
    await engine.kill()
    const again = await start()
    expect((await again.call('app.status', {})).move).toMatchObject({ going: true })
    expect(await again.faultOf('session.staff', {})).toBe('device-moving')
    expect(existsSync(join(dataDir, 'backups', backup))).toBe(true)
    await again.kill()
    proxy.mend()
    // It goes, begins anew in its new office, and is killed again as soon as it asks for that one's rows.
    const goes = await start()
    await expect
      .poll(() => proxy.asked.some((line) => line.includes(`snapshot?scope=${to}`)), { timeout: 60_000 })
      .toBe(true)
    await goes.kill()
    const there = await start()
    const status = await there.until(
      'app.status',
      {},
      ({ device, lastSyncAt }) => device?.scope === to && lastSyncAt !== null,
    )
    expect(status).toMatchObject({ move: null, moved: { rows: expect.any(Number) } })
    await there.signIn(`siti-${name}`, password)
    await expect.poll(() => readdirSync(join(dataDir, 'backups')), { timeout: 60_000 }).not.toContain(backup)
    await there.stop()
  },
)
