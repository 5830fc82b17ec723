import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

describe.each(await databases())('what is done with cards besides handing them over, on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  let cards = 0
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
  })
  afterAll(() => centre.close())

  const aCard = (more: Parameters<ACentre['addCard']>[1] = {}) => {
    cards += 1
    return centre.addCard(`act-card-${cards}`, more)
  }
  const by = (staffId: string) => ({
    at: '2026-11-24T01:59:00.000Z',
    staffId,
    staffName: staffId,
    staffCode: `X-${staffId}`,
    deviceCode: device.identity.deviceCode,
  })
  /** The row as a device of the unit has it. */
  const rowOf = async (entity: string, id: string) =>
    (await device.copy()).rows.find((one) => one.entity === entity && one.id === id)?.row
  const move = (cardId: string, moved: string) => {
    const cards = [{ cardId, place: null }]
    const told = {
      actId: randomUUID(),
      kind: moved,
      cards,
      number: null,
      reason: 'Retak',
      signature: null,
      offline: true,
    }
    return device.command('card.move', { ...by('rini'), ...told })
  }

  test('a card found damaged and one returned: the ledger has a line each, the application follows', async () => {
    const card = await aCard()
    expect(await device.verdicts(move(card.id, 'damaged'), move(card.id, 'returned'))).toMatchObject([
      { kind: 'applied', code: null },
      { kind: 'applied', code: null },
    ])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'returned' })
    expect(await rowOf('application', card.applicationId)).toMatchObject({ status: 'RETUR' })
    const lines = (await device.copy()).rows.filter(
      ({ entity, row }) => entity === 'movement' && row?.cardId === card.id,
    )
    expect(lines.map(({ row }) => [row?.from, row?.to]).sort()).toEqual([
      ['damaged', 'returned'],
      ['ready', 'damaged'],
    ])
  })

  test('a hand-over that is undone stays on record and the card is on the shelf', async () => {
    const card = await aCard()
    const fact = device.fact(card.id)
    await device.verdicts(device.command('handover.record', fact))
    const { handoverId } = fact
    const undo = {
      undoId: randomUUID(),
      handoverId,
      cardId: card.id,
      ...by('rini'),
      reason: 'Salah orang',
      override: null,
    }
    const verdicts = await device.verdicts(device.command('handover.undo', { ...undo, place: null, offline: true }))
    expect(verdicts).toMatchObject([{ kind: 'applied', code: null }])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'ready', handedOver: null })
    expect(await rowOf('handover', handoverId)).toMatchObject({ standing: 'undone' })
    expect(await rowOf('application', card.applicationId)).toMatchObject({ status: 'SIAP_DIAMBIL' })
  })

  test('a case is settled by a supervisor and by nobody else, once', async () => {
    const card = await aCard()
    const first = device.fact(card.id)
    const second = device.fact(card.id)
    const [, conflict] = await device.verdicts(
      device.command('handover.record', first),
      device.command('handover.record', second),
    )
    const settle = (staffId: string) => {
      const decided = { settleId: randomUUID(), caseId: conflict?.caseId, cardId: card.id, reason: 'Ditanya' }
      const payload = { ...by(staffId), ...decided, standsHandoverId: second.handoverId }
      return device.command('case.settle', payload, { staffId })
    }
    expect(await device.verdicts(settle('rini'), settle('hendra'), settle('hendra'))).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
      { kind: 'applied' },
      { kind: 'refused', code: 'case-settled' },
    ])
    expect(await rowOf('handover', first.handoverId)).toMatchObject({ standing: 'set-aside' })
    expect(await rowOf('handover', second.handoverId)).toMatchObject({ standing: 'stands' })
  })

  test('a parcel counted in puts its cards on the shelf; one that nobody announced is a case', async () => {
    const card = await aCard({ state: 'shipped', arrivedAt: null })
    const parcel = {
      id: 'parcel-1',
      scope,
      number: '0007/BAP/SIOLA/2026',
      fromUnit: 'SIOLA',
      state: 'announced' as const,
      sentAt: '2026-11-24T00:00:00.000Z',
      courierName: 'Agus',
      cardIds: [card.id],
      counts: [],
      lines: [],
    }
    await centre.write('shipment', parcel)
    const place = { rack: 'B', box: '3', number: '17' }
    const count = (shipmentId: string, cardId: string) => {
      const lines = [{ cardId, labelCode: `LABEL-${cardId}`, counted: 'good', note: '', place }]
      const signed = { signature: 'a'.repeat(64), courierSignature: null, offline: true }
      const told = { countId: randomUUID(), shipmentId, number: '0001/BAT', courierName: 'Agus', complete: true }
      return device.command('shipment.receive', { ...by('rini'), ...told, lines, ...signed })
    }
    expect(await device.verdicts(count('parcel-1', card.id))).toMatchObject([{ kind: 'applied', code: null }])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'ready', place, shipmentId: 'parcel-1' })
    expect(await rowOf('shipment', 'parcel-1')).toMatchObject({ state: 'received' })
    expect(await device.verdicts(count('parcel-9', 'nobody-knows'))).toMatchObject([
      { kind: 'conflict', caseId: expect.any(String) },
    ])
  })

  test('an intention that cannot be read is refused; a fact is kept with a case', async () => {
    const card = await aCard()
    const settle = device.command('case.settle', { cardId: card.id })
    const fact = device.command('card.move', { cardId: card.id, kind: 'teleported' })
    expect(await device.verdicts(settle, fact)).toMatchObject([
      { kind: 'refused', code: 'payload-unreadable' },
      { kind: 'conflict', code: 'payload-unreadable', caseId: expect.any(String) },
    ])
  })
})
