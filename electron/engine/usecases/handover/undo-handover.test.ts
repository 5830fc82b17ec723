import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { textOf } from '../../../../tests/printing/escpos-reader.ts'
import { Counter, handOverToOwner, password } from '../../testing/counter.ts'
import { aCard, aFact, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

/** A desk where the card k-1 was just handed over; the id of that hand-over. */
async function handedOver(): Promise<string> {
  counter = await Counter.with({ cards: [aCard('k-1')] })
  await counter.signIn()
  return (await counter.get('handover.record', handOverToOwner('k-1'))).handoverId
}

const undo = (handoverId: string, more: Partial<InputOf<'handover.undo'>> = {}, requestId?: string) =>
  counter.ask('handover.undo', { handoverId, reason: 'Salah orang', place: null, supervisor: null, ...more }, requestId)

const supervisor = (username = 'hendra', word = password) => ({ supervisor: { username, password: word } })
const refused = (code: string) => expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) })

test('a mistaken hand-over is undone: the card is ready again and waits, the hand-over stays on record', async () => {
  const handoverId = await handedOver()
  expect(await counter.get('handover.undo-terms', { handoverId })).toEqual({
    terms: 'alone',
    place: { rack: 'A', box: '2', number: '14' },
  })
  const place = { rack: 'B', box: '1', number: '7' }
  const answer = await undo(handoverId, { place })
  expect(answer).toMatchObject({ ok: true, value: { card: { state: 'ready', centre: 'waiting', place } } })
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({ card: { state: 'ready', handedOver: null } })
  expect(await counter.get('handover.get', { handoverId })).toMatchObject({
    standing: 'undone',
    centre: 'waiting',
    receipt: { number: '0001/BST/3578071004-02/2026' },
  })
  expect(await counter.outbox()).toEqual(['k-1', 'k-1'])
  expect(counter.log.errors).toEqual([])
})

test('what is queued and what is audited say who, why and for which hand-over, and belong together', async () => {
  const handoverId = await handedOver()
  await undo(handoverId)
  const commands = await counter.store.read.selectFrom('command').selectAll().orderBy('position', 'desc').execute()
  expect(commands[0]).toMatchObject({ type: 'handover.undo', subject: 'k-1' })
  expect(JSON.parse(commands[0]?.payload ?? '')).toMatchObject({
    handoverId,
    cardId: 'k-1',
    staffId: 'rini',
    deviceCode: '02',
    reason: 'Salah orang',
    override: null,
    place: { rack: 'A', box: '2', number: '14' },
  })
  const audit = await counter.store.read
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow()
  expect(audit.entry).toContain(commands[0]?.hash)
})

test('the number of an undone hand-over is never given again', async () => {
  await undo(await handedOver())
  const again = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(again.receiptNumber).toBe('0002/BST/3578071004-02/2026')
  expect(again.card).toMatchObject({ state: 'handed-over', centre: 'waiting' })
})

test('pressed twice, or again after a restart, it is undone once and answers the same', async () => {
  const handoverId = await handedOver()
  const id = 'b5c4f9a6-0000-7000-8000-000000000011'
  const [first, second] = await Promise.all([undo(handoverId, {}, id), undo(handoverId, {}, id)])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual(first)
  await counter.restart()
  expect(await undo(handoverId, {}, id)).toEqual(first)
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({
    card: { state: 'ready', centre: 'waiting' },
  })
  expect(await counter.outbox()).toEqual(['k-1', 'k-1'])
  expect(await undo(handoverId)).toEqual(refused('nothing-to-undo'))
})

test('after half an hour it takes a supervisor who stands by, and not the clerk himself', async () => {
  const handoverId = await handedOver()
  counter.clock.pass(31)
  expect(await counter.get('handover.undo-terms', { handoverId })).toMatchObject({ terms: 'with-supervisor' })
  expect(await undo(handoverId)).toEqual(refused('undo-needs-supervisor'))
  expect(await undo(handoverId, supervisor('fauzi'))).toEqual(refused('not-supervisor'))
  expect(await undo(handoverId, supervisor('hendra', 'salah'))).toEqual(refused('wrong-password'))
  expect(await counter.outbox()).toEqual(['k-1'])
  expect(await undo(handoverId, supervisor())).toMatchObject({ ok: true, value: { card: { state: 'ready' } } })
  const { payload } = await counter.store.read
    .selectFrom('command')
    .select('payload')
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(payload ?? '')).toMatchObject({
    staffId: 'rini',
    override: { means: 'on-the-spot', supervisorId: 'hendra', supervisorName: 'Petugas hendra' },
  })
})

test('a supervisor who asks is let through alone, but nobody after three days', async () => {
  const handoverId = await handedOver()
  counter.clock.pass(3 * 24 * 60)
  await counter.signIn('hendra')
  expect(await counter.get('handover.undo-terms', { handoverId })).toMatchObject({ terms: 'alone' })
  counter.clock.pass(1)
  expect(await counter.get('handover.undo-terms', { handoverId })).toMatchObject({ terms: 'no' })
  expect(await undo(handoverId, supervisor())).toEqual(refused('undo-too-late'))
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('a card in a case, and a hand-over that nobody knows, are left alone', async () => {
  const handoverId = await handedOver()
  const file = { id: 'case-1', scope, kind: 'flagged-movement', cardId: 'k-1', handoverIds: [] } as const
  await counter.pull([change('case', { ...file, state: 'open', openedAt: counter.clock.now() })])
  expect(await undo(handoverId)).toEqual(refused('case-open'))
  expect(await undo('h-9')).toEqual(refused('handover-unknown'))
  expect(await counter.outbox()).toEqual(['k-1'])
})

test('a card that came back while it is being settled who has it is given to nobody, and the screen knows before', async () => {
  const handoverId = await handedOver()
  await undo(handoverId)
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({ card: { state: 'ready' }, contested: false })
  const file = { id: 'case-1', scope, kind: 'double-hand-over', cardId: 'k-1', handoverIds: [handoverId, 'h-other'] }
  const open = { ...file, kind: 'double-hand-over', state: 'open', openedAt: counter.clock.now() } as const
  await counter.pull([change('case', open)])
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({ contested: true })
  expect(await counter.handOver('k-1')).toEqual(refused('case-open'))
  await counter.pull([change('case', { ...open, state: 'settled' }, 2)])
  expect(await counter.handOver('k-1')).toMatchObject({ ok: true })
})

test('on a full disk nothing is undone, and pressing again later does it', async () => {
  const handoverId = await handedOver()
  const id = 'b5c4f9a6-0000-7000-8000-000000000012'
  counter.diskFull = true
  expect(await undo(handoverId, {}, id)).toEqual(refused('disk-full'))
  counter.diskFull = false
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({ card: { state: 'handed-over' } })
  expect(await undo(handoverId, {}, id)).toMatchObject({ ok: true })
})

test('a hand-over of another desk is undone here with a supervisor, and a pull of what was before changes nothing on the screen', async () => {
  const other = { ...aFact('k-1', 'h-other'), staffId: 'dewi' }
  const row = {
    ...other,
    id: 'h-other',
    scope,
    deviceId: 'device-9',
    acceptedAt: other.at,
    flags: [],
    acts: ['h-other'],
  }
  const stands = change('handover', { ...row, standing: 'stands' }, 2)
  const { collector, ...rest } = other
  const handedOverNote = { ...rest, collectorName: collector.name, collectorKind: collector.kind }
  const gone = aCard('k-1', { state: 'handed-over', handedOver: handedOverNote, acts: ['h-other'] })
  counter = await Counter.with({ cards: [aCard('k-1')] })
  await counter.pull([stands, change('card', gone, 3)])
  await counter.signIn()
  expect(await undo('h-other')).toEqual(refused('undo-needs-supervisor'))
  expect(await undo('h-other', supervisor())).toMatchObject({ ok: true })
  const shown = async () => {
    const { card } = await counter.get('card.get', { cardId: 'k-1' })
    const { standing, centre } = await counter.get('handover.get', { handoverId: 'h-other' })
    return [card.state, card.centre, standing, centre]
  }
  const waiting = ['ready', 'waiting', 'undone', 'waiting']
  expect(await shown()).toEqual(waiting)
  await counter.pull([change('card', gone, 4), stands, change('handover', { ...row, standing: 'stands' }, 5)])
  expect(await shown()).toEqual(waiting)
  const contested = change('handover', { ...row, standing: 'contested' }, 6)
  const file = { id: 'case-1', scope, kind: 'double-hand-over', cardId: 'k-1', handoverIds: ['h-other'] } as const
  await counter.pull([contested, change('case', { ...file, state: 'open', openedAt: other.at }, 7)])
  expect(await shown()).toEqual(['handed-over', 'will-clash', 'contested', 'case'])
})

test('an original that still waited for the printer comes out as what it is by then: cancelled, with when and why', async () => {
  counter = await Counter.with({ cards: [aCard('k-1')] })
  await counter.signIn()
  const path = join(counter.dataDir, 'printer')
  const printerAt = (at: string) => counter.get('settings.save', { printer: { kind: 'path', path: at, widthMm: 80 } })
  await printerAt(join(counter.dataDir, 'switched', 'off'))
  const { handoverId, printJobId: jobId } = await counter.get('handover.record', handOverToOwner('k-1'))
  expect((await counter.get('handover.get', { handoverId })).receipt.ended).toBeUndefined()
  await undo(handoverId)
  const { receipt } = await counter.get('handover.get', { handoverId })
  expect(receipt.ended).toEqual({ how: 'undone', at: counter.clock.now(), reason: 'Salah orang' })
  const stateOf = async () => (await counter.deps.reading((db) => db.prints.find(jobId ?? '')))?.state
  await expect.poll(stateOf).toBe('waiting')
  writeFileSync(path, '')
  await printerAt(path)
  await counter.get('print.retry', { jobId: jobId ?? '' })
  await expect.poll(stateOf).toBe('printed')
  expect(textOf(readFileSync(path)).slice(0, 4).join(' ')).toMatch(/DIBATALKAN.*WIB: Salah orang/)
})
