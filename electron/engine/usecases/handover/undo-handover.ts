import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Override } from '#shared/domain/handover/handover.ts'
import type { HandoverUndone } from '#shared/domain/handover/undo.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import { shownCard } from '../card/card-lines.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { type ProvenSupervisor, proveSupervisor } from '../session/prove-supervisor.ts'
import type { Device, WriteSet } from '../stores.ts'
import { mayUndo } from './may-undo.ts'

type Input = ParsedInputOf<'handover.undo'>

/** Takes a card back that was handed over by mistake: fact, outbox, audit and what the screens show commit together or not at all. Faults: see the contract. */
export async function undoHandover(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'handover.undo'>> {
  const alone = await deps.reading((db) => mayUndo(deps, db, input.handoverId, who, null))
  if (!alone.ok && alone.refusal.code !== 'undo-needs-supervisor') return alone
  const beside = alone.ok ? ok(null) : await supervisorBeside(deps, input, who)
  if (!beside.ok) return beside
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const leave = beside.value === null ? ok(null) : await overrideBy(tx, beside.value, input)
    if (!leave.ok) return leave
    const may = await mayUndo(deps, tx, input.handoverId, who, leave.value)
    if (!may.ok) return may
    return write(deps, tx, input, who, { card: may.value.card, override: leave.value, offline })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('cards', `card:${answer.value.card.cardId}`, 'queue', 'status')
  return answer
}

/** A supervisor at this desk, other than the clerk. */
async function supervisorBeside(deps: Deps, { supervisor }: Input, who: Who): Promise<Result<ProvenSupervisor, Fault>> {
  return supervisor === null ? fail('undo-needs-supervisor') : proveSupervisor(deps, supervisor, who.staff.id)
}

async function overrideBy(tx: WriteSet, person: ProvenSupervisor, { reason }: Input): Promise<Result<Override, Fault>> {
  const allowed = await person.enter(tx)
  if (!allowed.ok) return allowed
  const { id: supervisorId, name: supervisorName } = person.staff
  return ok({ means: 'on-the-spot', reason, supervisorId, supervisorName })
}

interface Allowed {
  readonly card: Card
  readonly override: Override | null
  readonly offline: boolean
}

async function write(deps: Deps, tx: WriteSet, input: Input, { staff }: Who, allowed: Allowed) {
  const { card, override } = allowed
  const device = await tx.device.current()
  if (device === null) return fail('not-enrolled')
  const { handoverId } = input
  const fact = factOf(deps, input, staff, device, allowed)
  const noted = { subject: handoverId, at: fact.at }
  if (override) await tx.audit.append({ ...noted, kind: 'override', staffId: override.supervisorId })
  const by = { staffId: staff.id, scope: card.scope, subject: card.id }
  await recordAct(tx, { type: 'handover.undo', payload: fact }, { ...by, audit: { kind: 'undo', subject: handoverId } })
  const after = await tx.cards.find(card.id)
  if (!after) throw new Error('the card taken back is gone')
  return ok({ undoId: fact.undoId, card: await shownCard(tx, after, fact.at) })
}

const factOf = (
  deps: Deps,
  { handoverId, reason, place }: Input,
  staff: Who['staff'],
  { deviceCode }: Device,
  { card, override, offline }: Allowed,
): HandoverUndone => ({
  undoId: deps.ids.uuid(),
  handoverId,
  cardId: card.id,
  at: deps.clock.now(),
  staffId: staff.id,
  staffName: staff.name,
  staffCode: staff.code,
  deviceCode,
  reason,
  override,
  place: place ?? card.place,
  offline,
})
