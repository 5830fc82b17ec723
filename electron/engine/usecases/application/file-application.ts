import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { ApplicationFiled } from '#shared/domain/filing/filing.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { checkFiled } from './check-filed.ts'
import { type DoneHere, doneHere } from './done-here.ts'
import { ownDraft } from './drafts.ts'
import { expectedAt } from './expected-at.ts'
import { issueKitir, type PreparedKitir, prepareKitir } from './issue-kitir.ts'
import { toldFiling } from './withdraw-application.ts'

/** Files what a draft holds: the facts, an e-Kitir for each service and the end of the draft in one transaction. Faults: see the contract. */
export async function fileApplication(
  deps: Deps,
  { draftId }: ParsedInputOf<'application.file'>,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'application.file'>> {
  const [saved, pack] = await deps.reading(async (db) => [
    await ownDraft(db, draftId, who.staff.id),
    await db.settings.region(),
  ])
  const prepared: PreparedKitir[] = []
  for (const _ of saved?.draft.services ?? []) prepared.push(await prepareKitir(deps, pack.pin.digits))
  const signer = await deps.signer()
  const answer = await answering(async (tx) => {
    // Read again: another window may have changed or filed it meanwhile.
    const draft = (await ownDraft(tx, draftId, who.staff.id))?.draft
    if (!draft || draft.services.length !== prepared.length || draft.repairs !== null) return fail('draft-unknown')
    const here = await doneHere(deps, tx, who)
    if (!here.ok) return here
    const familyId = draft.services.length > 1 ? deps.ids.uuid() : null
    const filed: OutputOf<'application.file'>['filed'] = []
    for (const [at, begun] of draft.services.entries()) {
      const made = prepared[at]
      if (!made) return fail('draft-unknown')
      const family = familyId === null ? null : { id: familyId, position: at + 1, of: draft.services.length }
      const kitir = await issueKitir(tx, made, { device: here.value.device, signer, at: here.value.by.at })
      const fact = await factOf(deps, tx, { begun, here: here.value, who, family, kitir })
      if (!fact.ok) return fact
      await recordFiled(tx, fact.value, here.value)
      const { applicationId, serviceName } = fact.value
      filed.push({ applicationId, kitirId: kitir.kitirId, kitirNumber: kitir.number, serviceName })
    }
    await tx.intake.remove(draftId)
    return ok({ filed })
  })
  if (answer.ok) toldFiling(deps)
  return answer
}

interface Filing {
  readonly begun: BegunApplication
  readonly here: DoneHere
  readonly who: Who
  readonly family: ApplicationFiled['family']
  readonly kitir: ApplicationFiled['kitir']
}

async function factOf(deps: Deps, tx: WriteSet, { begun, here, who, family, kitir }: Filing) {
  const checked = await checkFiled(tx, begun, here)
  if (!checked.ok) return checked
  const { service, catalogueVersion, content, applicant, subject } = checked.value
  const collectionUnit = begun.collectionUnit
  return ok<ApplicationFiled>({
    ...here.by,
    ...content,
    applicationId: deps.ids.uuid(),
    kitir,
    service: service.code,
    serviceName: service.name,
    catalogueVersion,
    applicantName: applicant.name ?? subject.name ?? '',
    applicantNik: applicant.nik ?? null,
    subjectName: subject.name ?? applicant.name ?? '',
    subjectNik: subject.nik ?? null,
    family,
    collectionUnit,
    channel: channelOf(who),
    doubts: begun.doubts,
    expectedAt: await expectedAt(
      tx,
      { service: service.code, unit: collectionUnit ?? here.device.homeScope },
      here.by.at,
    ),
    offline: here.offline,
  })
}

function recordFiled(tx: WriteSet, payload: ApplicationFiled, { device, by }: DoneHere) {
  const of = { staffId: by.staffId, scope: device.homeScope, subject: payload.applicationId }
  return recordAct(tx, { type: 'application.file', payload }, { ...of, audit: { kind: 'application' } })
}

const channelOf = ({ staff: { roles } }: Who): ApplicationFiled['channel'] =>
  roles.includes('mobile') ? 'mobile' : roles.includes('kelurahan') ? 'kelurahan' : 'counter'
