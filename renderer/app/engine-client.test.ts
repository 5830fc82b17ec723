import { expect, test } from 'vitest'
import type { CallMessage } from '#shared/contract/engine/wire.ts'
import { createEngineClient, EngineFault } from './engine-client.ts'

const settings = {
  printer: { kind: 'none' as const },
  cameraId: null,
  mirrorCamera: false,
  language: 'id' as const,
  theme: 'light' as const,
  sounds: true,
  copies: 1,
  paperPrinter: null,
  notePosition: false,
  lan: { on: false, port: 47_821, find: true, addresses: [] },
}

/** The engine's end of a real channel: what it got, and how it answers. */
function anEngine(client: ReturnType<typeof createEngineClient>) {
  const { port1, port2 } = new MessageChannel()
  const got: CallMessage[] = []
  let wake = () => {}
  port1.onmessage = (event: MessageEvent<CallMessage>) => {
    got.push(event.data)
    wake()
  }
  client.attach(port2)
  return {
    hello: (fatal: { code: 'database-damaged' } | null = null) =>
      port1.postMessage({ type: 'hello', engineStart: 1, fatal }),
    answer: (id: number, value: unknown) => port1.postMessage({ type: 'reply', id, ok: true, value }),
    refuse: (id: number, code: string) => port1.postMessage({ type: 'reply', id, ok: false, fault: { code } }),
    announce: (topics: unknown) => port1.postMessage({ type: 'topics', topics }),
    /** The n-th call (from 0), once it is here. */
    call: async (n: number): Promise<CallMessage> => {
      while (got.length <= n)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      return got[n] as CallMessage
    },
    close: () => port1.close(),
  }
}

test('a query asked before there is an engine is sent after its hello and answered', async () => {
  const client = createEngineClient()
  const answer = client.call('settings.get', {})
  const engine = anEngine(client)
  engine.hello()
  const call = await engine.call(0)
  expect(call).toEqual({ type: 'call', id: 1, name: 'settings.get', input: {}, session: null, requestId: null })
  engine.answer(call.id, settings)
  expect(await answer).toEqual(settings)
  engine.close()
})

test('a command without an answer is repeated on the next port with the same requestId', async () => {
  const client = createEngineClient(() => 'made-here')
  const first = anEngine(client)
  first.hello()
  const answer = client.call('sync.acknowledge', { id: 'x' }, { requestId: 'confirmation-1' })
  const before = await first.call(0)
  client.lose()
  expect(client.state()).toEqual({ kind: 'lost' })
  const second = anEngine(client)
  second.hello()
  const after = await second.call(0)
  expect(after).toEqual(before)
  expect(after.requestId).toBe('confirmation-1')
  second.answer(after.id, {})
  expect(await answer).toEqual({})
  expect(client.state()).toEqual({ kind: 'open', engineStart: 1 })
  first.close()
  second.close()
})

test('a refusal rejects with its fault, and the session goes with every call', async () => {
  const client = createEngineClient()
  const engine = anEngine(client)
  engine.hello()
  client.setSession('token-1')
  const answer = client.call('sync.overview', {})
  const call = await engine.call(0)
  expect(call.session).toBe('token-1')
  engine.refuse(call.id, 'sign-in-required')
  await expect(answer).rejects.toEqual(new EngineFault({ code: 'sign-in-required' }))
  engine.close()
})

test('a session that the engine no longer knows is told once more than to the caller', async () => {
  const client = createEngineClient()
  const engine = anEngine(client)
  engine.hello()
  client.setSession('old')
  const told = new Promise<void>((resolve) => void client.onSignInRequired(resolve))
  const answer = client.call('sync.overview', {}).catch((error: EngineFault) => error.fault.code)
  engine.refuse((await engine.call(0)).id, 'sign-in-required')
  await told
  expect(await answer).toBe('sign-in-required')
  engine.close()
})

test('a late answer to the person before says nothing about the session of who works here now', async () => {
  const client = createEngineClient()
  const engine = anEngine(client)
  engine.hello()
  const told: string[] = []
  client.onSignInRequired(() => told.push('told'))
  client.setSession('of-rini')
  const late = client.call('sync.overview', {}).catch((error: EngineFault) => error.fault.code)
  const { id } = await engine.call(0)
  client.setSession('of-fauzi')
  engine.refuse(id, 'sign-in-required')
  expect(await late).toBe('sign-in-required')
  expect(told).toEqual([])
  engine.close()
})

test('an answer that does not fit the contract is a fault, not data', async () => {
  const client = createEngineClient()
  const engine = anEngine(client)
  engine.hello()
  const answer = client.call('settings.get', {})
  engine.answer((await engine.call(0)).id, { ...settings, copies: 99 })
  await expect(answer).rejects.toEqual(new EngineFault({ code: 'bug' }))
  engine.close()
})

test('topics reach the listener; garbage does not', async () => {
  const client = createEngineClient()
  const engine = anEngine(client)
  const heard = new Promise((resolve) => void client.onTopics(resolve))
  engine.announce('not a list')
  engine.announce(['cards', 'queue'])
  expect(await heard).toEqual(['cards', 'queue'])
  engine.close()
})

test('an engine that cannot open its data says why, and calls wait', async () => {
  const client = createEngineClient()
  const engine = anEngine(client)
  const state = new Promise((resolve) => void client.onState(resolve))
  engine.hello({ code: 'database-damaged' })
  expect(await state).toEqual({ kind: 'fatal', code: 'database-damaged' })
  engine.close()
})
