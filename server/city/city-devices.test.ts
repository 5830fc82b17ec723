import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { devicesAnswer } from '#shared/contract/sync/queries.ts'
import { ACentre, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

const day = 86_400

describe.each(await databases())('the devices of the city on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
  })
  afterAll(() => centre.close())

  const now = () => centre.server.centre.now().toISOString()
  const heartbeat = async (device: ADevice, more: object = {}) => {
    const well = { appVersion: '1.1.0', unsent: 0, oldestUnsentAt: null, freeDiskBytes: 50e9, deviceTime: now() }
    const { deviceId } = device.identity
    const body = JSON.stringify({ ...well, ...more })
    const headers = { 'content-type': 'application/json' }
    await device.request(`/v1/devices/${deviceId}/heartbeat`, { method: 'POST', headers, body })
  }
  const asked = async (query = '', staffId = 'dewi', device = siola) =>
    device.request(`/v1/query/devices${query}`, { headers: { 'x-loket-staff': staffId } })
  const devices = async (query = '') => devicesAnswer.parse(await (await asked(query)).json())

  test('the one that most needs somebody comes first, with what it last said of itself and why', async () => {
    const [well, unheard, stuck, wrong, quiet] = [
      await centre.device(),
      await centre.device(),
      await centre.device(),
      await centre.device(otherScope),
      await centre.device(otherScope),
    ]
    await heartbeat(quiet, { unsent: 12, oldestUnsentAt: now() })
    centre.later(12 * day)
    // A token does not last so long.
    for (const device of [well, stuck, wrong, siola]) await device.signIn()
    for (const device of [well, siola]) await heartbeat(device)
    const oldestUnsentAt = new Date(Date.parse(now()) - 11 * day * 1000).toISOString()
    await heartbeat(stuck, { unsent: 2_100, oldestUnsentAt, freeDiskBytes: 900e6 })
    await heartbeat(wrong, { deviceTime: new Date(Date.parse(now()) - 7_200_000).toISOString() })
    const { devices: told, total, at } = await devices()
    expect([total, at]).toEqual([6, now()])
    const shown = told.map((one) => [one.deviceId, one.worries.map(({ kind: why, stage }) => `${why} ${stage}`)])
    expect(shown).toEqual([
      [stuck.identity.deviceId, ['oldest locked', 'unsent locked', 'disk soon']],
      [quiet.identity.deviceId, ['oldest locked', 'sync soon']],
      [unheard.identity.deviceId, ['unheard soon']],
      [wrong.identity.deviceId, ['clock soon']],
      ...told.slice(4).map(({ deviceId }) => [deviceId, []]),
    ])
    expect(told[0]).toMatchObject({ unitName: 'Gading', appVersion: '1.1.0', unsent: 2_100, oldestUnsentAt })
    expect(told[2]).toMatchObject({ lastContactAt: null, unsent: null, freeDiskBytes: null, clockSkewSeconds: null })
    expect(told[3]).toMatchObject({ clockSkewSeconds: -7_200, lastContactAt: now() })
  })

  test('one unit alone, page by page; a revoked device is gone, a quarantined one comes first', async () => {
    const { db } = centre.server.centre
    const all = (await devices(`?unit=${scope}`)).devices.map(({ deviceId }) => deviceId)
    expect(all).toHaveLength(3)
    expect((await devices(`?unit=${scope}&offset=1&limit=1`)).devices.map((one) => one.deviceId)).toEqual([all[1]])
    const set = (state: 'quarantined' | 'revoked', id: string | undefined) =>
      db
        .updateTable('devices')
        .set({ state })
        .where('device_id', '=', id ?? '')
        .execute()
    await set('revoked', all[0])
    await set('quarantined', all[2])
    const left = (await devices(`?unit=${scope}`)).devices
    expect(left.map((one) => [one.deviceId, one.worries[0]?.kind])).toEqual([
      [all[2], 'quarantined'],
      [all[1], 'unheard'],
    ])
  })

  test('a clerk of the Dinas is told nothing, and every question is written down', async () => {
    expect((await asked('', 'yuni')).status).toBe(403)
    const notes = await centre.server.centre.db
      .selectFrom('queries')
      .select(['staff_id', 'permitted'])
      .where('kind', '=', 'devices')
      .execute()
    expect(notes).toContainEqual({ staff_id: 'yuni', permitted: false })
    expect(notes).toContainEqual({ staff_id: 'dewi', permitted: true })
  })
})
