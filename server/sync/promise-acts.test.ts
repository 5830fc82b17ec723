import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRow } from '../sync/write-row.ts'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

const dinas = '3578-DINAS'
const from = '2026-11-24T01:00:00.000Z'

describe.each(await centres())('complaints and incidents at the centre, on $name', (kind) => {
  let centre: ACentre
  let desk: ADevice
  let office: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await addDinas(centre)
    desk = await centre.device()
    office = await centre.device(dinas)
  })
  afterAll(() => centre.close())

  const by = (device: ADevice, staffId: string) => ({
    at: '2026-11-24T01:59:00.000Z',
    staffId,
    staffName: staffId,
    staffCode: `X-${staffId}`,
    deviceCode: device.identity.deviceCode,
  })
  const rowsOf = async (device: ADevice, entity: string) =>
    (await device.copy()).rows.filter((one) => one.entity === entity).map(({ row }) => row)

  const register = (device: ADevice, staffId: string, incidentId: string, units: string[] | null) => {
    const told = { kind: 'outage', from, to: null, services: null, source: 'Surat Ditjen Dukcapil' }
    const payload = { ...by(device, staffId), ...told, incidentId, scope: device.identity.homeScope, units }
    return device.command('incident.register', payload, { staffId })
  }
  const end = (incidentId: string) => {
    const told = { endId: randomUUID(), incidentId, scope: dinas, to: '2026-11-24T01:30:00.000Z' }
    return office.command('incident.end', { ...by(office, 'dewi'), ...told }, { staffId: 'dewi' })
  }

  test('an outage that the Dinas registers for one kelurahan reaches its devices and no others', async () => {
    expect(await office.verdicts(register(office, 'dewi', 'i-1', [scope]))).toMatchObject([{ kind: 'applied' }])
    expect(await rowsOf(desk, 'incident')).toMatchObject([
      { id: `i-1@${scope}`, registerId: 'i-1', units: [scope], to: null },
    ])
    expect(await rowsOf(await centre.device(otherScope), 'incident')).toEqual([])
    expect(await office.verdicts(end('i-1'), end('i-1'))).toMatchObject([
      { kind: 'applied' },
      { kind: 'refused', code: 'incident-ended' },
    ])
    expect(await rowsOf(desk, 'incident')).toMatchObject([{ id: `i-1@${scope}`, to: '2026-11-24T01:30:00.000Z' }])
  })

  test('what is still to come by the clock of the centre is not registered, whatever the desk says the time is', async () => {
    const told = { incidentId: 'i-0', kind: 'outage', to: null, units: [scope], services: null, source: 'Surat' }
    const ahead = { ...by(office, 'dewi'), at: '2026-11-24T04:00:00.000Z', from: '2026-11-24T03:00:00.000Z' }
    const command = office.command('incident.register', { ...ahead, ...told, scope: dinas }, { staffId: 'dewi' })
    expect(await office.verdicts(command)).toMatchObject([{ kind: 'refused', code: 'incident-times' }])
  })

  test('one that struck everybody reaches every kelurahan', async () => {
    await office.verdicts(register(office, 'dewi', 'i-2', null))
    for (const device of [desk, await centre.device(otherScope)])
      expect((await rowsOf(device, 'incident')).map((row) => row?.registerId)).toContain('i-2')
    expect((await rowsOf(office, 'incident')).map((row) => row?.id)).toEqual(['i-1', 'i-2'])
  })

  test('nobody of a kelurahan enters anything in the register, its supervisor neither', async () => {
    const asked = [register(desk, 'hendra', 'i-3', null), register(desk, 'rini', 'i-4', [scope])]
    expect(await desk.verdicts(...asked)).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
      { kind: 'refused', code: 'not-permitted' },
    ])
    expect((await rowsOf(desk, 'incident')).map((row) => row?.registerId)).not.toContain('i-3')
  })

  test('a complaint taken at the counter is answered by another: both stay, in the scope of the kelurahan', async () => {
    const complaintId = randomUUID()
    const told = {
      complaintId,
      applicationId: 'application-1',
      kitirNumber: 'KNG-2611-048201',
      number: `0001/KMP/${scope}-02/2026`,
      complainant: { name: 'Dewi Lestari', kind: 'self' },
      subject: 'late',
      text: 'Sudah tiga hari belum jadi.',
      deadline: null,
      offline: true,
    }
    const answer = { answerId: randomUUID(), complaintId, text: 'Kartu tiba besok.', offline: false }
    const verdicts = await desk.verdicts(
      desk.command('complaint.file', { ...by(desk, 'rini'), ...told }),
      desk.command('complaint.answer', { ...by(desk, 'hendra'), ...answer }, { staffId: 'hendra' }),
      desk.command('complaint.withdraw', { ...by(desk, 'mantan'), ...withdrawal(complaintId) }, { staffId: 'mantan' }),
    )
    expect(verdicts).toMatchObject([
      { kind: 'applied', code: null },
      { kind: 'applied', code: null },
      { kind: 'applied', code: 'not-permitted' },
    ])
    expect(await rowsOf(desk, 'complaint')).toMatchObject([
      {
        id: complaintId,
        scope,
        state: 'withdrawn',
        answers: [{ text: 'Kartu tiba besok.' }],
        flags: ['not-permitted'],
      },
    ])
  })
})

const withdrawal = (complaintId: string) => ({
  withdrawId: randomUUID(),
  complaintId,
  reason: 'Sudah jadi',
  offline: false,
})

async function addDinas(centre: ACentre): Promise<void> {
  const { db } = centre.server.centre
  const at = '2026-11-20T03:00:00.000Z'
  await db.insertInto('scopes').values({ scope: dinas, seq: 0, folded_seq: 0, override_secret: 'x' }).execute()
  const place = { kind: 'dinas', name: 'Gedung Siola', kecamatan: 'Genteng', zone: 'Asia/Jakarta' }
  const person = { username: 'dewi', name: 'Dewi', code: 'SIO-S01', roles: ['supervisor'], active: true }
  await db.transaction().execute(async (trx) => {
    await writeRow(trx, { scope: dinas, entity: 'unit', id: dinas, row: { id: dinas, scope: dinas, ...place } }, at)
    await writeRow(trx, { scope: dinas, entity: 'staff', id: 'dewi', row: { id: 'dewi', scope: dinas, ...person } }, at)
  })
}

const postgres = (await centres()).filter(({ name }) => name === 'PostgreSQL')

// Needs PostgreSQL: PGlite has one connection, and nobody waits there.
describe.each(postgres)('locks of an incident, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await addDinas(centre)
  })
  afterAll(() => centre.close())

  test('one of a single kelurahan does not wait for work in another one', async () => {
    const office = await centre.device(dinas)
    const told = { incidentId: 'i-9', kind: 'outage', from, to: null, services: null, source: 'Surat', scope: dinas }
    const who = { at: '2026-11-24T01:59:00.000Z', staffId: 'dewi', staffName: 'Dewi', staffCode: 'X-dewi' }
    const payload = { ...who, ...told, deviceCode: office.identity.deviceCode, units: [scope] }
    const register = office.command('incident.register', payload, { staffId: 'dewi' })
    await centre.server.centre.db.transaction().execute(async (trx) => {
      await trx.selectFrom('scopes').select('scope').where('scope', '=', otherScope).forUpdate().execute()
      expect(await office.verdicts(register)).toMatchObject([{ kind: 'applied' }])
    })
  })
})
