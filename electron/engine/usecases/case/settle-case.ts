import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Case } from '#shared/domain/handover/handover.ts'
import { type CaseSettled, isOwnAct, whyNotSettled } from '#shared/domain/handover/settle.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { checkPerson, letIn } from '../session/check-person.ts'
import type { ReadSet, WriteSet } from '../stores.ts'
import { handoversOf } from './get-case.ts'

type Input = ParsedInputOf<'case.settle'>

/** A supervisor decides about a case, signed with the own password: an intention that the centre may still refuse. Faults: see the contract. */
export async function settleCase(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'case.settle'>> {
  const may = await deps.reading((db) => maySettle(db, input, who))
  if (!may.ok) return may
  const person = await checkPerson(deps, {
    username: who.staff.username,
    password: input.password,
    purpose: 'signature',
  })
  if (!person.ok) return person
  const answer = await answering(async (tx) => {
    const allowed = await letIn(deps, tx, person.value)
    if (!allowed.ok) return allowed
    const open = await maySettle(tx, input, who)
    return open.ok ? write(deps, tx, input, who, open.value) : open
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('cards', 'cases', 'queue', 'status')
  return answer
}

/** The case as it stands here, where this decision can be made about it. */
async function maySettle(
  db: Pick<ReadSet, 'cases' | 'handovers' | 'blobs'>,
  input: Input,
  { staff }: Who,
): Promise<Result<Case, Fault>> {
  const seen = await db.cases.find(input.caseId)
  if (!seen) return fail('case-unknown')
  const why = whyNotSettled(seen.row, input)
  if (why === 'case-settled' || why === 'case-grown') return fail(why)
  if (why !== null) return fail('input-invalid', { field: 'decision' })
  const handovers = await handoversOf(db, seen.row)
  if (isOwnAct(handovers, staff.id)) return fail('own-act')
  for (const { signature, photo } of handovers)
    if ((await db.blobs.unsent(signature)) || (photo !== null && (await db.blobs.unsent(photo))))
      return fail('evidence-pending')
  return ok(seen.row)
}

async function write(deps: Deps, tx: WriteSet, input: Input, { staff }: Who, file: Case) {
  const device = await tx.device.current()
  if (device === null) return fail('not-enrolled')
  const { caseId, decision, standsHandoverId, handoversSeen, reason } = input
  const payload: CaseSettled = {
    settleId: deps.ids.uuid(),
    caseId,
    cardId: file.cardId,
    at: deps.clock.now(),
    staffId: staff.id,
    staffName: staff.name,
    staffCode: staff.code,
    deviceCode: device.deviceCode,
    decision,
    standsHandoverId,
    handoversSeen,
    reason,
  }
  await recordAct(
    tx,
    { type: 'case.settle', payload },
    {
      staffId: staff.id,
      scope: file.scope,
      subject: file.cardId ?? caseId,
      audit: { kind: 'settle', subject: caseId },
    },
  )
  const after = await tx.cases.find(caseId)
  return ok({ caseId, state: after?.row.state ?? 'open' })
}
