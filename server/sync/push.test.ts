import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('push on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  let cards = 0
  /** Every test hands over a card of its own. */
  const aCard = () => {
    cards += 1
    return centre.addCard(`card-${cards}`)
  }
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
  })
  afterAll(() => centre.close())

  const rowsOf = async (from: ADevice, entity: string) =>
    (await from.copy()).rows.filter((row) => row.entity === entity).map(({ row }) => row)

  test('a hand-over is applied once: card and application say so, and a repeat gets the stored answer', async () => {
    const card = await aCard()
    const command = device.handOver(card.id)
    const [first] = await device.verdicts(command)
    expect(first).toMatchObject({ kind: 'applied', code: null, caseId: null })
    const [again] = await device.verdicts(command)
    expect(again).toMatchObject({ kind: 'duplicate', original: 'applied', decidedAt: first?.decidedAt })
    const standing = (await rowsOf(device, 'handover')).filter((row) => row?.cardId === card.id)
    expect(standing).toHaveLength(1)
    expect(await rowsOf(device, 'card')).toContainEqual(expect.objectContaining({ id: card.id, state: 'handed-over' }))
    expect(await rowsOf(device, 'application')).toContainEqual(
      expect.objectContaining({ id: card.applicationId, status: 'DISERAHKAN' }),
    )
  })

  test('a second hand-over of one card from another desk is kept, and both are evidence of one case', async () => {
    const card = await aCard()
    const other = await centre.device()
    await device.verdicts(device.handOver(card.id))
    const [second] = await other.verdicts(other.handOver(card.id))
    expect(second).toMatchObject({ kind: 'conflict', code: 'already-handed-over' })
    const cases = (await rowsOf(other, 'case')).filter((row) => row?.cardId === card.id)
    expect(cases).toEqual([expect.objectContaining({ id: second?.caseId, state: 'open', kind: 'double-hand-over' })])
    expect(cases[0]?.handoverIds).toHaveLength(2)
  })

  test('a hole in the numbers changes nothing and is answered with the number expected', async () => {
    const card = await aCard()
    const before = device.chain
    const lost = device.handOver(card.id)
    const later = device.handOver(card.id)
    const answer = await device.push(later)
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ error: 'expected-seq', expectedSeq: before.seq + 1 })
    expect((await device.verdicts(lost, later)).map(({ kind: what }) => what)).toEqual(['applied', 'conflict'])
  })

  test('a restored backup that writes another history under a used number is told so', async () => {
    const twin = await centre.device()
    const card = await aCard()
    const before = twin.chain
    await twin.verdicts(twin.handOver(card.id))
    twin.chain = before
    const answer = await twin.push(twin.handOver(card.id))
    expect([answer.status, errorOf(answer)]).toEqual([409, 'forked'])
  })

  test('a command whose bytes were changed gets no verdict, and its device is quarantined', async () => {
    const suspect = await centre.device()
    const card = await aCard()
    const command = suspect.handOver(card.id)
    const forged = { ...command, envelope: command.envelope.replace(scope, '3578101004') }
    const answer = await suspect.push(forged)
    expect([answer.status, errorOf(answer)]).toEqual([403, 'quarantined'])
    expect(errorOf(await suspect.push(command))).toBe('quarantined')
    expect(await rowsOf(device, 'handover')).not.toContainEqual(expect.objectContaining({ cardId: card.id }))
  })

  test('a command signed with another key quarantines its device', async () => {
    const [suspect, thief] = [await centre.device(), await centre.device()]
    const card = await aCard()
    const command = { ...suspect.handOver(card.id), signature: thief.handOver(card.id).signature }
    expect(errorOf(await suspect.push(command))).toBe('quarantined')
  })

  test('a payload that is not the one signed for quarantines its device', async () => {
    const suspect = await centre.device()
    const [card, other] = [await aCard(), await aCard()]
    const command = suspect.handOver(card.id)
    const payload = command.payload?.replaceAll(card.id, other.id) ?? ''
    expect(errorOf(await suspect.push({ ...command, payload }))).toBe('quarantined')
    expect(await rowsOf(device, 'handover')).not.toContainEqual(expect.objectContaining({ cardId: other.id }))
  })

  test('a command that comes again under another number, as after a fork, is answered by its first verdict and done once', async () => {
    const restored = await centre.device()
    const card = await aCard()
    const id = randomUUID()
    const fact = restored.fact(card.id)
    const [first] = await restored.verdicts(restored.command('handover.record', fact, { id }))
    const [again] = await restored.verdicts(restored.command('handover.record', fact, { id }))
    expect([first?.kind, again]).toEqual(['applied', { ...first, seq: 2, kind: 'duplicate', original: 'applied' }])
    expect(await rowsOf(device, 'case')).not.toContainEqual(expect.objectContaining({ cardId: card.id }))
  })

  test('the token of one device cannot push as another', async () => {
    const other = await centre.device()
    const answer = await other.post('/v1/sync/push', {
      deviceId: device.identity.deviceId,
      generation: 1,
      commands: [],
    })
    expect([answer.status, errorOf(answer)]).toEqual([400, 'invalid'])
  })

  test('a hand-over by somebody who may not is a fact all the same: kept, flagged, with a case', async () => {
    const card = await aCard()
    const [verdict] = await device.verdicts(device.handOver(card.id, { staffId: 'mantan' }, { staffId: 'mantan' }))
    expect(verdict).toMatchObject({ kind: 'applied', caseId: expect.any(String) })
    const kept = (await rowsOf(device, 'handover')).find((row) => row?.cardId === card.id)
    expect(kept?.flags).toContain('not-permitted')
  })

  test('a hand-over of a card that nobody knows is kept with a case', async () => {
    const [verdict] = await device.verdicts(device.handOver('no-such-card'))
    expect(verdict).toMatchObject({ kind: 'applied', caseId: expect.any(String) })
    expect(await rowsOf(device, 'handover')).toContainEqual(expect.objectContaining({ cardId: 'no-such-card' }))
  })

  test('an act of a kind that is not known yet may be a fact: it is kept with a case', async () => {
    const [verdict] = await device.verdicts(device.command('something.new', { any: 1 }))
    expect(verdict).toMatchObject({ kind: 'conflict', code: 'unknown-type', caseId: expect.any(String) })
    const file = (await rowsOf(device, 'case')).find((row) => row?.id === verdict?.caseId)
    expect(file).toMatchObject({
      kind: 'flagged-fact',
      cardId: null,
      fact: { commandId: verdict?.commandId, type: 'something.new', staffId: 'rini', code: 'unknown-type' },
    })
  })

  test('a payload that cannot be read is kept as it came', async () => {
    const [verdict] = await device.verdicts(device.command('handover.record', { nonsense: true }))
    expect(verdict).toMatchObject({ kind: 'conflict', code: 'payload-unreadable', caseId: expect.any(String) })
  })

  test('a hundred commands in one push are answered in their order', async () => {
    const busy = await centre.device()
    const commands = Array.from({ length: 100 }, () => busy.command('something.new', {}))
    const verdicts = await busy.verdicts(...commands)
    expect(verdicts.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
  })

  test('two pushes of the same commands at once double nothing', async () => {
    const busy = await centre.device()
    const card = await aCard()
    const command = busy.handOver(card.id)
    const answers = await Promise.all([busy.verdicts(command), busy.verdicts(command), busy.verdicts(command)])
    const kinds = answers.flat().map(({ kind: what }) => what)
    expect(kinds.toSorted()).toEqual(['applied', 'duplicate', 'duplicate'])
    expect((await rowsOf(busy, 'handover')).filter((row) => row?.cardId === card.id)).toHaveLength(1)
  })
})
