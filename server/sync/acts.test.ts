import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('what is done with cards besides handing them over, on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  let siola: ADevice
  let cards = 0
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    device = await centre.device()
    siola = await centre.device(dinasScope)
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

  test('wrong data on a card: its application is in repair with its clock begun anew, and stays so when the card goes back', async () => {
    const card = await aCard()
    expect(await rowOf('application', card.applicationId)).toMatchObject({ status: 'SIAP_DIAMBIL' })
    const seen = move(card.id, 'wrong-data')
    expect(await device.verdicts(seen)).toMatchObject([{ kind: 'applied', code: null }])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'damaged' })
    const inRepair = {
      status: 'PERBAIKAN',
      acceptedAt: '2026-11-24T01:59:00.000Z',
      dueAt: null,
      fulfilledAt: null,
      returns: [],
    }
    expect(await rowOf('application', card.applicationId)).toMatchObject(inRepair)
    await device.verdicts(move(card.id, 'returned'))
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'returned' })
    expect(await rowOf('application', card.applicationId)).toMatchObject(inRepair)
  })

  test('wrong data told by mistake is taken back: the promise goes on as it was before, nothing of it is lost', async () => {
    const card = await aCard()
    const { status, acceptedAt, fulfilledAt } = (await rowOf('application', card.applicationId)) ?? {}
    await device.verdicts(move(card.id, 'wrong-data'))
    expect(await rowOf('application', card.applicationId)).toMatchObject({
      earlier: [{ acceptedAt, fulfilledAt, until: '2026-11-24T01:59:00.000Z' }],
    })
    expect(await device.verdicts(move(card.id, 'taken-back'))).toMatchObject([{ kind: 'applied', code: null }])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'ready' })
    const before = { status, acceptedAt, fulfilledAt: fulfilledAt ?? card.arrivedAt, earlier: [] }
    expect(await rowOf('application', card.applicationId)).toMatchObject(before)
  })

  test('a record taken back after its time is kept as it happened, and a case asks a supervisor to look', async () => {
    const card = await aCard()
    await device.verdicts(move(card.id, 'damaged'))
    const told = { actId: randomUUID(), kind: 'taken-back', cards: [{ cardId: card.id, place: null }], number: null }
    const late = {
      ...by('rini'),
      at: '2026-11-24T02:30:00.000Z',
      reason: 'Salah tekan',
      signature: null,
      offline: true,
    }
    expect(await device.verdicts(device.command('card.move', { ...late, ...told }))).toMatchObject([
      { kind: 'applied', code: 'undo-too-late' },
    ])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'ready', caseId: expect.any(String) })
  })

  test('a lost card asks the Dinas to print again, until it is found', async () => {
    const card = await aCard()
    await device.verdicts(move(card.id, 'lost'))
    const lost = { status: 'HILANG_KEL', reprintAskedAt: '2026-11-24T01:59:00.000Z' }
    expect(await rowOf('application', card.applicationId)).toMatchObject(lost)
    await device.verdicts(move(card.id, 'found'))
    const found = { status: 'SIAP_DIAMBIL', reprintAskedAt: null }
    expect(await rowOf('application', card.applicationId)).toMatchObject(found)
  })

  test('wrong data told of a card that was handed over meanwhile is kept as a case, and the application stays as it is', async () => {
    const card = await aCard()
    await device.verdicts(device.command('handover.record', device.fact(card.id)))
    expect(await device.verdicts(move(card.id, 'wrong-data'))).toMatchObject([
      { kind: 'conflict', code: 'card-elsewhere' },
    ])
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'handed-over' })
    expect(await rowOf('application', card.applicationId)).toMatchObject({ status: 'DISERAHKAN' })
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

  test('a card given to a proxy without a letter is given all the same, flagged, and a case asks a supervisor to look', async () => {
    const card = await aCard()
    const proxy = {
      kind: 'proxy',
      name: 'Slamet',
      nik: '3578010202800001',
      relation: 'Kuasa',
      proxyLetter: null,
    } as const
    const fact = device.fact(card.id, { collector: proxy })
    const [verdict] = await device.verdicts(device.command('handover.record', fact))
    expect(verdict).toMatchObject({ kind: 'applied', code: 'rules-not-met' })
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'handed-over' })
    expect(await rowOf('handover', fact.handoverId)).toMatchObject({ standing: 'stands', flags: ['rules-not-met'] })
    const { caseId } = (await rowOf('card', card.id)) as { caseId: string }
    expect(await rowOf('case', caseId)).toMatchObject({ kind: 'flagged-hand-over', state: 'open' })
  })

  test('a hand-over that is undone after its time is undone all the same, flagged, and a case asks a supervisor to look', async () => {
    const card = await aCard()
    const fact = device.fact(card.id)
    await device.verdicts(device.command('handover.record', fact))
    const { handoverId } = fact
    const told = {
      undoId: randomUUID(),
      handoverId,
      cardId: card.id,
      reason: 'Salah orang',
      override: null,
      place: null,
    }
    const late = { ...by('rini'), at: '2026-11-24T02:59:00.000Z', offline: true }
    const [verdict] = await device.verdicts(device.command('handover.undo', { ...told, ...late }))
    expect(verdict).toMatchObject({ kind: 'applied', code: 'undo-too-late' })
    expect(await rowOf('handover', handoverId)).toMatchObject({ standing: 'undone' })
    const { caseId } = (await rowOf('card', card.id)) as { caseId: string }
    expect(await rowOf('case', caseId)).toMatchObject({ kind: 'flagged-movement', state: 'open', cardId: card.id })
    const line = (await device.copy()).rows.find(({ id }) => id === `${told.undoId}:${card.id}`)?.row
    expect(line).toMatchObject({ kind: 'undone', flags: ['undo-too-late'] })
  })

  const stoodBy = (supervisorId: string) =>
    ({ means: 'on-the-spot', reason: 'Salah', supervisorId, supervisorName: supervisorId }) as const

  test.each([
    ['by a clock that was set back before the hand-over', 'rini', { at: '2026-11-24T01:58:00.000Z' }, 0, true],
    ['forty days later, with the time of the same minute', 'rini', {}, 40 * 86_400, true],
    ['for a colleague, with a supervisor whom nobody knows', 'hendra', { override: stoodBy('ghost') }, 0, true],
    ['for a colleague, with a supervisor', 'hendra', { override: stoodBy('hendra') }, 0, false],
  ])('a hand-over that is undone %s is looked at as it is', async (_, giver, more, seconds, flagged) => {
    const card = await aCard()
    const fact = device.fact(card.id, { staffId: giver })
    await device.verdicts(device.command('handover.record', fact, { staffId: giver }))
    centre.later(seconds)
    await device.signIn()
    const told = { undoId: randomUUID(), handoverId: fact.handoverId, cardId: card.id, reason: 'Salah', place: null }
    const undo = { ...by('rini'), ...told, override: null, offline: true, ...more }
    const code = flagged ? 'undo-too-late' : null
    expect(await device.verdicts(device.command('handover.undo', undo))).toMatchObject([{ kind: 'applied', code }])
    expect(await rowOf('handover', fact.handoverId)).toMatchObject({ standing: 'undone' })
    centre.later(-seconds)
    for (const one of [device, siola]) await one.signIn()
  })

  test('an old card that was withdrawn is held, destroyed with its berita acara, and what another desk says of it later is a case', async () => {
    const card = await aCard()
    const fact = { ...device.fact(card.id), oldCard: { kind: 'withdrawn', drawer: 'L1' } as const }
    await device.verdicts(device.command('handover.record', fact))
    expect(await rowOf('old-card', fact.handoverId)).toMatchObject({ state: 'held', cardId: card.id, drawer: 'L1' })
    const witness = { name: 'Agus', position: 'Sekretaris' }
    const emptied = (kind: 'destroyed' | 'returned') => ({
      ...by('rini'),
      actId: randomUUID(),
      kind,
      number: `0001/BAM/${kind}`,
      place: 'Kelurahan',
      method: kind === 'destroyed' ? 'digunting' : null,
      witnesses: [witness, witness],
      receiver: kind === 'returned' ? witness : null,
      cards: [{ oldCardId: fact.handoverId, cardId: card.id }],
      offline: true,
    })
    expect(await device.verdicts(device.command('old-card.move', emptied('destroyed')))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    const [later] = await device.verdicts(device.command('old-card.move', emptied('returned')))
    expect(later).toMatchObject({ kind: 'conflict', code: 'old-card-gone' })
    expect(await rowOf('old-card', fact.handoverId)).toMatchObject({
      state: 'destroyed',
      closing: { number: '0001/BAM/destroyed', method: 'digunting' },
    })
  })

  test.each([
    ['a supervisor', 'hendra', 'on-the-spot', null],
    ['somebody whom nobody knows', 'ghost', 'on-the-spot', 'not-permitted'],
    ['a clerk', 'rini', 'challenge', 'not-permitted'],
  ] as const)('a PIN set aside by %s', async (_, supervisorId, means, code) => {
    const card = await aCard()
    const override = { means, reason: 'PIN hilang', supervisorId, supervisorName: supervisorId }
    const fact = { ...device.fact(card.id), pin: 'overridden' as const, override }
    const [verdict] = await device.verdicts(device.command('handover.record', fact))
    expect(verdict).toMatchObject({ kind: 'applied', code })
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'handed-over', caseId: verdict?.caseId ?? null })
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

  test('a label that the desk did not know is a card of another unit: it stays where it belongs, with a case there, and its parcel learns of it', async () => {
    const away = otherScope
    const mine = await aCard({ state: 'shipped', arrivedAt: null })
    const stray = await aCard({ state: 'shipped', arrivedAt: null, scope: away, shipmentId: 'parcel-away' })
    const told = { fromUnit: 'SIOLA', state: 'announced' as const, sentAt: by('rini').at, courierName: 'Agus' }
    const empty = { counts: [], lines: [] }
    await centre.write('shipment', { id: 'parcel-3', scope, number: '1/BAK', cardIds: [mine.id], ...told, ...empty })
    await centre.write('shipment', {
      ...{ id: 'parcel-away', scope: away, number: '2/BAK', cardIds: [stray.id], ...told, ...empty },
    })
    const place = { rack: 'B', box: '3', number: '18' }
    const line = (labelCode: string) => ({ labelCode, counted: 'extra', note: 'Terselip', place: null })
    const lines = [
      { cardId: mine.id, labelCode: mine.labelCode, counted: 'good', note: '', place },
      { cardId: null, ...line(stray.labelCode) },
      { cardId: null, ...line('LABEL-of-nobody') },
    ]
    const signed = { signature: 'a'.repeat(64), courierSignature: null, offline: true, complete: true }
    const counted = { countId: randomUUID(), shipmentId: 'parcel-3', number: '0001/BAP/9', courierName: 'Agus' }
    expect(
      await device.verdicts(device.command('shipment.receive', { ...by('rini'), ...counted, ...signed, lines })),
    ).toMatchObject([{ kind: 'conflict', code: 'card-elsewhere', caseId: expect.any(String) }])
    expect(await rowOf('card', mine.id)).toMatchObject({ state: 'ready', caseId: null })
    expect(await rowOf('shipment', 'parcel-3')).toMatchObject({
      state: 'received',
      lines: [{ cardId: mine.id }, { cardId: stray.id, ofShipment: 'parcel-away' }, { cardId: null }],
    })
    const there = (await (await centre.device(away)).copy()).rows
    const found = (entity: string) => there.filter((one) => one.entity === entity).map(({ row }) => row)
    expect(found('card')).toMatchObject([{ id: stray.id, state: 'shipped', caseId: expect.any(String) }])
    expect(found('movement')).toMatchObject([{ cardId: stray.id, flags: ['card-elsewhere'], number: '0001/BAP/9' }])
    expect(found('case')).toMatchObject([{ cardId: stray.id, kind: 'flagged-movement' }])
    expect(found('shipment')).toMatchObject([
      { state: 'announced', lines: [{ cardId: stray.id, counted: 'missing', note: '0001/BAP/9' }] },
    ])
  })

  test('a parcel that the Dinas dispatched to this unit is announced to it, its cards and their applications are on the way', async () => {
    const coming = (state: 'sorted' | 'print-queue') => aCard({ state, arrivedAt: null })
    const [first, second, third] = [
      await coming('sorted'),
      await aCard({ arrivedAt: null }),
      await coming('print-queue'),
    ]
    const sent = { shipmentId: 'parcel-2', scope, number: '0008/BAK/SIOLA-01/2026', fromUnit: 'Siola' }
    const signed = { courierName: 'Agus', signature: 'a'.repeat(64), courierSignature: null, offline: false }
    const dispatch = (staffId: string) =>
      siola.command(
        'shipment.dispatch',
        { ...by(staffId), ...sent, ...signed, cardIds: [first.id, second.id, third.id] },
        { staffId, scope },
      )
    expect(await siola.verdicts(dispatch('dewi'))).toMatchObject([
      // The second one is on a shelf, the third one not printed yet: they cannot have been put into a parcel.
      { kind: 'conflict', code: 'card-elsewhere', caseId: expect.any(String) },
    ])
    expect(await rowOf('shipment', 'parcel-2')).toMatchObject({
      state: 'announced',
      sentAt: by('dewi').at,
      cardIds: [first.id, second.id, third.id],
      lines: [],
    })
    expect(await rowOf('card', first.id)).toMatchObject({ state: 'shipped', shipmentId: 'parcel-2' })
    expect(await rowOf('application', first.applicationId)).toMatchObject({ status: 'DIKIRIM' })
    expect(await rowOf('card', second.id)).toMatchObject({ state: 'ready', caseId: expect.any(String) })
    expect(await rowOf('card', third.id)).toMatchObject({ state: 'print-queue', caseId: expect.any(String) })
  })

  test('blanks that came in are a line in the book of the unit', async () => {
    const line = {
      kind: 'in',
      cardKind: 'ktp-el',
      quantity: 500,
      expected: null,
      number: 'SJ-12',
      reason: null,
      offline: false,
    }
    const entryId = randomUUID()
    const moved = { ...by('hendra'), entryId, ...line }
    expect(await device.verdicts(device.command('blanks.move', moved, { staffId: 'hendra' }))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    expect(await rowOf('blank-entry', entryId)).toMatchObject({ id: entryId, scope, quantity: 500, kind: 'in' })
  })

  const fileOf = async (caseId: string | null | undefined) => rowOf('case', caseId ?? 'none')

  test.each([
    ['a movement', 'card.move', (cardId: string) => ({ kind: 'teleported', cards: [{ cardId, place: null }] })],
    ['a count', 'shipment.receive', (cardId: string) => ({ lines: [{ cardId, counted: 'half' }] })],
    ['a parcel', 'shipment.dispatch', (cardId: string) => ({ cardIds: [cardId] })],
  ])('%s that cannot be read is kept with a case about its card', async (_, type, told) => {
    const card = await aCard()
    const [verdict] = await device.verdicts(device.command(type, told(card.id)))
    expect(verdict).toMatchObject({ kind: 'conflict', code: 'payload-unreadable', caseId: expect.any(String) })
    expect(await fileOf(verdict?.caseId)).toMatchObject({ cardId: card.id, fact: { type } })
  })

  test.each([
    ['a claim that cannot be read', 'claim.note', { kind: 'dreamt' }, 'payload-unreadable'],
    [
      'an answer to a complaint that nobody knows',
      'complaint.answer',
      { answerId: 'answer-1', complaintId: 'nobody-knows', text: 'Sudah', offline: true },
      'complaint-unknown',
    ],
    [
      'a count of a parcel and of labels that nobody knows',
      'shipment.receive',
      {
        ...{ countId: 'count-9', shipmentId: 'nobody-knows', number: '9/BAP', courierName: 'Agus', complete: true },
        lines: [{ cardId: null, labelCode: 'LABEL-?', counted: 'extra', note: 'terbawa', place: null }],
        ...{ signature: 'a'.repeat(64), courierSignature: null, offline: true },
      },
      'shipment-unknown',
    ],
  ])('%s is kept with a case about no card', async (_, type, told, code) => {
    const [verdict] = await device.verdicts(device.command(type, { ...by('rini'), ...told }))
    expect(verdict).toMatchObject({ kind: 'conflict', code, caseId: expect.any(String) })
    expect(await fileOf(verdict?.caseId)).toMatchObject({ kind: 'flagged-fact', cardId: null, fact: { type, code } })
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
