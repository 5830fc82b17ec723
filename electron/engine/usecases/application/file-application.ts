import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { ApplicationFiled } from '#shared/domain/filing/filing.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Signer } from '../ports.ts'
import type { ReadSet, WriteSet } from '../stores.ts'
import { noteVisit } from '../trip/note-visit.ts'
import { type DoneHere, doneHere } from './done-here.ts'
import { ownDraft } from './drafts.ts'
import { filedFact, type UnnumberedFact } from './filed-fact.ts'
import { issueKitir, type PreparedKitir, prepareKitir } from './issue-kitir.ts'
import { namedDocuments, takeDraftedDocuments } from './take-drafted-documents.ts'
import { toldFiling } from './withdraw-application.ts'

type Filed = OutputOf<'application.file'>['filed']

/** Files what a draft holds: the facts, an e-Kitir for each service, its documents and the end of the draft in one transaction. Faults: see the contract. */
export async function fileApplication(
  deps: Deps,
  { draftId }: ParsedInputOf<'application.file'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'application.file'>> {
  const kitirs = await kitirsFor(deps, draftId, who)
  const signer = await deps.signer()
  const answer = await answering(async (tx) => {
    // Read again: another window may have changed or filed it meanwhile.
    const draft = (await ownDraft(tx, draftId, who.staff.id))?.draft
    if (!draft || draft.services.length !== kitirs.length || draft.repairs !== null) return fail('draft-unknown')
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const services = await namedDocuments(tx, draftId, draft)
    const facts = await factsOf(deps, tx, { services, here: here.value, who })
    if (!facts.ok) return facts
    await takeDraftedDocuments(tx, draftId, draft)
    const filed = await fileAll(tx, { facts: facts.value, kitirs, signer, here: here.value })
    await tx.intake.remove(draftId)
    return ok({ filed, visit: await notedFor(deps, tx, here.value, draft.visitId, filed) })
  })
  if (answer.ok) toldFiling(deps)
  if (answer.ok && answer.value.visit) deps.announce('thing:visit')
  return answer
}

/** With the person of the queue; an application that the citizen has in hand is filed also where the team's day was closed meanwhile. */
async function notedFor(
  deps: Deps,
  tx: WriteSet,
  here: DoneHere,
  visitId: string | undefined,
  filed: Filed,
): Promise<OutputOf<'application.file'>['visit']> {
  const visit = visitId === undefined ? undefined : (await tx.things.find('visit', visitId))?.row
  if (!visit) return null
  const add = filed.map(({ kitirNumber, serviceName }) => ({
    ...{ kind: 'application' as const, ref: kitirNumber, text: serviceName.slice(0, 200) },
  }))
  const noted = await noteVisit(deps, tx, here, { visitId: visit.id, step: 'serving', set: {}, add, strike: [] })
  return noted.ok ? { tripId: visit.tripId, visitId: visit.id } : null
}

/** Their PINs take their time, and nobody waits for them inside the transaction. */
async function kitirsFor(deps: Deps, draftId: string, { staff }: Who): Promise<readonly PreparedKitir[]> {
  const [saved, pack] = await deps.reading(async (db) => [
    await ownDraft(db, draftId, staff.id),
    await db.settings.region(),
  ])
  return Promise.all((saved?.draft.services ?? []).map(() => prepareKitir(deps, pack.pin.digits)))
}

interface AllBegun {
  readonly services: IntakeDraft['services']
  readonly here: DoneHere
  readonly who: Who
}

/** All of them, before anything is written: of a family of which one does not fit none is filed. */
async function factsOf(
  deps: Deps,
  db: ReadSet,
  { services, here, who }: AllBegun,
): Promise<Result<readonly UnnumberedFact[], Fault>> {
  const of = services.length
  const id = deps.ids.uuid()
  const facts: UnnumberedFact[] = []
  for (const [at, begun] of services.entries()) {
    const family = of > 1 ? { id, position: at + 1, of } : null
    const fact = await filedFact(deps, db, { begun, here, who, family })
    if (!fact.ok) return fact
    facts.push(fact.value)
  }
  return ok(facts)
}

interface AllToFile {
  readonly facts: readonly UnnumberedFact[]
  /** One for each. */
  readonly kitirs: readonly PreparedKitir[]
  readonly signer: Signer
  readonly here: DoneHere
}

async function fileAll(tx: WriteSet, { facts, kitirs, signer, here }: AllToFile): Promise<Filed> {
  const filed: Filed = []
  for (const [at, fact] of facts.entries()) {
    const kitir = await issueKitir(tx, kitirs[at] as PreparedKitir, { device: here.device, signer, at: here.by.at })
    await recordFiled(tx, { ...fact, kitir }, here)
    const { applicationId, serviceName } = fact
    filed.push({ applicationId, kitirId: kitir.kitirId, kitirNumber: kitir.number, serviceName })
  }
  return filed
}

function recordFiled(tx: WriteSet, payload: ApplicationFiled, { device, by }: DoneHere) {
  const of = { staffId: by.staffId, scope: device.homeScope, subject: payload.applicationId }
  return recordAct(tx, { type: 'application.file', payload }, { ...of, audit: { kind: 'application' } })
}
