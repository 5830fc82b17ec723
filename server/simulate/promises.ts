import type { Application } from '#shared/domain/application/application.ts'
import type { Complaint } from '#shared/domain/complaint/complaint.ts'
import { complaintDeadline } from '#shared/domain/complaint/complaint-deadline.ts'
import { copyId, type Incident } from '#shared/domain/incident/incident.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Kelurahan } from '../region/areas.ts'
import { readRegionPack } from '../region/areas.ts'
import { afterOfficeTime, day, dueAfter, hour, instant, office, officeHour } from './calendar.ts'

interface Where {
  readonly now: number
  readonly kelurahan: Kelurahan
  readonly staff: readonly Staff[]
}

/** When the outage was: three hours of a morning some working days ago. */
const outageFrom = (now: number) => officeHour(now - 9 * day, 9)

/** The copy that the kelurahan has of the register's only entry. */
export function outageOf({ now, kelurahan: { code: scope } }: Where): Incident {
  const from = outageFrom(now)
  const registerId = `outage-${instant(from).slice(0, 10)}`
  return {
    id: copyId(registerId, scope),
    scope,
    registerId,
    kind: 'outage',
    from: instant(from),
    to: instant(from + 3 * hour),
    units: [scope],
    services: null,
    source: 'Surat Ditjen Dukcapil, gangguan jaringan pusat',
    registeredBy: 'centre',
    registeredAt: instant(from + 4 * hour),
    withdrawnAt: null,
  }
}

interface PromiseCase {
  /** Of the e-Kitir, to try it with. */
  readonly note: string
  readonly course: Pick<Application, 'acceptedAt' | 'dueAt' | 'fulfilledAt' | 'submittedAt'>
  readonly more: Partial<Application>
}

/** One of every way in which a promise can stand, besides those that run and those that are late. */
export function promiseCases(now: number): readonly PromiseCase[] {
  const struck = outageFrom(now) - hour
  const late = lateSince(now)
  return [
    { note: 'complained', course: courseOf(late, null), more: {} },
    { note: 'due-soon', course: courseOf(soonDue(now), null), more: {} },
    {
      note: 'paused',
      course: courseOf(officeHour(now - 2 * day, 10), null),
      more: { status: 'PERBAIKAN', returns: [{ from: instant(officeHour(now - 2 * day, 11)), to: null }] },
    },
    { note: 'excluded', course: courseOf(late, null), more: { grounds: ['other-town-document'] } },
    {
      note: 'late-in-outage',
      course: courseOf(struck, afterOfficeTime(dueAfter(struck), 5 * hour)),
      more: { status: 'SIAP_DIAMBIL' },
    },
  ]
}

const courseOf = (accepted: number, fulfilled: number | null) => ({
  submittedAt: instant(accepted - hour / 2),
  acceptedAt: instant(accepted),
  dueAt: instant(dueAfter(accepted)),
  fulfilledAt: fulfilled === null ? null : instant(fulfilled),
})

/** Accepted so that it has been late for a while, by at least one working day. */
function lateSince(now: number): number {
  let accepted = officeHour(now - 3 * day, 10)
  while (dueAfter(accepted) > now - day) accepted = officeHour(accepted - day, 10)
  return accepted
}

/** Accepted so that less than two hours of office are left, if the office is open; else due in its next hours. */
function soonDue(now: number): number {
  const due = afterOfficeTime(now, hour)
  let accepted = due - day
  while (dueAfter(accepted) > due) accepted -= day
  return accepted
}

/** What the citizen said of it at the counter, half a day ago and not answered yet. */
export function complaintOf({ now, kelurahan: { code: scope }, staff }: Where, application: Application): Complaint {
  const at = instant(officeHour(now - day, 11))
  const clerk = staff[0]
  if (!clerk) throw new Error('a kelurahan without staff')
  return {
    id: `complaint-${application.id}`,
    scope,
    applicationId: application.id,
    kitirNumber: application.kitirNumber,
    number: `0001/KMP/${scope}-08/${at.slice(0, 4)}`,
    complainant: { name: application.applicantName, kind: 'self' },
    subject: 'late',
    text: 'Janjinya satu hari, sampai sekarang belum ada kabar.',
    deadline: complaintDeadline(at, office, readRegionPack().complaints),
    at,
    staffId: clerk.id,
    staffName: clerk.name,
    staffCode: clerk.code,
    deviceCode: '08',
    acceptedAt: at,
    state: 'open',
    answers: [],
    withdrawn: null,
    flags: [],
  }
}
