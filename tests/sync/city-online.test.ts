import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { png } from '../../electron/engine/testing/a-png.ts'
import { aCard, City, cardId, cardRow } from './city.ts'
import { Desk } from './desk.ts'
import { addDinas, EngineDesk, password } from './dinas-desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// Real servers and engines start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
let line: FaultProxy
let dinas: string
let siola: EngineDesk
beforeAll(async () => {
  city = await City.found()
  line = await FaultProxy.open(city.url)
  dinas = await addDinas(city)
  siola = await EngineDesk.of(line.url, await city.enrolmentCode(dinas), 'dewi')
})
beforeEach(() => line.mend())
afterAll(async () => {
  await siola.close()
  await line.close()
  await city.close()
})

/** A kelurahan whose two desks gave one card away each; both signatures are at the centre. */
async function aDoubleHandOver() {
  const scope = await city.office()
  const desks = [
    await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope)),
    await Desk.enrolled(city.url, scope, await city.enrolmentCode(scope)),
  ] as const
  const card = cardId(scope, 1)
  const facts = [await desks[0].handOver(card), await desks[1].handOver(card)] as const
  for (const desk of desks) await desk.round()
  const [file] = (await siola.get('city.cases', { scope, state: 'open' })).cases
  const caseId = file?.caseId ?? ''
  const settle = {
    scope,
    caseId,
    cardId: card,
    decision: 'one-stands',
    standsHandoverId: facts[1].handoverId,
    handoversSeen: facts.map(({ handoverId }) => handoverId),
    reason: 'Kedua petugas ditanya',
    password,
  } as const
  return { scope, desks, card, facts, caseId, settle }
}

const commandsOf = () => city.commands(dinas)

test('a supervisor at the Dinas sees a double hand-over of a kelurahan and settles it; both desks there hear of it', async () => {
  const { desks, card, facts, caseId, settle } = await aDoubleHandOver()
  const file = await siola.get('city.case', { caseId })
  expect(file.handovers.map(({ handoverId, standing }) => [handoverId, standing])).toEqual([
    [facts[0].handoverId, 'stands'],
    [facts[1].handoverId, 'contested'],
  ])
  const [shown] = file.handovers
  const { base64 } = await siola.get('city.evidence', { caseId, sha256: shown?.signature.sha256 ?? '' })
  expect(Buffer.from(base64, 'base64').toString()).toBe(`signature for ${card}`)
  expect(await siola.get('city.settle-case', settle)).toEqual({ verdict: 'applied', code: null, caseId: null })
  for (const desk of desks) {
    await desk.round()
    expect((await desk.handover(facts[1].handoverId))?.standing).toBe('stands')
    expect((await desk.handover(facts[0].handoverId))?.standing).toBe('set-aside')
    await desk.close()
  }
})

test('a decision of the Dinas is signed with the own password: with another one nothing is sent', async () => {
  const { desks, caseId, settle } = await aDoubleHandOver()
  const before = await commandsOf()
  expect(await siola.ask('city.settle-case', { ...settle, password: 'bukan sandinya' })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-password' },
  })
  expect([await commandsOf(), (await siola.get('city.case', { caseId })).case.state]).toEqual([before, 'open'])
  for (const desk of desks) await desk.close()
})

test('a complaint that nobody answered goes up: the Dinas sees it with its level, answers, and the kelurahan has the answer', async () => {
  const scope = await city.office()
  const person = { staffId: 'rini', staffName: 'Rini', staffCode: 'KEL-RINI', deviceCode: '01' }
  const aComplaint = (id: string, first: string) => ({
    ...{ id, scope, ...person, at: '2026-08-03T02:00:00.000Z', applicationId: 'a-1', kitirNumber: 'KNG-2608-1' },
    ...{ number: `0001/KMP/${id}`, complainant: { name: 'Dewi Lestari', kind: 'self' }, subject: 'late' },
    ...{ text: 'Sudah tiga hari.', acceptedAt: null, state: 'open', answers: [], withdrawn: null, flags: [], acts: [] },
    deadline: {
      ...{ startAt: '2026-08-03T02:00:00.000Z', dueAt: '2026-08-06T02:00:00.000Z' },
      escalations: [
        { level: 1, to: 'Lurah', at: first },
        { level: 2, to: 'Pengawas Dinas', at: '2026-08-05T02:00:00.000Z' },
      ],
    },
  })
  const ids = [`up-${scope}`, `down-${scope}`] as const
  const up = aComplaint(ids[0], '2026-08-04T02:00:00.000Z')
  const young = aComplaint(ids[1], '2999-08-04T02:00:00.000Z')
  young.deadline.escalations.pop()
  for (const row of [up, young]) await city.write([{ scope, entity: 'complaint', id: row.id, row }])
  const listed = await siola.get('city.complaints', { scope })
  expect(listed).toMatchObject({
    total: 1,
    complaints: [{ complaintId: up.id, unitName: 'Contoh', reached: { level: 2, to: 'Pengawas Dinas' } }],
  })
  const answer = { scope, complaintId: up.id, text: 'Kartunya dikirim pagi ini.' }
  expect(await siola.get('city.answer-complaint', answer)).toMatchObject({ verdict: 'applied', code: null })
  expect((await siola.get('city.complaints', { scope })).total).toBe(0)
  expect((await city.rows(scope))[`complaint/${up.id}`]).toMatchObject({
    row: { state: 'answered', answers: [{ text: answer.text, staffName: 'dewi' }] },
  })
})

test('a refusal of the centre is told with its reason, at once', async () => {
  const { desks, settle } = await aDoubleHandOver()
  await siola.get('city.settle-case', settle)
  expect(await siola.get('city.settle-case', settle)).toEqual({
    verdict: 'refused',
    code: 'case-settled',
    caseId: null,
  })
  for (const desk of desks) await desk.close()
})

test('nothing of another unit stays on the device of the Dinas, whatever was asked and done', async () => {
  const scope = await city.office()
  await city.write([cardRow({ ...aCard(scope, 1), state: 'sorted' })])
  await siola.get('city.units', {})
  await siola.get('city.cards', { scope, states: ['ready', 'sorted'] })
  const sent = { scope, cardIds: [cardId(scope, 1)], courierName: 'Agus', signature: png, courierSignature: null }
  expect(await siola.get('city.dispatch', sent)).toMatchObject({ verdict: 'applied', code: null })
  await siola.get('sync.now', {})
  expect(await siola.keptScopes()).toEqual([dinas])
  const { store } = siola
  const things = await store.read
    .selectFrom('thing')
    .select(['entity', 'id'])
    .where('entity', '=', 'shipment')
    .execute()
  expect(things).toEqual([])
  const kept = await store.read.selectFrom('request').select('answer').execute()
  expect(kept.filter(({ answer }) => answer.includes('Warga Contoh'))).toEqual([])
})

test('a parcel sent from the Dinas is announced at the kelurahan, with a number of its own and its cards on their way', async () => {
  const scope = await city.office()
  await city.write([
    cardRow({ ...aCard(scope, 1), state: 'sorted' }),
    cardRow({ ...aCard(scope, 2), state: 'printed' }),
  ])
  const cardIds = [cardId(scope, 1), cardId(scope, 2)]
  const sent = { scope, cardIds, courierName: 'Agus', signature: png, courierSignature: png }
  const { number, shipmentId } = await siola.get('city.dispatch', sent)
  expect(number).toMatch(/^\d{4}\/BAK\/3578-DINAS-\d\d\/20\d\d$/)
  expect((await siola.get('city.shipments', { scope })).shipments).toMatchObject([
    { shipmentId, number, state: 'announced', courierName: 'Agus', cards: 2, counted: 0 },
  ])
  const rows = await city.rows(scope)
  expect(rows[`shipment/${shipmentId}`]).toMatchObject({ row: { scope, cardIds, number } })
  for (const id of cardIds) expect(rows[`card/${id}`]).toMatchObject({ row: { state: 'shipped', shipmentId } })
  // Its manifest can be printed where it was sent from, though its cards are not in that unit's data.
  const manifest = await siola.get('paper.preview', { paper: { kind: 'shipment-record', id: shipmentId } })
  expect(manifest.pages.length).toBe(manifest.pageCount)
})

test('a parcel of three hundred cards is seen whole, and sent as one', async () => {
  const scope = await city.office()
  const numbers = Array.from({ length: 301 }, (_, at) => at + 1)
  await city.write(numbers.map((number) => cardRow({ ...aCard(scope, number), state: 'sorted' })))
  const asked = { scope, states: ['sorted' as const], limit: 500 }
  const { cards, total } = await siola.get('city.cards', asked)
  expect([cards.length, total]).toEqual([301, 301])
  const cardIds = cards.slice(0, 300).map(({ cardId: id }) => id)
  const sent = { scope, cardIds, courierName: 'Agus', signature: png, courierSignature: null }
  expect(await siola.get('city.dispatch', sent)).toMatchObject({ verdict: 'applied', code: null })
  expect((await siola.get('city.cards', asked)).total).toBe(1)
  expect((await siola.get('city.shipments', { scope, limit: 500 })).shipments).toMatchObject([{ cards: 300 }])
})

test('an outage that is registered reaches every kelurahan that it struck, and ends', async () => {
  const [struck, spared] = [await city.office(), await city.office()]
  const from = '2026-11-24T01:00:00.000Z'
  const source = 'Surat Ditjen Dukcapil'
  const outage = { kind: 'outage' as const, from, to: null, units: [struck], services: null, source }
  expect(await siola.get('city.register-incident', outage)).toMatchObject({ verdict: 'applied' })
  const { incidents } = await siola.get('city.incidents', {})
  const { incidentId } = incidents.find(({ units }) => units?.includes(struck)) ?? { incidentId: '' }
  const copy = `incident/${incidentId}@${struck}`
  expect((await city.rows(struck))[copy]).toMatchObject({ row: { kind: 'outage', from, to: null } })
  expect(Object.keys(await city.rows(spared)).filter((key) => key.startsWith('incident/'))).toEqual([])
  const to = '2026-11-24T04:00:00.000Z'
  expect(await siola.get('city.end-incident', { incidentId, to })).toMatchObject({ verdict: 'applied' })
  expect((await city.rows(struck))[copy]).toMatchObject({ row: { to } })
  expect(await siola.get('city.withdraw-incident', { incidentId, reason: 'Salah catat' })).toMatchObject({
    verdict: 'applied',
  })
})

test('a clerk of the Dinas sees nothing of the city, and a desk of a kelurahan is not one of the Dinas', async () => {
  const clerk = await EngineDesk.of(city.url, await city.enrolmentCode(dinas), 'yuni')
  expect(await clerk.ask('city.units', {})).toEqual({ ok: false, refusal: { code: 'not-permitted' } })
  await clerk.close()
})

test('with the line cut nothing is asked and nothing done: online only', async () => {
  const { desks, settle } = await aDoubleHandOver()
  const before = await commandsOf()
  await siola.get('sync.set-connection', { connected: false })
  for (const refused of [
    await siola.ask('city.units', {}),
    await siola.ask('city.settle-case', settle),
    await siola.ask('city.case', { caseId: settle.caseId }),
  ])
    expect(refused).toEqual({ ok: false, refusal: { code: 'online-only' } })
  await siola.get('sync.set-connection', { connected: true })
  await siola.get('sync.now', {})
  expect(await commandsOf()).toEqual(before)
  for (const desk of desks) await desk.close()
})

test('the line breaks after the centre took the act: the screen says that it waits, and it was done once', async () => {
  const { desks, caseId, settle } = await aDoubleHandOver()
  const before = (await commandsOf()).length
  line.break('/v1/sync/push', { kind: 'cut', afterBytes: 20 })
  const requestId = 'one-confirmation-of-a-person'
  expect(await siola.ask('city.settle-case', settle, requestId)).toEqual({
    ok: true,
    value: { verdict: 'waiting', code: null, caseId: null },
  })
  line.mend()
  await siola.get('sync.now', {})
  // Pressed again: the same confirmation makes no second command.
  expect(await siola.ask('city.settle-case', settle, requestId)).toMatchObject({ ok: true })
  expect((await commandsOf()).length).toBe(before + 1)
  expect((await siola.get('city.case', { caseId })).case.state).toBe('settled')
  const outbox = await siola.store.read
    .selectFrom('command')
    .select('verdict')
    .orderBy('position', 'desc')
    .limit(1)
    .execute()
  expect(outbox).toEqual([{ verdict: 'duplicate' }])
  for (const desk of desks) await desk.close()
})

test('the line breaks before the centre heard of it: the act waits in the outbox and is done when the line is back', async () => {
  const { desks, caseId, settle } = await aDoubleHandOver()
  line.break('/v1/sync/push', { kind: 'closed' })
  expect(await siola.get('city.settle-case', settle)).toEqual({ verdict: 'waiting', code: null, caseId: null })
  expect((await siola.get('sync.overview', {})).queue).toHaveLength(1)
  line.mend()
  await siola.get('sync.now', {})
  expect((await siola.get('city.case', { caseId })).case.state).toBe('settled')
  for (const desk of desks) await desk.close()
})
