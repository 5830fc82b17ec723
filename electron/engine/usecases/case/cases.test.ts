import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import { Counter, password } from '../../testing/counter.ts'
import { aCard, aFact, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const acceptedAt = (minute: number) => `2026-11-24T03:0${minute}:00.000Z`
const ink = Buffer.from('a signature of the other desk')
const inkName = 'b4a3ef3a7cbc8a6b3de1c4f4c1e9fbf7f80be0c8ad8d8b4d3fd5f7d7f2e9f0a1'

const given = (id: string, minute: number, more: Partial<Handover> = {}): Handover => ({
  ...aFact('k-1', id),
  id,
  scope,
  deviceId: `device-${minute}`,
  acceptedAt: acceptedAt(minute),
  standing: minute === 1 ? 'stands' : 'contested',
  flags: minute === 1 ? [] : ['second-hand-over'],
  signature: inkName,
  ...more,
})

const file: Case = {
  id: 'case-7b1e-a0b9',
  scope,
  kind: 'double-hand-over',
  cardId: 'k-1',
  handoverIds: ['h-2', 'h-1'],
  state: 'open',
  openedAt: acceptedAt(2),
  acts: ['h-2'],
}
const caseId = file.id
const card = aCard('k-1', { state: 'handed-over', caseId, acts: ['h-1', 'h-2'] })
const evidence = [change('handover', given('h-1', 1)), change('handover', given('h-2', 2)), change('case', file)]

/** A desk that knows of one card that two others gave out. */
async function aDisputedCard(who = 'hendra'): Promise<void> {
  counter = await Counter.with({ cards: [card], changes: evidence })
  await counter.signIn(who)
}

const settle = (more: Partial<InputOf<'case.settle'>> = {}, requestId?: string) => {
  const decided = { decision: 'one-stands' as const, standsHandoverId: 'h-2', handoversSeen: ['h-1', 'h-2'] }
  return counter.ask(
    'case.settle',
    { caseId, ...decided, reason: 'Foto ada pada bukti B', password, ...more },
    requestId,
  )
}
const refused = (code: string) => expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) })
const verdict = (kind: 'applied' | 'refused', code: string | null) =>
  counter.store.inTransaction(async (trx) => {
    const decided = { verdict: kind, verdict_code: code, decided_at: acceptedAt(5) }
    await trx.updateTable('command').set(decided).where('type', '=', 'case.settle').execute()
    await counter.rows.refresh(trx, ['card/k-1', `case/${caseId}`])
  })

test('a case shows both receipts, first accepted first, what speaks for each, and whose card it is', async () => {
  await aDisputedCard('rini')
  const shown = await counter.get('case.get', { caseId })
  expect(shown).toMatchObject({
    number: 'K-2611-A0B9',
    kind: 'double-hand-over',
    state: 'open',
    ownerName: 'Dewi Lestari Handayani',
    centre: 'recorded',
    receipts: [
      { handoverId: 'h-1', standing: 'stands', acceptedAt: acceptedAt(1), pin: 'verified', photo: false },
      { handoverId: 'h-2', standing: 'contested', receipt: { number: '0001/BST/h-2' }, flags: ['second-hand-over'] },
    ],
    notes: [],
    settled: null,
  })
  expect(await counter.get('case.list', { state: 'open' })).toMatchObject([{ caseId, number: 'K-2611-A0B9' }])
  expect(await counter.get('case.list', { state: 'settled' })).toEqual([])
})

test('the time of a desk whose clock was wrong is shown by the centre’s clock as well', async () => {
  const slow = change('handover', given('h-2', 2, { at: acceptedAt(2), clockOffsetMs: -180_000 }))
  counter = await Counter.with({ cards: [card], changes: [...evidence.filter(({ id }) => id !== 'h-2'), slow] })
  await counter.signIn('rini')
  expect((await counter.get('case.get', { caseId })).receipts.map(({ correctedAt }) => correctedAt)).toEqual([
    null,
    '2026-11-24T02:59:00.000Z',
  ])
})

test('the signatures are asked of the centre; without a network that is said, and what the centre lacks is pending', async () => {
  await aDisputedCard()
  const asked = () => counter.get('case.signatures', { caseId })
  expect((await asked()).map(({ where }) => where)).toEqual(['pending', 'pending'])
  counter.centre.blobs.set(inkName, ink)
  expect(await asked()).toEqual([
    { handoverId: 'h-1', signature: ink.toString('base64'), where: 'centre' },
    { handoverId: 'h-2', signature: ink.toString('base64'), where: 'centre' },
  ])
  counter.centre.reachable = false
  expect((await asked()).map(({ where }) => where)).toEqual(['unreachable', 'unreachable'])
  const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  expect(entries.some(({ entry }) => entry.includes('"signature-fetched"'))).toBe(true)
})

test('a supervisor settles with the own password and a reason: shown at once, waiting for the centre, with everything kept', async () => {
  await aDisputedCard()
  expect(await settle()).toEqual({ ok: true, value: { caseId, state: 'settled' } })
  expect(await counter.get('case.get', { caseId })).toMatchObject({
    state: 'settled',
    centre: 'waiting',
    receipts: [
      { handoverId: 'h-1', standing: 'set-aside' },
      { handoverId: 'h-2', standing: 'stands' },
    ],
    settled: { decision: 'one-stands', standsHandoverId: 'h-2', reason: 'Foto ada pada bukti B' },
  })
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({
    card: { state: 'handed-over', centre: 'waiting', handedOver: { handoverId: 'h-2' } },
  })
  expect((await counter.get('sync.overview', {})).exceptions).toEqual([])
  await verdict('applied', null)
  expect(await counter.get('case.get', { caseId })).toMatchObject({ state: 'settled', centre: 'recorded' })
})

test('a settling that the centre refuses undoes itself: the case is open and the hand-overs stand as they did', async () => {
  await aDisputedCard()
  const before = await counter.get('case.get', { caseId })
  await settle()
  await counter.restart()
  expect(await counter.get('case.get', { caseId })).toMatchObject({ state: 'settled', centre: 'waiting' })
  await verdict('refused', 'evidence-pending')
  expect(await counter.get('case.get', { caseId })).toEqual(before)
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({
    card: { state: 'handed-over', centre: 'case', handedOver: null },
  })
  expect((await counter.get('sync.overview', {})).exceptions).toMatchObject([{ id: caseId, next: 'open-case' }])
})

test('settled by another supervisor meanwhile: the decision from there stands, and this one is refused here already', async () => {
  await aDisputedCard()
  const told = { staffId: 'ani', staffName: 'Ani', staffCode: 'X', decision: 'one-stands', reason: 'Jelas' } as const
  const settled = { ...told, settledAt: acceptedAt(4), standsHandoverId: 'h-1' }
  await counter.pull([
    change('case', { ...file, state: 'settled', settled }, 2),
    change('card', { ...card, caseId: null }, 2),
  ])
  expect(await settle()).toEqual(refused('case-settled'))
  expect(await counter.get('case.get', { caseId })).toMatchObject({ settled: { staffName: 'Ani' } })
})

test('not with a wrong password, not by a clerk, not about hand-overs that were not seen, and twice is once', async () => {
  await aDisputedCard()
  expect(await settle({ password: 'bukan sandinya' })).toEqual(refused('wrong-password'))
  expect(await settle({ handoversSeen: ['h-1'] })).toEqual(refused('case-grown'))
  expect(await settle({ decision: 'accepted', standsHandoverId: null })).toEqual(refused('input-invalid'))
  expect(await settle({ caseId: 'nobody-knows' })).toEqual(refused('case-unknown'))
  expect(await counter.outbox()).toEqual([])
  const once = 'b5c4f9a6-0000-7000-8000-000000000021'
  const [first, second] = await Promise.all([settle({}, once), settle({}, once)])
  expect(second).toEqual(first)
  expect(await counter.outbox()).toEqual(['k-1'])
  await counter.signIn('rini')
  expect(await settle()).toEqual(refused('not-permitted'))
})

test('with the own signature still on this desk the case is not whole yet', async () => {
  await aDisputedCard()
  const signature = await counter.write((tx) => tx.blobs.put(Buffer.from('unsent'), 'image/png'))
  await counter.pull([change('handover', given('h-2', 2, { signature }), 2)])
  expect(await settle()).toEqual(refused('evidence-pending'))
  expect((await counter.get('case.signatures', { caseId }))[1]).toMatchObject({ handoverId: 'h-2', where: 'pending' })
})

test('a clerk says what happened, without a network too; it waits and is kept', async () => {
  await aDisputedCard('rini')
  counter.centre.reachable = false
  const said = await counter.get('case.note', { caseId, kind: 'statement', text: 'Warga datang sendiri' })
  expect(await counter.get('case.get', { caseId })).toMatchObject({
    state: 'open',
    centre: 'waiting',
    notes: [{ noteId: said.noteId, kind: 'statement', text: 'Warga datang sendiri', staffName: 'Petugas rini' }],
  })
})

test('nobody decides about a hand-over of his own', async () => {
  counter = await Counter.with({ cards: [card], changes: evidence })
  await counter.pull([change('handover', given('h-1', 1, { staffId: 'hendra' }), 2)])
  await counter.signIn('hendra')
  expect(await settle()).toEqual(refused('own-act'))
  expect(await counter.outbox()).toEqual([])
})
