import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'
import { readRow } from './read-row.ts'

describe.each(await centres())('acts that reach into another unit, on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  let counter: ADevice
  let neighbour: ADevice
  let cards = 0
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
    counter = await centre.device()
    neighbour = await centre.device(otherScope)
    const person = { id: 'wati', scope: otherScope, username: 'wati', name: 'Wati', code: 'X-wati', active: true }
    await centre.write('staff', { ...person, roles: ['kelurahan', 'supervisor'] })
  })
  afterAll(() => centre.close())

  const by = (staffId: string) => ({
    at: '2026-11-24T01:59:00.000Z',
    staffId,
    staffName: staffId,
    staffCode: `X-${staffId}`,
    deviceCode: '01',
  })
  const aCard = (more: Parameters<ACentre['addCard']>[1] = {}) => {
    cards += 1
    return centre.addCard(`city-card-${cards}`, more)
  }
  /** A card that was handed over twice in `scope`: the card, its case and both hand-overs. */
  const aCase = async () => {
    const { id: cardId } = await aCard()
    const ink = Buffer.from(`signature on ${cardId}`)
    const signature = createHash('sha256').update(ink).digest('hex')
    const headers = { 'content-type': 'application/octet-stream' }
    await counter.request(`/v1/blobs/${signature}`, { method: 'PUT', headers, body: new Uint8Array(ink) })
    const [first, second] = [counter.fact(cardId, { signature }), counter.fact(cardId, { signature })]
    const [, conflict] = await counter.verdicts(
      counter.command('handover.record', first),
      counter.command('handover.record', second),
    )
    return { cardId, caseId: String(conflict?.caseId), first, second }
  }
  const settle = (device: ADevice, staffId: string, of: Awaited<ReturnType<typeof aCase>>, inScope = scope) => {
    const { cardId, caseId, first, second } = of
    const handoversSeen = [first.handoverId, second.handoverId]
    const told = { settleId: randomUUID(), caseId, cardId, handoversSeen, reason: 'Ditanya' }
    const decided = { ...told, decision: 'one-stands', standsHandoverId: second.handoverId }
    return device.command('case.settle', { ...by(staffId), ...decided }, { staffId, scope: inScope })
  }
  const caseOf = ({ caseId }: { caseId: string }) => readRow(centre.server.centre.db, 'case', caseId)
  const lost = (device: ADevice, staffId: string, cardId: string, inScope: string) => {
    const told = { actId: randomUUID(), kind: 'lost', cards: [{ cardId, place: null }], number: null, reason: 'Hilang' }
    return device.command(
      'card.move',
      { ...by(staffId), ...told, signature: null, offline: true },
      { staffId, scope: inScope },
    )
  }

  test('a supervisor at the Dinas settles the case of a kelurahan, whose desks see it in their own scope', async () => {
    const of = await aCase()
    expect(await siola.verdicts(settle(siola, 'dewi', of))).toMatchObject([{ kind: 'applied', code: null }])
    const { rows } = await counter.copy()
    const row = rows.find(({ entity, id }) => entity === 'case' && id === of.caseId)
    expect(row).toMatchObject({ scope, row: { state: 'settled', settled: { staffId: 'dewi' } } })
  })

  test('the same command again is answered as before and settles nothing twice', async () => {
    const of = await aCase()
    const command = settle(siola, 'dewi', of)
    await siola.verdicts(command)
    expect(await siola.verdicts(command)).toMatchObject([{ kind: 'duplicate', original: 'applied' }])
  })

  test.each([
    ['an administrator of the Dinas, whom the table does not name for it', 'bagus', dinasScope],
    ['a clerk of the Dinas', 'yuni', dinasScope],
    ['somebody who works elsewhere, at the Dinas', 'hendra', dinasScope],
    ['the supervisor of the Dinas, at a kelurahan', 'dewi', otherScope],
  ])('a case of another unit is not settled by %s', async (_who, staffId, at) => {
    const of = await aCase()
    const device = at === dinasScope ? siola : neighbour
    expect(await device.verdicts(settle(device, staffId, of))).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
    ])
    // Nor where the device calls it its own.
    expect(await device.verdicts(settle(device, staffId, of, device.identity.homeScope))).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
    ])
    expect(await caseOf(of)).toMatchObject({ state: 'open' })
  })

  test('nothing is done in a unit that does not exist', async () => {
    const of = await aCase()
    expect(await siola.verdicts(settle(siola, 'dewi', of, '3578999999'))).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
    ])
  })

  test('whoever was no supervisor of the Dinas when it was done is refused, whatever they are now', async () => {
    const of = await aCase()
    const person = { id: 'ratna', scope: dinasScope, username: 'ratna', name: 'Ratna', code: 'X-ratna', active: true }
    await centre.write('staff', { ...person, roles: ['counter'] })
    const db = centre.server.centre.db
    await db
      .insertInto('staff_history')
      .values({
        scope: dinasScope,
        staff_id: 'ratna',
        valid_from: '2026-11-24T01:59:30.000Z',
        active: true,
        roles: 'supervisor',
      })
      .execute()
    expect(await siola.verdicts(settle(siola, 'ratna', of))).toMatchObject([{ kind: 'refused', code: 'not-permitted' }])
  })

  test.each([
    ['a neighbouring kelurahan', otherScope, 'rini'],
    ['a clerk of the Dinas', dinasScope, 'yuni'],
    ['the supervisor of the Dinas, for whom it is no city-wide act', dinasScope, 'dewi'],
  ])(
    'a fact about the card of another unit by %s is kept, flagged, and a case of that unit',
    async (_who, at, staffId) => {
      const card = await aCard()
      const device = at === dinasScope ? siola : neighbour
      const [told] = await device.verdicts(lost(device, staffId, card.id, scope))
      expect(told).toMatchObject({ kind: 'applied', code: 'not-permitted', caseId: expect.any(String) })
      expect(await caseOf({ caseId: String(told?.caseId) })).toMatchObject({ scope, state: 'open', cardId: card.id })
      expect(await readRow(centre.server.centre.db, 'card', card.id)).toMatchObject({ scope, state: 'lost' })
    },
  )

  const dispatch = (device: ADevice, staffId: string, to: string, inScope: string, ...cardIds: string[]) => {
    const told = {
      shipmentId: randomUUID(),
      scope: to,
      number: '1/BAK',
      fromUnit: 'Siola',
      courierName: 'Agus',
      cardIds,
    }
    const signed = { signature: 'a'.repeat(64), courierSignature: null, offline: false }
    const command = device.command(
      'shipment.dispatch',
      { ...by(staffId), ...told, ...signed },
      { staffId, scope: inScope },
    )
    return { shipmentId: told.shipmentId, command }
  }
  const sorted = { state: 'sorted', arrivedAt: null } as const
  const rowOf = (entity: 'card' | 'shipment', id: string) => readRow(centre.server.centre.db, entity, id)

  test('the Dinas sends a parcel to a kelurahan, which finds it announced', async () => {
    const card = await aCard(sorted)
    const { shipmentId, command } = dispatch(siola, 'dewi', scope, scope, card.id)
    expect(await siola.verdicts(command)).toMatchObject([{ kind: 'applied', code: null }])
    expect(await rowOf('shipment', shipmentId)).toMatchObject({ scope, state: 'announced' })
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'shipped', shipmentId })
  })

  test.each([
    ['in its own name', otherScope],
    ["in that unit's name", scope],
  ])('a kelurahan sends no card of another unit, %s: a case of that unit, which gets no parcel', async (_, inScope) => {
    const card = await aCard(sorted)
    const { shipmentId, command } = dispatch(neighbour, 'wati', scope, inScope, card.id)
    const [told] = await neighbour.verdicts(command)
    expect(told).toMatchObject({ kind: 'conflict', code: 'card-elsewhere', caseId: expect.any(String) })
    expect(await caseOf({ caseId: String(told?.caseId) })).toMatchObject({ scope, cardId: card.id })
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'sorted', caseId: told?.caseId })
    expect(await rowOf('shipment', shipmentId)).toBeNull()
  })

  test('the Dinas sends nothing to one unit in the name of another', async () => {
    const card = await aCard(sorted)
    const { shipmentId, command } = dispatch(siola, 'dewi', scope, otherScope, card.id)
    expect(await siola.verdicts(command)).toMatchObject([{ kind: 'conflict', code: 'card-elsewhere' }])
    expect(await rowOf('shipment', shipmentId)).toBeNull()
  })

  test('a kelurahan that sends a parcel to itself is flagged: cards are sent at the Dinas', async () => {
    const card = await aCard(sorted)
    const { shipmentId, command } = dispatch(counter, 'hendra', scope, scope, card.id)
    expect(await counter.verdicts(command)).toMatchObject([
      { kind: 'applied', code: 'not-permitted', caseId: expect.any(String) },
    ])
    expect(await rowOf('shipment', shipmentId)).toMatchObject({ scope, state: 'announced' })
  })

  const announced = async (inScope: string, ...cardIds: string[]) => {
    const id = randomUUID()
    const told = { number: `BAK-${id}`, fromUnit: 'Siola', sentAt: by('dewi').at, courierName: 'Agus', cardIds }
    await centre.write('shipment', { id, scope: inScope, ...told, state: 'announced', counts: [], lines: [] })
    return id
  }
  const count = (shipmentId: string, inScope: string, ...found: { cardId: string; ofShipment?: string }[]) => {
    const told = { countId: randomUUID(), shipmentId, number: '1/BAP', courierName: 'Agus', complete: true }
    const lines = found.map(({ cardId, ofShipment }) => ({
      ...{ cardId, ofShipment, labelCode: `LABEL-${cardId}`, counted: ofShipment ? 'extra' : 'good', note: 'terbawa' },
      place: { rack: 'B', box: '1', number: '1' },
    }))
    const signed = { signature: 'a'.repeat(64), courierSignature: null, offline: true }
    return neighbour.command(
      'shipment.receive',
      { ...by('wati'), ...told, lines, ...signed },
      { staffId: 'wati', scope: inScope },
    )
  }

  test('a card of another unit that lay in a parcel is a case of that unit and stays as it was; the rest is counted in', async () => {
    const [foreign, own] = [
      await aCard({ ...sorted, state: 'shipped' }),
      await aCard({ ...sorted, state: 'shipped', scope: otherScope }),
    ]
    const theirs = await announced(scope, foreign.id)
    const ours = await announced(otherScope, own.id)
    const [told] = await neighbour.verdicts(
      count(ours, otherScope, { cardId: own.id }, { cardId: foreign.id, ofShipment: theirs }),
    )
    expect(told).toMatchObject({ kind: 'conflict', code: 'card-elsewhere', caseId: expect.any(String) })
    expect(await caseOf({ caseId: String(told?.caseId) })).toMatchObject({ scope, cardId: foreign.id })
    expect(await rowOf('card', foreign.id)).toMatchObject({ scope, state: 'shipped', caseId: told?.caseId })
    expect(await rowOf('card', own.id)).toMatchObject({ state: 'ready', caseId: null })
    expect(await rowOf('shipment', theirs)).toMatchObject({ state: 'announced', lines: [] })
    expect(await rowOf('shipment', ours)).toMatchObject({ state: 'received' })
  })

  test.each([otherScope, scope])(
    "another unit's parcel is not counted in by a neighbour who says it was in %s",
    async (inScope) => {
      const card = await aCard({ ...sorted, state: 'shipped' })
      const theirs = await announced(scope, card.id)
      expect(await neighbour.verdicts(count(theirs, inScope, { cardId: card.id }))).toMatchObject([
        { kind: 'conflict', code: 'card-elsewhere', caseId: expect.any(String) },
      ])
      expect(await rowOf('card', card.id)).toMatchObject({ state: 'shipped' })
      expect(await rowOf('shipment', theirs)).toMatchObject({ state: 'announced', counts: [] })
    },
  )
})
