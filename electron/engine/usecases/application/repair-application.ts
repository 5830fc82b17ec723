import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { sentBack } from '#shared/domain/filing/step.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { askedOf } from './asked-of.ts'
import { type CheckedApplication, checkFiled } from './check-filed.ts'
import { doneHere } from './done-here.ts'
import { ownDraft } from './drafts.ts'
import { namedDocuments, takeDraftedDocuments } from './take-drafted-documents.ts'
import { toldFiling } from './withdraw-application.ts'

/** Opens what was sent back as a draft, filled with what was filed; a repair that was begun is gone on with. Faults: application-unknown, not-sent-back. */
export async function beginRepair(
  deps: Deps,
  { applicationId }: ParsedInputOf<'application.begin-repair'>,
  { staff }: Who,
): Answer<OutputOf<'application.begin-repair'>> {
  const answer = await deps.inOneWrite(async (tx) => {
    const seen = await tx.things.find('filing', applicationId)
    if (seen === null) return fail('application-unknown')
    if (sentBack(seen.row) === null) return fail('not-sent-back')
    const begun = (await tx.intake.of(staff.id)).find(({ draft }) => draft.repairs === applicationId)
    if (begun) return ok({ draftId: begun.draftId })
    const draftId = deps.ids.uuid()
    const saved = { draftId, staffId: staff.id, savedAt: deps.clock.now() }
    const draft = draftFrom(seen.row)
    await tx.intake.save({ ...saved, draft, asked: await askedOf(tx, draft) })
    return ok({ draftId })
  })
  if (answer.ok) deps.announce('intake-drafts')
  return answer
}

function draftFrom({ id, service, people, answers, requirements, collectionUnit, doubts }: Filing): IntakeDraft {
  const papers = Object.entries(requirements).map(([name, { how, documents }]) => [
    name,
    { how, documents: [...documents] },
  ])
  const begun = { service, people: { ...people }, answers: { ...answers }, requirements: Object.fromEntries(papers) }
  const reasons = doubts.map(({ code, about, reason }) => ({ code, about, reason }))
  return {
    services: [{ ...begun, doubts: reasons, collectionUnit }],
    ...{ at: { service: 0, step: 'fill' }, repairs: id },
  }
}

/** Sends it again, as it was put right. Faults: see the contract. */
export async function repairApplication(
  deps: Deps,
  { draftId, note }: ParsedInputOf<'application.repair'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'application.repair'>> {
  const answer = await answering(async (tx) => {
    const draft = (await ownDraft(tx, draftId, who.staff.id))?.draft
    const [begun] = draft?.services ?? []
    if (!begun || !draft?.repairs) return fail('draft-unknown')
    const seen = await tx.things.find('filing', draft.repairs)
    if (seen === null) return fail('application-unknown')
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const [named = begun] = await namedDocuments(tx, draftId, draft)
    const checked = await checkFiled(tx, named, here.value)
    if (!checked.ok) return checked
    await takeDraftedDocuments(tx, draftId, draft)
    const { by, offline } = here.value
    const said = { ...checked.value.content, doubts: newDoubts(checked.value, seen.row), note, offline }
    const payload = { ...by, ...said, repairId: deps.ids.uuid(), applicationId: seen.row.id }
    const of = { staffId: by.staffId, scope: seen.row.scope, subject: seen.row.id }
    await recordAct(tx, { type: 'application.repair', payload }, { ...of, audit: { kind: 'application-repair' } })
    await tx.intake.remove(draftId)
    return ok({ applicationId: seen.row.id })
  })
  if (answer.ok) toldFiling(deps)
  return answer
}

/** Those that the filing itself did not give a reason for. */
const newDoubts = ({ doubts }: CheckedApplication, filing: Filing): CheckedApplication['doubts'] =>
  doubts.filter(({ code, about }) => !filing.doubts.some((one) => one.code === code && one.about === about))
