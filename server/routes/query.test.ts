import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem } from '#shared/contract/sync/protocol.ts'
import { type CityAnswer, type CityQueryName, cityQueries } from '#shared/contract/sync/queries.ts'
import { unitCalendar } from '#shared/domain/office-calendar/unit-calendar.ts'
import { ACentre, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

const now = '2026-11-24T02:00:00.000Z'

describe.each(await centres())('questions about the city on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  let counter: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
    counter = await centre.device()
    await centre.addCard('old', { arrivedAt: '2026-08-01T03:00:00.000Z' })
    await centre.addCard('fresh')
    await centre.addCard('sorted', { state: 'sorted', arrivedAt: null, acceptedAt: '2026-11-22T03:00:00.000Z' })
    await centre.addCard('printed', { state: 'printed', arrivedAt: null, acceptedAt: '2026-11-21T03:00:00.000Z' })
    await centre.addCard('there', { scope: otherScope })
    // Due on Monday at 09.00, on Tuesday at 10.00, on Wednesday at 08.00: what the rows say of it is nothing.
    await centre.write('application', anApplication('late', '2026-11-20T02:00:00.000Z'))
    await centre.write('application', anApplication('today', '2026-11-23T03:00:00.000Z'))
    await centre.write('application', anApplication('tomorrow', '2026-11-24T01:00:00.000Z'))
    const inRepair = { status: 'PERBAIKAN' as const, returns: [] }
    await centre.write('application', { ...anApplication('repair', '2026-11-20T02:00:00.000Z'), ...inRepair })
  })
  afterAll(() => centre.close())

  const anApplication = (id: string, acceptedAt: string) => ({
    id,
    scope,
    kitirNumber: `KNG-${id}`,
    kitirCode: `code-${id}`,
    service: 'KTP-ULANG',
    status: 'VERIFIKASI' as const,
    applicantName: 'Dewi',
    applicantNik: '3578015204900001',
    submittedAt: acceptedAt,
    acceptedAt,
    dueAt: null,
    fulfilledAt: null,
    collectionUnit: scope,
  })
  const asked = (path: string, staffId: string | null, device = siola) =>
    device.request(`/v1/query/${path}`, staffId === null ? {} : { headers: { 'x-loket-staff': staffId } })
  const answer = async <N extends CityQueryName>(name: N, path: string, staffId = 'dewi') =>
    cityQueries[name].answer.parse(await (await asked(path, staffId)).json()) as CityAnswer<N>
  const written = () =>
    centre.server.centre.db
      .selectFrom('queries')
      .select(['staff_id', 'kind', 'about', 'permitted'])
      .orderBy('at')
      .execute()
  const caseOfTwo = async (id: string) => {
    const { id: cardId } = await centre.addCard(id)
    const ink = Buffer.from(`ink of ${id}`)
    const signature = createHash('sha256').update(ink).digest('hex')
    const headers = { 'content-type': 'application/octet-stream' }
    await counter.request(`/v1/blobs/${signature}`, { method: 'PUT', headers, body: new Uint8Array(ink) })
    const collector = {
      kind: 'family',
      name: 'Budi',
      nik: '3578010101700002',
      relation: 'Suami',
      proxyLetter: null,
    } as const
    const [, conflict] = await counter.verdicts(
      counter.handOver(cardId, { signature, collector }),
      counter.handOver(cardId),
    )
    return { caseId: String(conflict?.caseId), signature, ink }
  }

  test('the city at a glance: a line for each of the 153 kelurahan, with what waits in it', async () => {
    const { at, units } = await answer('units', 'units')
    expect([at, units.length]).toEqual([now, 153])
    const { devices, lastContactAt, ...here } = units.find((unit) => unit.scope === scope) ?? units[0] ?? {}
    expect([devices, lastContactAt]).toEqual([1, null])
    expect(here).toEqual({
      ...{ scope, name: 'Gading', kecamatan: 'Tambaksari' },
      ...{ ready: 2, over30: 1, over90: 1, onTheWay: 0, inQueue: 2, late: 4, dueSoon: 1 },
      ...{ cases: 0, complaints: 0, claims: 0, unsent: 0 },
    })
    expect(units.find((unit) => unit.scope === otherScope)).toMatchObject({ ready: 1, late: 0 })
  })

  test('cards of one unit in some states, page by page, with nothing that is not needed', async () => {
    const page = await answer('cards', `cards?unit=${scope}&states=sorted,printed&limit=1`)
    expect(page).toEqual({
      total: 2,
      cards: [
        {
          ...{ cardId: 'printed', scope, kind: 'ktp-el', state: 'printed', ownerName: 'Dewi Lestari Handayani' },
          ...{ ownerNikMasked: '3578********0001', kitirNumber: 'KNG-2611-printed', labelCode: 'LABEL-printed' },
          ...{ arrivedAt: null, dueAt: null, caseId: null },
        },
      ],
    })
    expect((await answer('cards', `cards?unit=${scope}&states=sorted,printed&offset=1`)).cards).toMatchObject([
      { cardId: 'sorted' },
    ])
  })

  test('a case shows both hand-overs and whose evidence is here; its signature can be read, and no other one', async () => {
    const { caseId, signature, ink } = await caseOfTwo('twice')
    expect((await answer('cases', 'cases')).cases).toContainEqual(
      expect.objectContaining({ caseId, scope, unitName: 'Gading', kind: 'double-hand-over', handovers: 2 }),
    )
    const file = await answer('case', `case/${caseId}`)
    expect(file).toMatchObject({ case: { id: caseId, state: 'open' }, card: { cardId: 'twice' } })
    expect(file.handovers.map((one) => [one.standing, one.collectorNikMasked, one.signature.state])).toEqual([
      ['stands', '3578********0002', 'whole'],
      ['contested', null, 'pending'],
    ])
    expect(JSON.stringify(file)).not.toContain('3578010101700002')
    expect(await answer('blob', `blob/${signature}?case=${caseId}`)).toEqual({ base64: ink.toString('base64') })
    const { caseId: another } = await caseOfTwo('other-twice')
    expect((await asked(`blob/${signature}?case=${another}`, 'dewi')).status).toBe(404)
    expect((await asked('case/nobody-knows', 'dewi')).status).toBe(404)
  })

  test('a case about a movement and a count shows both, with why a person must look', async () => {
    const person = { staffId: 'rini', staffName: 'Rini', staffCode: 'KEL-RINI', deviceCode: '01' }
    await centre.write('movement', {
      ...{ id: 'undone-1', scope, cardId: 'fresh', kind: 'undone', from: 'handed-over', to: 'handed-over', ...person },
      ...{ at: now, acceptedAt: now, number: null, reason: 'Salah orang', shipmentId: null, handoverId: null },
      ...{ flags: ['undo-too-late'], acts: [] },
    })
    const opened = {
      shiftId: 'shift-1',
      ...person,
      at: now,
      counted: { ktpEl: 4, kia: 0 },
      expected: { ktpEl: 5, kia: 0 },
    }
    await centre.write('shift', {
      ...{ id: 'shift-1', scope, deviceCode: '01', state: 'open', openedAt: now, closings: [], acts: [] },
      opened: { ...opened, explanation: 'Satu terselip', signature: 'a'.repeat(64), offline: false },
    })
    await centre.write('case', {
      ...{ id: 'looked-at', scope, kind: 'flagged-movement', cardId: 'fresh', handoverIds: [], state: 'open' },
      ...{ movementIds: ['undone-1'], shiftId: 'shift-1', openedAt: now, acts: [] },
    })
    expect(await answer('case', 'case/looked-at')).toMatchObject({
      handovers: [],
      oldCards: [],
      blanks: [],
      movements: [{ kind: 'undone', reason: 'Salah orang', flags: ['undo-too-late'] }],
      counts: [{ number: null, expected: { ktpEl: 5 }, counted: { ktpEl: 4 }, explanation: 'Satu terselip' }],
    })
  })

  test('what an incident would stop is told before it is registered', async () => {
    const from = '2026-11-24T00:00:00.000Z'
    expect(await answer('incident-effects', `incident-effects?from=${from}`)).toEqual({
      applications: 6,
      units: 1,
      decidedClaims: 0,
    })
    expect(await answer('incident-effects', `incident-effects?from=${from}&units=${otherScope}`)).toMatchObject({
      applications: 0,
    })
    expect(await answer('incident-effects', `incident-effects?from=${from}&services=KIA-BARU`)).toMatchObject({
      applications: 0,
    })
    expect(await answer('incidents', 'incidents')).toEqual({ incidents: [] })
  })

  test('an incident of every kelurahan of the city is not too long a question', async () => {
    const units = centre.server.centre.areas.kelurahan.map(({ code }) => code).join(',')
    const path = `incident-effects?from=2026-11-24T00:00:00.000Z&units=${units}`
    expect(await answer('incident-effects', path)).toMatchObject({ applications: 6 })
  })

  test('a card that was missing from its parcel waits to be sent again, among those that were never sent', async () => {
    await centre.addCard('gone', { scope: otherScope, state: 'shipped', arrivedAt: null, missing: true })
    const page = await answer('cards', `cards?unit=${otherScope}&states=printed,missing`)
    expect(page).toMatchObject({ total: 1, cards: [{ cardId: 'gone', state: 'shipped', missing: true }] })
  })

  const clocksIn = async (inScope: string) => {
    const { late, dueSoon } = (await answer('units', 'units')).units.find((unit) => unit.scope === inScope) ?? {}
    return { late, dueSoon }
  }

  test('an outage that is registered moves the due times of its unit, and so does a day on which it is closed', async () => {
    const told = { kind: 'outage' as const, units: [scope], services: null, source: 'Surat', registeredBy: 'dewi' }
    const outage = { ...told, from: '2026-11-20T00:30:00.000Z', to: '2026-11-23T09:00:00.000Z', registeredAt: now }
    const incident = { id: 'outage-1', scope: dinasScope, ...outage, withdrawnAt: null }
    await centre.write('incident', incident)
    expect(await clocksIn(scope)).toEqual({ late: 0, dueSoon: 1 })
    await centre.write('incident', { ...incident, withdrawnAt: now })
    expect(await clocksIn(scope)).toEqual({ late: 4, dueSoon: 1 })
    const unit = { id: scope, scope, kind: 'kelurahan' as const, zone: 'Asia/Jakarta' }
    const calendar = unitCalendar(unit, centre.server.centre.region)
    const closed = { kind: 'closure' as const, name: 'Tutup', hours: [], working: false }
    const exceptions = { ...calendar.exceptions, '2026-11-23': closed }
    await centre.write('office-calendar', { ...calendar, exceptions })
    // Friday 09.00 is due on Tuesday 09.00, which is now; Friday 10.00 an hour later.
    expect(await clocksIn(scope)).toEqual({ late: 0, dueSoon: 4 })
    await centre.write('office-calendar', calendar)
  })

  test('claims and parcels of the city are listed', async () => {
    expect(await answer('claims', `claims?unit=${scope}&states=checked`)).toEqual({ total: 0, claims: [] })
    expect(await answer('shipments', 'shipments')).toEqual({ total: 0, shipments: [] })
    expect((await asked('shipment/nobody-knows', 'dewi')).status).toBe(404)
  })

  test.each([
    ['a clerk of the Dinas', 'yuni', dinasScope],
    ['a supervisor of a kelurahan, from there', 'hendra', scope],
    ['the supervisor of the Dinas, from a kelurahan', 'dewi', scope],
    ['somebody whom nobody knows', 'nobody', dinasScope],
  ])('%s is told nothing, and that is written down', async (_who, staffId, at) => {
    const before = (await written()).length
    const refused = await asked(`cards?unit=${otherScope}&states=ready`, staffId, at === scope ? counter : siola)
    expect([refused.status, problem.parse(await refused.json()).error]).toEqual([403, 'not-permitted'])
    const notes = await written()
    expect(notes.length).toBe(before + 1)
    expect(notes.filter((note) => note.staff_id === staffId && !note.permitted)).toContainEqual({
      staff_id: staffId,
      kind: 'cards',
      about: JSON.stringify({ unit: otherScope, states: ['ready'], offset: 0, limit: 100 }),
      permitted: false,
    })
  })

  test.each([
    ['cards'],
    ['cards?unit=3578101003&states=melted'],
    ['cards?unit=%00&states=ready'],
    ['case/%00'],
    ["case/'; DROP TABLE rows; --"],
    ['blob/abc?case=x'],
    ['incident-effects?from=yesterday'],
  ])('a question that makes no sense is not answered: %s', async (path) => {
    expect((await asked(path, 'dewi')).status).toBe(400)
    expect((await asked('units', null)).status).toBe(400)
  })

  test('every answered question is written down: who, what, about what', async () => {
    await answer('cards', `cards?unit=${scope}&states=ready`, 'bagus')
    expect(await written()).toContainEqual({
      staff_id: 'bagus',
      kind: 'cards',
      about: JSON.stringify({ unit: scope, states: ['ready'], offset: 0, limit: 100 }),
      permitted: true,
    })
  })

  test('a device that asks without end is told to wait', async () => {
    centre.later(600)
    expect((await asked('incidents', 'dewi')).status).toBe(200)
    const key = `query:${siola.identity.deviceId}`
    await centre.server.centre.db.updateTable('rate_limits').set({ count: 239 }).where('key', '=', key).execute()
    expect((await asked('incidents', 'dewi')).status).toBe(200)
    expect((await asked('incidents', 'dewi')).status).toBe(429)
  })
})
