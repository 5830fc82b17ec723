import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsAnswer } from '#shared/contract/sync/queries.ts'
import { writeRow } from '../sync/write-row.ts'
import { ACentre, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

describe.each(await databases())('of whom there was data on a computer, on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  let lost: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
    lost = await centre.device()
    await centre.addCard('K-1', { ownerName: 'Ani Contoh', ownerNik: '3578014101200001', ownerBirthDate: '2020-01-01' })
    await centre.addCard('K-2', { ownerName: 'Budi Contoh', ownerNik: '3578010101800002' })
    await lost.verdicts(lost.handOver('K-2', { photo: 'b'.repeat(64), collector: aFriend }))
    await heartbeat()
    centre.later(86_400)
    for (const device of [siola, lost]) await device.signIn()
    await write('K-3', { ownerName: 'Citra Contoh' }, scope)
    await write(
      'K-1',
      { ownerName: 'Ani Contoh', ownerNik: '3578014101200001', ownerBirthDate: '2020-01-01' },
      otherScope,
    )
  })
  afterAll(() => centre.close())

  const aFriend = {
    kind: 'proxy',
    name: 'Dodi Contoh',
    nik: '3578010101700004',
    relation: 'Teman',
    proxyLetter: null,
  } as const
  const heartbeat = () => {
    const deviceTime = centre.server.centre.now().toISOString()
    const said = { appVersion: '1.1.0', unsent: 2, oldestUnsentAt: deviceTime, freeDiskBytes: null, deviceTime }
    return lost.post(`/v1/devices/${lost.identity.deviceId}/heartbeat`, said)
  }
  /** A card that is made, or goes elsewhere, today. */
  const write = async (id: string, more: object, inScope: string) => {
    const { db, now } = centre.server.centre
    const at = now().toISOString()
    const known = await db
      .selectFrom('rows')
      .select('row')
      .where('entity', '=', 'card')
      .where('id', '=', 'K-2')
      .executeTakeFirstOrThrow()
    const row = {
      ...JSON.parse(String(known.row)),
      id,
      labelCode: `L-${id}`,
      handedOver: null,
      ...more,
      scope: inScope,
    }
    await db.transaction().execute((trx) => writeRow(trx, { scope: inScope, entity: 'card', id, row }, at))
  }
  const contents = async (query = '', staffId = 'dewi') => {
    const path = `/v1/query/device-contents/${lost.identity.deviceId}${query}`
    return siola.request(path, { headers: { 'x-loket-staff': staffId } })
  }

  test('persons by name as it was at the last contact: who came later is not there, who left since is', async () => {
    const told = contentsAnswer.parse(await (await contents()).json())
    const names = told.persons
      .filter(({ kinds }) => !kinds.includes('staff'))
      .map(({ name, nik, child }) => [name, nik, child])
    expect(names).toContainEqual(['Ani Contoh', '3578********0001', true])
    expect(names).toContainEqual(['Budi Contoh', '3578********0002', false])
    expect(names).toContainEqual(['Dodi Contoh', '3578********0004', false])
    expect(JSON.stringify(told)).not.toMatch(/Citra|\d{16}/)
    expect(told).toMatchObject({ signatures: 1, photos: 1, whole: false })
    expect(told.device).toMatchObject({ unsent: 2, deviceId: lost.identity.deviceId })
    const cards = told.kinds.find(({ kind: one }) => one === 'card')
    expect(cards).toMatchObject({ rows: 2, unread: 0, oldestAt: '2026-11-20T03:00:00.000Z' })
    expect(told.kinds.map(({ kind: one }) => one)).toEqual(['card', 'application', 'handover', 'old-card', 'staff'])
  })

  test('with whole NIK it is a question of its own, written down with who asked it; a clerk is told nothing', async () => {
    const told = contentsAnswer.parse(await (await contents('?whole=yes')).json())
    expect(told.persons.map(({ nik }) => nik)).toContain('3578014101200001')
    expect((await contents('?whole=yes', 'yuni')).status).toBe(403)
    const notes = await centre.server.centre.db
      .selectFrom('queries')
      .select(['staff_id', 'about', 'permitted'])
      .where('kind', '=', 'device-contents')
      .execute()
    const about = JSON.stringify({ id: lost.identity.deviceId, whole: 'yes' })
    expect(notes).toContainEqual({ staff_id: 'dewi', about, permitted: true })
    expect(notes).toContainEqual({ staff_id: 'yuni', about, permitted: false })
  })
})
