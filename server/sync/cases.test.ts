import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseSettled } from '#shared/domain/handover/settle.ts'
import { ACentre } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('cases on $name', (kind) => {
  let centre: ACentre
  let first: ADevice
  let second: ADevice
  let cards = 0
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    first = await centre.device()
    second = await centre.device()
  })
  afterAll(() => centre.close())

  const by = (staffId: string, device: ADevice) => ({
    at: '2026-11-24T01:59:00.000Z',
    staffId,
    staffName: staffId,
    staffCode: `X-${staffId}`,
    deviceCode: device.identity.deviceCode,
  })
  /** The row as a device of the unit has it. */
  const rowOf = async (entity: string, id: string) =>
    (await first.copy()).rows.find((one) => one.entity === entity && one.id === id)?.row
  const sign = async (device: ADevice, bytes: Uint8Array) => {
    const headers = { 'content-type': 'application/octet-stream' }
    const path = `/v1/blobs/${nameOf(bytes)}`
    await device.request(path, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  }
  const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  /** Two desks that gave out one card; the signatures are still on the way. */
  async function givenTwice(photo: string | null = null) {
    cards += 1
    const card = await centre.addCard(`case-card-${cards}`)
    const inks = [randomBytes(400), randomBytes(400)] as const
    const facts = [
      first.fact(card.id, { signature: nameOf(inks[0]), photo }),
      second.fact(card.id, { signature: nameOf(inks[1]) }),
    ] as const
    await first.verdicts(first.command('handover.record', facts[0]))
    const [conflict] = await second.verdicts(second.command('handover.record', facts[1]))
    return { cardId: card.id, caseId: conflict?.caseId ?? '', facts, inks }
  }
  type Given = Awaited<ReturnType<typeof givenTwice>>

  const settle = (device: ADevice, given: Given, more: Partial<CaseSettled> & { staffId: string }) => {
    const { cardId, caseId, facts } = given
    const payload = {
      ...by(more.staffId, device),
      settleId: randomUUID(),
      caseId,
      cardId,
      decision: 'one-stands',
      standsHandoverId: facts[1].handoverId,
      handoversSeen: facts.map(({ handoverId }) => handoverId),
      reason: 'Ditanya',
      ...more,
    }
    return device.command('case.settle', payload, { staffId: more.staffId })
  }

  test('a case is settled by a supervisor and by nobody else, once, and only when both signatures are here', async () => {
    const given = await givenTwice()
    expect(await second.verdicts(settle(second, given, { staffId: 'hendra' }))).toMatchObject([
      { kind: 'refused', code: 'evidence-pending' },
    ])
    await sign(first, given.inks[0])
    expect(await second.verdicts(settle(second, given, { staffId: 'hendra' }))).toMatchObject([
      { kind: 'refused', code: 'evidence-pending' },
    ])
    expect(await rowOf('case', given.caseId)).toMatchObject({ state: 'open' })
    await sign(second, given.inks[1])
    const settlings = ['rini', 'hendra', 'hendra'].map((staffId) => settle(second, given, { staffId }))
    expect(await second.verdicts(...settlings)).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
      { kind: 'applied', code: null },
      { kind: 'refused', code: 'case-settled' },
    ])
    expect(await rowOf('handover', given.facts[0].handoverId)).toMatchObject({ standing: 'set-aside' })
    expect(await rowOf('handover', given.facts[1].handoverId)).toMatchObject({ standing: 'stands' })
    expect(await rowOf('case', given.caseId)).toMatchObject({
      state: 'settled',
      settled: { staffId: 'hendra', decision: 'one-stands', reason: 'Ditanya' },
    })
  })

  test('a case is not settled before the photos of its hand-overs are here, either', async () => {
    const photo = randomBytes(900)
    const given = await givenTwice(nameOf(photo))
    await sign(first, given.inks[0])
    await sign(second, given.inks[1])
    const settled = () => second.verdicts(settle(second, given, { staffId: 'hendra' }))
    expect(await settled()).toMatchObject([{ kind: 'refused', code: 'evidence-pending' }])
    await sign(first, photo)
    expect(await settled()).toMatchObject([{ kind: 'applied', code: null }])
  })

  test('where both happened the double print is in the ledger and both hand-overs stand', async () => {
    const given = await givenTwice()
    await sign(first, given.inks[0])
    await sign(second, given.inks[1])
    const decided = {
      staffId: 'hendra',
      settleId: randomUUID(),
      decision: 'both-happened',
      standsHandoverId: null,
    } as const
    expect(await first.verdicts(settle(first, given, decided))).toMatchObject([{ kind: 'applied' }])
    expect(await rowOf('movement', `${decided.settleId}:${given.cardId}`)).toMatchObject({
      kind: 'double-print',
      cardId: given.cardId,
      staffId: 'hendra',
    })
    for (const { handoverId } of given.facts)
      expect(await rowOf('handover', handoverId)).toMatchObject({ standing: 'stands' })
  })

  test('a third hand-over that came in meanwhile: the decision about two is refused, the case waits', async () => {
    const given = await givenTwice()
    await sign(first, given.inks[0])
    await sign(second, given.inks[1])
    await first.verdicts(first.handOver(given.cardId))
    expect(await second.verdicts(settle(second, given, { staffId: 'hendra' }))).toMatchObject([
      { kind: 'refused', code: 'case-grown' },
    ])
    expect(await rowOf('case', given.caseId)).toMatchObject({ state: 'open' })
  })

  test('what a clerk says about a case is kept with it', async () => {
    const { caseId, cardId } = await givenTwice()
    const note = { noteId: randomUUID(), caseId, cardId, kind: 'statement', text: 'Warga datang sendiri' }
    expect(await first.verdicts(first.command('case.note', { ...by('rini', first), ...note }))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    expect(await rowOf('case', caseId)).toMatchObject({ state: 'open', notes: [{ text: note.text, staffId: 'rini' }] })
  })

  test('what should not have been allowed stays a fact and becomes a case; the same person asking for something is refused', async () => {
    const card = await centre.addCard('case-card-stranger')
    const fact = first.fact(card.id, { staffId: 'nobody' })
    const [verdict] = await first.verdicts(first.command('handover.record', fact, { staffId: 'nobody' }))
    expect(verdict).toMatchObject({ kind: 'applied', code: 'not-permitted', caseId: expect.any(String) })
    expect(await rowOf('card', card.id)).toMatchObject({ state: 'handed-over', caseId: verdict?.caseId })
    expect(await rowOf('handover', fact.handoverId)).toMatchObject({ standing: 'stands', flags: ['not-permitted'] })
    const caseId = verdict?.caseId ?? ''
    expect(await rowOf('case', caseId)).toMatchObject({ kind: 'flagged-hand-over', state: 'open' })
    const asked = {
      ...by('nobody', first),
      settleId: randomUUID(),
      caseId,
      cardId: card.id,
      decision: 'accepted',
      standsHandoverId: null,
      handoversSeen: [fact.handoverId],
      reason: 'Saya sendiri',
    }
    expect(await first.verdicts(first.command('case.settle', asked, { staffId: 'nobody' }))).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
    ])
    expect(await rowOf('case', caseId)).toMatchObject({ state: 'open' })
  })
})
