import type { z } from 'zod'
import type { CallName } from '#shared/contract/engine/calls.ts'
import type { CallMessage, replyMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'

type Settled = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault }

export interface Pending {
  readonly name: CallName
  readonly input: unknown
  readonly requestId: string | null
  readonly settle: (answer: Settled) => void
}

/** Calls without an answer yet. They outlive the engine that they were sent to: `messages` says them all again. */
export class PendingCalls {
  readonly #calls = new Map<number, Pending>()
  /** As whom each was sent last. */
  readonly #sentAs = new Map<number, string | null>()
  readonly #held = new Set<number>()
  #lastId = 0

  /** Returns the id under which the reply comes. */
  add(call: Pending): number {
    this.#calls.set(++this.#lastId, call)
    return this.#lastId
  }

  message(id: number, session: string | null): CallMessage | null {
    const call = this.#calls.get(id)
    if (!call) return null
    this.#sentAs.set(id, session)
    const { name, input, requestId } = call
    return { type: 'call', id, name, input, session, requestId }
  }

  messages(session: string | null): readonly CallMessage[] {
    return [...this.#calls.keys()].flatMap((id) => this.message(id, session) ?? [])
  }

  ids(): readonly number[] {
    return [...this.#calls.keys()]
  }

  /** The session is behind its lock screen: the call waits until that is open. */
  hold(id: number): void {
    if (this.#calls.has(id)) this.#held.add(id)
  }

  /** Those that waited, to be sent again. */
  released(session: string | null): readonly CallMessage[] {
    const held = [...this.#held]
    this.#held.clear()
    return held.flatMap((id) => this.message(id, session) ?? [])
  }

  /** The person who asked has left: what waited is answered to nobody. */
  giveUpHeld(): void {
    for (const id of [...this.#held]) this.settle({ type: 'reply', id, ok: false, fault: { code: 'sign-in-required' } })
    this.#held.clear()
  }

  sentAs(id: number): string | null {
    return this.#sentAs.get(id) ?? null
  }

  settle(reply: z.output<typeof replyMessage>): void {
    const call = this.#calls.get(reply.id)
    this.#calls.delete(reply.id)
    this.#sentAs.delete(reply.id)
    call?.settle(reply.ok ? { ok: true, value: reply.value } : { ok: false, fault: reply.fault })
  }
}
