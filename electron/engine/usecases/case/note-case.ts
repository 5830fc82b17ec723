import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { CaseNoted } from '#shared/domain/case/note.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'

/** Keeps what somebody says about a case, or is asked. Fault: case-unknown. */
export async function noteCase(
  deps: Deps,
  { caseId, kind, text }: ParsedInputOf<'case.note'>,
  { staff }: Who,
  answering: Answering,
): Answer<OutputOf<'case.note'>> {
  const answer = await answering(async (tx) => {
    const seen = await tx.cases.find(caseId)
    if (!seen) return fail('case-unknown')
    const device = await tx.device.current()
    if (device === null) return fail('not-enrolled')
    const { cardId, scope } = seen.row
    const by = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: device.deviceCode }
    const payload: CaseNoted = { noteId: deps.ids.uuid(), caseId, cardId, at: deps.clock.now(), ...by, kind, text }
    await recordAct(
      tx,
      { type: 'case.note', payload },
      { staffId: staff.id, scope, subject: cardId ?? caseId, audit: { kind: 'case-note', subject: caseId } },
    )
    return ok({ noteId: payload.noteId })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('cases', 'queue', 'status')
  return answer
}
