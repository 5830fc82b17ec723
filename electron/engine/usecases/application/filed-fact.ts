import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { isCollected } from '#shared/domain/catalogue/asked-now.ts'
import { channelOf } from '#shared/domain/filing/channel-of.ts'
import type { ApplicationFiled } from '#shared/domain/filing/filing.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Deps, Who } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { type CheckedApplication, checkFiled } from './check-filed.ts'
import type { DoneHere } from './done-here.ts'
import { expectedOf } from './expected-of.ts'

export interface ToFile {
  readonly begun: BegunApplication
  readonly here: DoneHere
  readonly who: Who
  readonly family: ApplicationFiled['family']
}

/** What is filed, before it has a number. */
export type UnnumberedFact = Omit<ApplicationFiled, 'kitir'>

/** One service of a draft as the fact that it was filed. Nothing is written. Faults: service-unknown, application-unfit, unit-unknown. */
export async function filedFact(
  deps: Pick<Deps, 'ids' | 'units'>,
  db: ReadSet,
  { begun, here, who, family }: ToFile,
): Promise<Result<UnnumberedFact, Fault>> {
  const checked = await checkFiled(db, begun, here)
  if (!checked.ok) return checked
  const { service, catalogueVersion, content, doubts } = checked.value
  const day = calendarDay(here.by.at, await unitZone(db))
  const collectionUnit = isCollected(service, { day, ...content })
    ? (begun.collectionUnit ?? here.device.homeScope)
    : null
  const unit = collectionUnit ?? here.device.homeScope
  const known = unit === here.device.homeScope || deps.units.some(({ scope }) => scope === unit)
  if (!known) return fail('unit-unknown')
  return ok({
    ...here.by,
    ...content,
    ...peopleOf(checked.value),
    applicationId: deps.ids.uuid(),
    ...{ family, collectionUnit, catalogueVersion, doubts },
    service: service.code,
    serviceName: service.name,
    channel: channelOf(who.staff.roles),
    ...(await expectedOf(db, { service: service.code, unit, content, day }, here.by.at)),
    offline: here.offline,
  })
}

const peopleOf = ({ applicant, subject }: CheckedApplication) => ({
  applicantName: applicant.name ?? subject.name ?? '',
  applicantNik: applicant.nik ?? null,
  subjectName: subject.name ?? applicant.name ?? '',
  subjectNik: subject.nik ?? null,
})
