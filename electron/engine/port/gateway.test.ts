import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, handOverToOwner, password } from '../testing/counter.ts'
import { aCard } from '../testing/rows.ts'
import { nodePort } from './engine-port.ts'
import { TopicBoard } from './topic-board.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1')] })
})
afterEach(() => counter.close())

const nextMessage = (port: MessageChannel['port1']) =>
  new Promise<unknown>((resolve) => port.once('message', (message) => resolve(message)))

test('over a real port: a call is answered under its number, a message that is none is left alone', async () => {
  const { port1, port2 } = new MessageChannel()
  counter.serve(nodePort(port2))
  port1.postMessage({ type: 'nonsense' })
  port1.postMessage({ type: 'call', id: 7, name: 'session.staff', input: {}, session: null, requestId: null })
  expect(await nextMessage(port1)).toMatchObject({ type: 'reply', id: 7, ok: true, value: expect.any(Array) })
  expect(counter.log.errors).toHaveLength(1)
  port1.close()
})

test('topics of one turn come as one message to every open screen', async () => {
  const board = new TopicBoard()
  const screens = [new MessageChannel(), new MessageChannel()]
  for (const { port2 } of screens) board.add(nodePort(port2))
  board.announce('cards', 'card:k-1')
  board.announce('cards', 'queue')
  for (const { port1 } of screens) {
    expect(await nextMessage(port1)).toEqual({ type: 'topics', topics: ['cards', 'card:k-1', 'queue'] })
    port1.close()
  }
})

const call = { type: 'call' as const, id: 1, session: null, requestId: null }

test('an unknown call, a wrong input and a command without a request id are the caller’s mistakes', async () => {
  for (const message of [
    { ...call, name: 'card.steal', input: {} },
    { ...call, name: 'session.staff', input: { more: 1 } },
    { ...call, name: 'session.sign-in', input: { username: 'rini', password } },
  ])
    expect(await counter.answer(message)).toMatchObject({ ok: false, refusal: { code: 'input-invalid' } })
})

test('a NIK with letters is refused at the door, with the field’s name', async () => {
  await counter.signIn()
  const collector = {
    ...handOverToOwner('k-1').collector,
    kind: 'proxy' as const,
    name: 'Budi',
    nik: '35780101O1800003',
  }
  expect(await counter.handOver('k-1', { collector })).toEqual({
    ok: false,
    refusal: { code: 'input-invalid', details: { field: 'collector.nik' } },
  })
})

test('a request id that was used for another call is refused', async () => {
  await counter.signIn()
  const id = 'b5c4f9a6-0000-7000-8000-00000000000a'
  await counter.get('handover.record', handOverToOwner('k-1'), id)
  expect(await counter.ask('handover.reprint', { handoverId: 'x' }, id)).toMatchObject({
    refusal: { code: 'input-invalid', details: { field: 'requestId' } },
  })
})

test('what is our own mistake is told as such, logged, and leaves nothing half done', async () => {
  await counter.signIn()
  await counter.store.inTransaction((trx) => trx.deleteFrom('device').execute())
  await counter.store.inTransaction((trx) =>
    trx.updateTable('replica').set({ row: '{"broken' }).where('entity', '=', 'card').execute(),
  )
  expect(await counter.ask('card.get', { cardId: 'k-1' })).toEqual({ ok: false, refusal: { code: 'bug' } })
  expect(counter.log.errors[0]).toContain('failed card.get')
})
