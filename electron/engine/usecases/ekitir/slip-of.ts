import { productsFor } from '#shared/domain/catalogue/asked-now.ts'
import { findService, type Service } from '#shared/domain/catalogue/catalogue.ts'
import type { Filing, Kitir } from '#shared/domain/filing/filing.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { FilingSlip, SlipCopy, SlipResult } from '#shared/domain/receipt/filing-slip.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import type { Deps } from '../deps.ts'
import { paperBaseOf, unitNameOf } from '../paper/paper-base-of.ts'
import type { ReadSet } from '../stores.ts'

type About = Pick<
  FilingSlip,
  | 'kngNumber'
  | 'serviceName'
  | 'applicantName'
  | 'applicantNikMasked'
  | 'subjectName'
  | 'papers'
  | 'result'
  | 'expectedAt'
  | 'collectAt'
  | 'formalWorkingDays'
>

interface Sheet {
  readonly copyFor: SlipCopy
  /** 0: the original. */
  readonly copy: number
}

/** What the paper of an e-Kitir says, all but the PIN. */
export async function slipOf(
  { units }: Pick<Deps, 'units'>,
  db: ReadSet,
  kitir: Kitir,
  { copyFor, copy }: Sheet,
): Promise<FilingSlip> {
  const { town: _, ...base } = await paperBaseOf(db, kitir.scope, kitir.at)
  const filing = (await db.things.find('filing', kitir.applicationId))?.row ?? null
  return {
    ...base,
    ...(filing ? await aboutFiling(db, units, filing, base.zone) : await aboutApplication(db, units, kitir)),
    number: kitir.number,
    code: kitir.code,
    replaces: kitir.replaces,
    staffName: kitir.staffName,
    staffCode: kitir.staffCode,
    offline: filing?.kitirNumber === kitir.number && kitir.replaces === null ? filing.offline : false,
    copyFor,
    copy,
  }
}

async function aboutFiling(db: ReadSet, units: Deps['units'], filing: Filing, zone: string): Promise<About> {
  const service = findService(await db.settings.catalogue(), filing.service)
  const { applicantName, applicantNik, subjectName } = filing
  return {
    kngNumber: filing.kngNumber,
    serviceName: filing.serviceName,
    applicantName,
    applicantNikMasked: applicantNik && maskNik(applicantNik),
    subjectName: subjectName === applicantName ? null : subjectName,
    papers: Object.entries(filing.requirements).map(([id, { how }]) => ({ label: labelOf(service, id), how })),
    result: resultOf(service, filing, zone),
    expectedAt: filing.expectedAt,
    formalWorkingDays: await formalDays(db, filing.service),
    collectAt: filing.collectionUnit && (await unitNameOf(db, filing.collectionUnit, units)),
  }
}

/** An old e-Kitir of KNG: what its row says; which papers were taken in is not known here. */
async function aboutApplication(
  db: ReadSet,
  units: Deps['units'],
  { applicationId, ownerName, at }: Kitir,
): Promise<About> {
  const application = await db.applications.find(applicationId)
  const service = application && findService(await db.settings.catalogue(), application.service)
  const ends = application?.collectionUnit ?? null
  const { dueAt = null } = application ?? {}
  const ahead = dueAt !== null && dueAt > at
  return {
    kngNumber: null,
    serviceName: service?.name ?? application?.service ?? '-',
    applicantName: application?.applicantName ?? ownerName,
    applicantNikMasked: application?.applicantNik ? maskNik(application.applicantNik) : null,
    subjectName: null,
    papers: [],
    result: kindOf(service?.products[0]?.kind),
    expectedAt: ahead ? dueAt : null,
    // What is overdue already ends when its status says so.
    formalWorkingDays: application && dueAt === null ? await formalDays(db, application.service) : null,
    collectAt: ends && (await unitNameOf(db, ends, units)),
  }
}

const labelOf = (service: Service | null, id: string): string =>
  service?.requirements.find((requirement) => requirement.id === id)?.label ?? id

function resultOf(service: Service | null, filing: Filing, zone: string): SlipResult {
  if (service === null) return filing.collectionUnit === null ? 'service' : 'ktp-el'
  const { people, answers, requirements, at } = filing
  const [product] = productsFor(service, { day: localTime(at, zone).day, people, answers, requirements })
  return kindOf(product?.kind)
}

function kindOf(product: Service['products'][number]['kind'] | undefined): SlipResult {
  if (product === 'ktp-el' || product === 'kia') return product
  return product === 'pdf' || product === 'letter' ? 'document' : 'service'
}

async function formalDays(db: ReadSet, service: string): Promise<number | null> {
  return (await db.settings.region()).promise.services[service]?.formalWorkingDays ?? null
}
