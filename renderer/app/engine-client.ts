import type { z } from 'zod'
import { type CallName, calls, type InputOf, type OutputOf } from '#shared/contract/engine/calls.ts'
import { type CallMessage, helloMessage, replyMessage, topicsMessage } from '#shared/contract/engine/wire.ts'
import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'

/** What every failed call rejects with: the engine's answer, never a surprise. */
export class EngineFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.code)
    this.name = 'EngineFault'
    this.fault = fault
  }
}

/** connecting: never had an engine; open: answers come; lost: it is being restarted; fatal: there is no data to work with, see `code`. */
export type EngineState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly engineStart: number }
  | { readonly kind: 'lost' }
  | { readonly kind: 'fatal'; readonly code: FaultCode | FatalCode }

interface Pending {
  readonly name: CallName
  readonly input: unknown
  readonly requestId: string | null
  readonly settle: (answer: { ok: true; value: unknown } | { ok: false; fault: Fault }) => void
}

export interface CallOptions {
  /** One per confirmation of a person: a repeat with the same id returns the first answer. Made when absent. */
  readonly requestId?: string
}

export interface EngineClient {
  /** Asks or acts. Rejects with EngineFault. Survives a restart of the engine: it is repeated on the next port. */
  call<N extends CallName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<OutputOf<N>>
  /** Takes over the port to a new engine; an earlier one is dead. */
  attach(port: MessagePort): void
  /** The engine went away; a new port follows. */
  lose(): void
  /** There will be no engine. */
  fail(code: FatalCode): void
  state(): EngineState
  onState(listener: (state: EngineState) => void): () => void
  onTopics(listener: (topics: readonly string[]) => void): () => void
  /** The engine no longer knows the session (long absence, other data): the person must give the password again. */
  onSignInRequired(listener: () => void): () => void
  /** Token of the signed-in person; sent with every call, kept in memory only. */
  setSession(token: string | null): void
}

/** The page's side of the wire. Only messages that fit the contract are believed. */
export function createEngineClient(newRequestId: () => string = () => crypto.randomUUID()): EngineClient {
  const pending = new Map<number, Pending>()
  const stateListeners = new Set<(state: EngineState) => void>()
  const signInListeners = new Set<() => void>()
  const topicListeners = new Set<(topics: readonly string[]) => void>()
  let port: MessagePort | null = null
  /** Nothing is sent before the hello: an engine that cannot open its data answers nothing. */
  let greeted = false
  let state: EngineState = { kind: 'connecting' }
  let session: string | null = null
  let lastId = 0

  const enter = (next: EngineState) => {
    state = next
    for (const listener of stateListeners) listener(next)
  }
  const send = (id: number, call: Pending) => {
    const { name, input, requestId } = call
    port?.postMessage({ type: 'call', id, name, input, session, requestId } satisfies CallMessage)
  }
  const onReply = (reply: z.output<typeof replyMessage>) => {
    const call = pending.get(reply.id)
    pending.delete(reply.id)
    const sessionOver = !reply.ok && reply.fault.code === 'sign-in-required' && session !== null
    if (sessionOver) for (const listener of signInListeners) listener()
    call?.settle(reply.ok ? { ok: true, value: reply.value } : { ok: false, fault: reply.fault })
  }
  const onHello = (hello: z.output<typeof helloMessage>) => {
    if (hello.fatal) return enter({ kind: 'fatal', code: hello.fatal.code })
    greeted = true
    for (const [id, call] of pending) send(id, call)
    enter({ kind: 'open', engineStart: hello.engineStart })
  }
  const onMessage = (data: unknown) => {
    const reply = replyMessage.safeParse(data)
    if (reply.success) return onReply(reply.data)
    const topics = topicsMessage.safeParse(data)
    if (topics.success) return topicListeners.forEach((listener) => void listener(topics.data.topics))
    const hello = helloMessage.safeParse(data)
    if (hello.success) onHello(hello.data)
  }
  const drop = () => {
    port?.close()
    port = null
    greeted = false
  }

  return {
    call: (name, input, options) =>
      new Promise((resolve, reject) => {
        const shape = calls.get(name)
        if (!shape) return reject(new EngineFault({ code: 'bug' }))
        const id = ++lastId
        const requestId = shape.kind === 'command' ? (options?.requestId ?? newRequestId()) : null
        const settle: Pending['settle'] = (answer) => {
          if (!answer.ok) return reject(new EngineFault(answer.fault))
          const value = shape.output.safeParse(answer.value)
          if (!value.success) {
            // Only where it does not fit, never what it held.
            console.error(
              `reply of ${name} does not fit`,
              value.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`),
            )
            return reject(new EngineFault({ code: 'bug' }))
          }
          resolve(value.data as OutputOf<typeof name>)
        }
        const entry: Pending = { name, input, requestId, settle }
        pending.set(id, entry)
        if (greeted) send(id, entry)
      }),
    attach: (next) => {
      drop()
      port = next
      next.onmessage = (event: MessageEvent<unknown>) => {
        if (port === next) onMessage(event.data)
      }
      next.start()
    },
    lose: () => {
      drop()
      if (state.kind !== 'fatal') enter({ kind: 'lost' })
    },
    fail: (code) => {
      drop()
      enter({ kind: 'fatal', code })
    },
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener)
      return () => void stateListeners.delete(listener)
    },
    onTopics: (listener) => {
      topicListeners.add(listener)
      return () => void topicListeners.delete(listener)
    },
    onSignInRequired: (listener) => {
      signInListeners.add(listener)
      return () => void signInListeners.delete(listener)
    },
    setSession: (token) => {
      session = token
    },
  }
}
