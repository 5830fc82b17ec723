import { hash } from '@node-rs/argon2'
import { applyAct } from '#shared/domain/act/acts.ts'
import { RowSet } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Catalogue } from '#shared/domain/catalogue/catalogue.ts'
import { applicationOf } from '#shared/domain/filing/application-of.ts'
import type { ApplicationFiled, Filing } from '#shared/domain/filing/filing.ts'
import { stepped } from '#shared/domain/filing/step.ts'
import type { Household } from '#shared/domain/household/household.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import { submissionOf } from '../kng/owed.ts'
import { withStep } from '../kng/take-course.ts'
import type { Kelurahan } from '../region/areas.ts'
import type { RowToWrite } from '../sync/write-row.ts'
import { dueAfter, instant, localDay } from './calendar.ts'
import type { Chance } from './chance.ts'
import { type FiledPlan, filedPlans, readyPlan } from './filed-plans.ts'
import type { Kitir } from './kelurahan.ts'
import type { KngStore } from './kng/kng-store.ts'
import { SimulatedKng } from './kng/simulated-kng.ts'
import { familyOf } from './people.ts'
import type { SigningDesk } from './signing-desk.ts'

interface Where {
  readonly chance: Chance
  readonly kelurahan: Kelurahan
  readonly staff: readonly Staff[]
  readonly desk: SigningDesk
  readonly taken: Set<string>
  readonly now: number
  readonly catalogue: Catalogue
  /** What KNG knows of them afterwards. */
  readonly kng: KngStore
  /** Whether the PIN of each e-Kitir can be checked: a verifier costs about 20 ms. */
  readonly verifiers: boolean
}

export interface SimulatedFilings {
  readonly rows: readonly RowToWrite[]
  readonly kitirs: readonly Kitir[]
  /** Finished documents, by their hash. */
  readonly documents: ReadonlyMap<string, Buffer>
}

/** Applications of one counter in every state, as the office's own process left them: the same simulated KNG plays it, and goes on with them where the demonstration runs. */
export async function simulateFilings(where: Where, ready: ReadyOne | null): Promise<SimulatedFilings> {
  const made: Made = { rows: [], kitirs: [], documents: new Map() }
  for (const [index, plan] of filedPlans(where.now).entries()) await file(where, plan, index, made)
  if (ready) await fileReady(where, ready, made)
  return made
}

interface Made extends SimulatedFilings {
  readonly rows: RowToWrite[]
  readonly kitirs: Kitir[]
  readonly documents: Map<string, Buffer>
}

/** A card on the shelf that was filed for at this counter. */
export interface ReadyOne {
  readonly application: Application
  readonly owner: Household['members'][number]
  readonly kkNumber: string
  readonly pinVerifier: string | null
}

async function file(where: Where, plan: FiledPlan, index: number, made: Made): Promise<void> {
  const { chance, kelurahan, desk, now } = where
  const family = familyOf(chance, kelurahan, localDay(now), where.taken, [3])
  const number = `L-${kelurahan.code}-${desk.key.deviceCode}-${String(101 + index).padStart(6, '0')}`
  const pin = String(chance.whole(0, 999_999)).padStart(6, '0')
  const salt = chance.bytes(16)
  const code = desk.issue(number, instant(plan.at))
  const pinVerifier = where.verifiers ? await hash(pin, { ...verifierCost, salt: Buffer.from(salt) }) : noVerifier
  const kitir = { kitirId: chance.uuid(), number, code, pinVerifier }
  const filed = factOf(where, plan, family, { applicationId: chance.uuid(), kitir })
  const filing = await course(where, plan, filed, made)
  const application = applicationOf(filing, null)
  if (application) put(made, 'application', filing.id, application)
  put(made, 'household', family.id, family)
  const names = { ownerName: filing.subjectName, ownerNik: filing.subjectNik ?? '' }
  const kind = plan.service === 'KIA' ? 'kia' : 'ktp-el'
  made.kitirs.push({
    ...{ kitirNumber: number, code, pin, cardIds: [], labelCodes: [], ...names, kind, service: plan.service },
    note: plan.note,
  })
}

/** The row of the filing alone: card, e-Kitir and application are there. */
async function fileReady(where: Where, ready: ReadyOne, made: Made): Promise<void> {
  const { application, owner, kkNumber, pinVerifier } = ready
  const plan = readyPlan(Date.parse(application.submittedAt))
  const { kitirNumber: number, kitirCode: code, id: applicationId, fulfilledAt } = application
  const kitir = { kitirId: where.chance.uuid(), number, code, pinVerifier: pinVerifier ?? noVerifier }
  const family = { id: kkNumber, scope: where.kelurahan.code, address: '', members: [owner] }
  const filing = await course(where, plan, factOf(where, plan, family, { applicationId, kitir }), made)
  const at = fulfilledAt ?? application.submittedAt
  const step = {
    stepId: `card:SIAP_DIAMBIL:${at}`,
    status: 'SIAP_DIAMBIL' as const,
    at,
    note: null,
    by: 'centre' as const,
  }
  put(made, 'filing', filing.id, stepped(filing, step))
}

const verifierCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** No PIN opens it. */
const noVerifier = 'none'

const put = ({ rows }: Made, entity: RowToWrite['entity'], id: string, row: { readonly scope: string }) => {
  const before = rows.findIndex((one) => one.entity === entity && one.id === id)
  const written = { scope: row.scope, entity, id, row }
  if (before < 0) rows.push(written)
  else rows[before] = written
}

function factOf(
  { kelurahan, staff, desk }: Where,
  plan: FiledPlan,
  family: Household,
  named: Pick<ApplicationFiled, 'applicationId' | 'kitir'>,
): ApplicationFiled {
  const [clerk] = staff
  if (!clerk) throw new Error('a kelurahan without staff')
  const { applicant, subject, ...content } = plan.content(family)
  return {
    ...named,
    ...content,
    ...{ service: plan.service, serviceName: plan.serviceName, catalogueVersion: 1 },
    ...{
      applicantName: applicant.name,
      applicantNik: applicant.nik,
      subjectName: subject.name,
      subjectNik: subject.nik,
    },
    ...{ family: null, collectionUnit: plan.collected ? kelurahan.code : null, channel: 'kelurahan', doubts: [] },
    ...{ expectedAt: instant(dueAfter(plan.at)), offline: false, at: instant(plan.at) },
    ...{ staffId: clerk.id, staffName: clerk.name, staffCode: clerk.code, deviceCode: desk.key.deviceCode },
  }
}

/** Filed, told to KNG, and moved on by it step by step. */
async function course(where: Where, plan: FiledPlan, fact: ApplicationFiled, made: Made): Promise<Filing> {
  const rows = new RowSet()
  const seen = { scope: where.kelurahan.code, deviceId: where.desk.key.deviceId, acceptedAt: fact.at, permitted: true }
  applyAct({ type: 'application.file', payload: fact }, rows, { ...seen, flags: [], caseId: '' })
  const filed = rows.get('filing', fact.applicationId)
  const kitir = rows.get('kitir', fact.kitir.kitirId)
  if (!filed || !kitir) throw new Error('nothing was filed')
  const clock = { at: plan.at }
  const kng = new SimulatedKng({ store: where.kng, catalogue: where.catalogue, now: () => new Date(clock.at) })
  kng.submit(submissionOf(filed, fact.kitir))
  for (let step = 0; step < plan.steps; step++) {
    clock.at = Math.min(plan.at + (step + 1) * plan.every, where.now)
    await kng.step(filed.id)
  }
  const { kngNumber, steps } = kng.course(filed.id)
  const results = steps.flatMap((step) => step.results ?? [])
  for (const { sha256 } of results) made.documents.set(sha256, kng.result(sha256) ?? Buffer.alloc(0))
  const filing = steps.reduce(withStep, { ...filed, kngNumber, results })
  put(made, 'filing', filing.id, filing)
  put(made, 'kitir', kitir.id, kitir)
  return filing
}
