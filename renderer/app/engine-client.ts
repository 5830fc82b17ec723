import type { z } from 'zod'
import { type CallName, calls, type InputOf, type OutputOf } from '#shared/contract/engine/calls.ts'
import { helloMessage, replyMessage, topicsMessage } from '#shared/contract/engine/wire.ts'
import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { Listeners } from './listeners.ts'
import { type Pending, PendingCalls } from './pending-calls.ts'

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
  /** The engine says that the session is behind the lock screen: what was asked waits until `unlocked`. */
  onLocked(listener: () => void): () => void
  /** The lock screen was opened: what waited is asked again. */
  unlocked(): void
  /** Token of the signed-in person; sent with every call, kept in memory only. */
  setSession(token: string | null): void
}

/** The page's side of the wire. Only messages that fit the contract are believed. */
export const createEngineClient = (newRequestId: () => string = () => crypto.randomUUID()): EngineClient =>
  new Client(newRequestId)

class Client implements EngineClient {
  readonly #newRequestId: () => string
  readonly #pending = new PendingCalls()
  readonly #states = new Listeners<EngineState>()
  readonly #topics = new Listeners<readonly string[]>()
  readonly #signIns = new Listeners<void>()
  readonly #locks = new Listeners<void>()
  #port: MessagePort | null = null
  /** Nothing is sent before the hello. An engine that cannot open its data answers what leads out of that, and nothing else. */
  #greeted: 'no' | 'rescue' | 'yes' = 'no'
  #state: EngineState = { kind: 'connecting' }
  #session: string | null = null
  /** What was asked before the lock screen was opened last. */
  #underWay = new Set<number>()

  // Handed on by themselves, as React wants them.
  readonly state = () => this.#state
  readonly onState = this.#states.on
  readonly onTopics = this.#topics.on
  readonly onSignInRequired = this.#signIns.on
  readonly onLocked = this.#locks.on

  constructor(newRequestId: () => string) {
    this.#newRequestId = newRequestId
  }

  call<N extends CallName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<OutputOf<N>> {
    return new Promise((resolve, reject) => {
      const shape = calls.get(name)
      if (!shape) return reject(new EngineFault({ code: 'bug' }))
      const requestId = shape.kind === 'command' ? (options?.requestId ?? this.#newRequestId()) : null
      const settle: Pending['settle'] = (answer) => {
        const value = answer.ok ? shape.output.safeParse(answer.value) : null
        if (value?.success) return resolve(value.data as OutputOf<N>)
        if (value) logMisfit(name, value.error)
        reject(new EngineFault(answer.ok ? { code: 'bug' } : answer.fault))
      }
      const id = this.#pending.add({ name, input, requestId, settle })
      if (this.#answers(name)) this.#port?.postMessage(this.#pending.message(id, this.#session))
    })
  }

  attach(next: MessagePort): void {
    this.#drop()
    this.#port = next
    next.onmessage = (event: MessageEvent<unknown>) => {
      if (this.#port === next) this.#hear(event.data)
    }
    next.start()
  }

  lose(): void {
    this.#drop()
    if (this.#state.kind !== 'fatal') this.#enter({ kind: 'lost' })
  }

  fail(code: FatalCode): void {
    this.#drop()
    this.#enter({ kind: 'fatal', code })
  }

  setSession(token: string | null): void {
    this.#session = token
    if (token === null) this.#pending.giveUpHeld()
    else this.unlocked()
  }

  unlocked(): void {
    this.#underWay = new Set(this.#pending.ids())
    this.#sendReleased()
  }

  #hear(data: unknown): void {
    const reply = replyMessage.safeParse(data)
    if (reply.success) this.#answered(reply.data)
    else this.#hearNews(data)
  }

  /** Refused behind the lock screen. What was on its way when that opened is asked again at once. */
  #heldUp(id: number): void {
    this.#pending.hold(id)
    if (this.#underWay.delete(id)) this.#sendReleased()
    else this.#locks.tell()
  }

  #sendReleased(): void {
    for (const message of this.#pending.released(this.#session))
      if (this.#greeted === 'yes') this.#port?.postMessage(message)
  }

  #hearNews(data: unknown): void {
    const topics = topicsMessage.safeParse(data)
    const hello = helloMessage.safeParse(data)
    if (topics.success) this.#hearTopics(topics.data.topics)
    else if (hello.data?.fatal) this.#greetRescue(hello.data.fatal.code)
    else if (hello.success) this.#greet(hello.data)
  }

  #answered(reply: z.output<typeof replyMessage>): void {
    const own = this.#session !== null && this.#pending.sentAs(reply.id) === this.#session
    if (own && !reply.ok && reply.fault.code === 'session-locked') {
      this.#heldUp(reply.id)
      return
    }
    const unknown = !reply.ok && reply.fault.code === 'sign-in-required'
    // What the person before asked is no word about who works here now.
    if (unknown && own) this.#signIns.tell()
    this.#pending.settle(reply)
  }

  #hearTopics(topics: readonly string[]): void {
    if (topics.includes('locked')) this.#locks.tell()
    this.#topics.tell(topics)
  }

  #greet({ engineStart }: z.output<typeof helloMessage>): void {
    this.#greeted = 'yes'
    for (const message of this.#pending.messages(this.#session)) this.#port?.postMessage(message)
    this.#enter({ kind: 'open', engineStart })
  }

  #greetRescue(code: FatalCode): void {
    this.#greeted = 'rescue'
    for (const message of this.#pending.messages(this.#session))
      if (isRescue(message.name)) this.#port?.postMessage(message)
    this.#enter({ kind: 'fatal', code })
  }

  #answers(name: CallName): boolean {
    return this.#greeted === 'yes' || (this.#greeted === 'rescue' && isRescue(name))
  }

  #enter(next: EngineState): void {
    this.#state = next
    this.#states.tell(next)
  }

  #drop(): void {
    this.#port?.close()
    this.#port = null
    this.#greeted = 'no'
  }
}

const isRescue = (name: string) => name.startsWith('rescue.')

/** Only where the reply does not fit, never what it held. */
function logMisfit(name: CallName, { issues }: z.ZodError): void {
  console.error(
    `reply of ${name} does not fit`,
    issues.map(({ path, code }) => `${path.join('.')} ${code}`),
  )
}
