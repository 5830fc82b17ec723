import type { z } from 'zod'
import type { Call } from '#shared/contract/engine/call.ts'
import { type CallName, calls } from '#shared/contract/engine/calls.ts'
import { type CallMessage, callMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { beforeWork, behindTheLock } from '#shared/domain/staff/permissions.ts'
import { noteView } from '../usecases/audit/views.ts'
import type { Deps, Who } from '../usecases/deps.ts'
import { fail } from '../usecases/fail.ts'
import { WorkLocked } from '../usecases/gate/guard-new-work.ts'
import { mustFault } from '../usecases/session/check-person.ts'
import { whoAsks } from '../usecases/session/who-asks.ts'
import type { EnginePort } from './engine-port.ts'
import { faultOf } from './fault-of.ts'
import { type Asked, useCaseTable } from './use-case-table.ts'

type Reply = Result<unknown, Fault>

export interface GatewayOptions {
  /** Answers are checked against the contract, too: development and tests. */
  readonly checkAnswers: boolean
}

/** Their answers are not kept for repeats: they hold a secret, or asking again does no harm. */
const unkept = new Set<string>([
  'session.sign-in',
  'session.unlock',
  'session.lock',
  'session.touch',
  'session.set-pin',
  'help.on-the-spot',
  'help.challenge',
  'help.answer',
  'city.add-person',
  'city.reset-password',
  'session.change-password',
  'session.begin-second-factor',
  'session.confirm-second-factor',
  'session.sign-out',
  'override.respond',
  'card.reveal-nik',
  'scan.resolve',
  'settings.save',
  'handover.begin',
  'handover.leave',
  // The database in which it would be kept is another one afterwards.
  'data.restore',
  'data.repair',
  'data.renew-key',
  'rescue.run',
  'sync.now',
  'sync.set-connection',
  'sync.acknowledge',
  'audit.check',
  'audit.export',
  'city.device-act',
])

/** What a device that was revoked, or is between two offices, still answers: enough for its window to say so. */
const ofRevoked = new Set<string>(['app.status', 'settings.get'])

/** The only way in: parses what came, finds who asks, checks the permission, replays what was answered before, calls the use case. */
export class Gateway {
  readonly #deps: Deps
  readonly #options: GatewayOptions
  readonly #running = new Map<string, Promise<Reply>>()

  constructor(deps: Deps, options: GatewayOptions) {
    this.#deps = deps
    this.#options = options
  }

  /** Answers every call of this port until it closes. */
  serve(port: EnginePort): void {
    port.onMessage((message) => {
      const parsed = callMessage.safeParse(message)
      if (!parsed.success) {
        this.#deps.log.error('message-unreadable', new Error(parsed.error.issues[0]?.message ?? ''))
        return
      }
      void this.answer(parsed.data).then((reply) => port.post(replyTo(parsed.data.id, reply)))
    })
  }

  /** Never rejects. */
  async answer(message: CallMessage): Promise<Reply> {
    try {
      return await this.#answer(message)
    } catch (cause) {
      const refusal = faultOf(cause)
      // The frame shows which limit was reached, or how much room is left.
      if (cause instanceof WorkLocked || refusal.code === 'disk-full') this.#deps.announce('status')
      if (!(cause instanceof WorkLocked)) this.#deps.log.error(`failed ${message.name}`, cause)
      return { ok: false, refusal }
    }
  }

  async #answer(message: CallMessage): Promise<Reply> {
    const call: Call | undefined = calls.get(message.name)
    if (!call) return fail('input-invalid', { field: 'name' })
    if (this.#deps.isRevoked() && !ofRevoked.has(call.name)) return fail('device-revoked')
    if (this.#deps.isMoving() && !ofRevoked.has(call.name)) return fail('device-moving')
    // Who may not ask is told so before anything of the input is looked at.
    const found = message.session === null ? null : await whoAsks(this.#deps, message.session)
    const refused = mayCall(call, found)
    if (refused) return refused
    const who = call.allowed === 'nobody-needed' ? working(found) : found
    const input = call.input.safeParse(message.input)
    if (!input.success) return fail('input-invalid', { field: input.error.issues[0]?.path.join('.') ?? '' })
    if (call.kind === 'query') return this.#run(call, input.data, this.#asked(who, null, call))
    return this.#command(call, input.data, who, message.requestId)
  }

  /** A repeat while the first is still under way waits for it; one that comes later gets the kept answer. */
  #command(call: Call, input: unknown, who: Who | null, requestId: string | null): Promise<Reply> {
    if (requestId === null || requestId.length < 8 || requestId.length > 64)
      return Promise.resolve(fail('input-invalid', { field: 'requestId' }))
    const running = this.#running.get(requestId)
    if (running) return running
    const promise = this.#once(call, input, who, requestId).finally(() => this.#running.delete(requestId))
    this.#running.set(requestId, promise)
    return promise
  }

  async #once(call: Call, input: unknown, who: Who | null, requestId: string): Promise<Reply> {
    const kept = await this.#deps.reading((db) => db.requests.find(requestId))
    if (kept)
      return kept.call === call.name ? ok(JSON.parse(kept.answer)) : fail('input-invalid', { field: 'requestId' })
    const asked = this.#asked(who, requestId, call)
    const reply = await this.#run(call, input, asked)
    if (reply.ok && !asked.kept() && !unkept.has(call.name)) await this.#keep(requestId, call, reply.value)
    return reply
  }

  #keep(requestId: string, call: Call, value: unknown): Promise<void> {
    const kept = { call: call.name, answer: JSON.stringify(value) }
    return this.#deps.inOneWrite((tx) => tx.requests.keep(requestId, kept, this.#deps.clock.now()))
  }

  async #run(call: Call, input: unknown, asked: Asked): Promise<Reply> {
    // The table and the map of calls have the same keys; the input was parsed by this call's own schema.
    const runCall = useCaseTable[call.name as CallName] as (deps: Deps, input: unknown, asked: Asked) => Promise<Reply>
    const reply = await runCall(this.#deps, input, asked)
    if (reply.ok && asked.who) noteView(this.#deps, call.name as CallName, input, asked.who)
    if (reply.ok && this.#options.checkAnswers) checkAnswer(call.output, call.name, reply.value)
    return reply
  }

  #asked(who: Who | null, requestId: string | null, call: Call): Asked & { kept(): boolean } {
    let kept = false
    return {
      who,
      kept: () => kept,
      signedIn: () => {
        if (who === null) throw new Error(`${call.name} without a session`)
        return who
      },
      answering: (run) =>
        this.#deps.inOneWrite(async (tx) => {
          const result = await run(tx)
          if (!result.ok || requestId === null) return result
          const answer = { call: call.name, answer: JSON.stringify(result.value) }
          await tx.requests.keep(requestId, answer, this.#deps.clock.now())
          kept = true
          return result
        }),
    }
  }
}

function mayCall({ name, allowed }: Call, who: Who | null): Reply | null {
  if (allowed === 'nobody-needed') return null
  if (who === null) return fail('sign-in-required')
  const { locked, must } = who.session
  if (locked && !behindTheLock.has(name)) return fail('session-locked')
  if (must !== null && !beforeWork[must].has(name)) return fail(mustFault[must])
  return allowed === 'anyone' || allowed.some((role) => who.staff.roles.includes(role)) ? null : fail('not-permitted')
}

/** Who is behind the lock screen, or may not work yet, is nobody to what needs nobody. */
const working = (who: Who | null): Who | null => (who?.session.locked || who?.session.must ? null : who)

function checkAnswer(output: z.ZodType, name: string, value: unknown): void {
  const checked = output.safeParse(value)
  const first = checked.error?.issues[0]
  if (first) throw new Error(`the answer of ${name} breaks the contract: ${first.path.join('.')} ${first.message}`)
}

const replyTo = (id: number, reply: Reply) =>
  reply.ok
    ? { type: 'reply', id, ok: true, value: reply.value }
    : { type: 'reply', id, ok: false, fault: reply.refusal }
