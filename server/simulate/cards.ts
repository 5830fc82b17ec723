import type { Application, ApplicationStatus } from '#shared/domain/application/application.ts'
import type { Card, CardKind, CardState, IssueReason } from '#shared/domain/card/card.ts'
import type { HouseholdMember } from '#shared/domain/household/household.ts'
import { day, dueAfter, hour, instant, officeHour } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Family } from './people.ts'

/** What one simulated application is to be. */
export interface CardPlan {
  readonly kind: CardKind
  readonly state: CardState
  readonly issueReason: IssueReason
  /** Days on the shelf, or since it was filed when it never got there. */
  readonly age: number
  readonly late: boolean
}

const statusOf: Record<CardState, ApplicationStatus> = {
  'print-queue': 'ANTRE_CETAK',
  printed: 'DICETAK',
  sorted: 'SIAP_KIRIM',
  shipped: 'DIKIRIM',
  ready: 'SIAP_DIAMBIL',
  'with-team': 'SIAP_DIAMBIL',
  'handed-over': 'DISERAHKAN',
  returned: 'RETUR',
  lost: 'HILANG_KEL',
  damaged: 'RUSAK',
}

const serviceOf = (kind: CardKind, reason: IssueReason): string => {
  if (kind === 'kia') return 'KIA'
  if (reason === 'age-17' || reason === 'new') return 'KTP-BARU17'
  return reason === 'moved-in' ? 'KTP-PINDAH' : 'KTP-ULANG'
}

const onShelf = new Set<CardState>(['ready', 'handed-over', 'returned', 'lost', 'damaged'])
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export interface Filed {
  readonly application: Application
  readonly card: Card
  readonly pin: string
}

/** Counts that never repeat within one city: kitir numbers and places on the shelf. */
export interface Counters {
  kitir: number
  readonly shelf: Map<string, number>
}

/** What an application and its card have in common. */
interface Filing {
  readonly plan: CardPlan
  readonly owner: HouseholdMember
  readonly family: Family
  readonly kitirNumber: string
  readonly kitirCode: string
}

/** One application with its card, as it would have come to be by `now` (milliseconds). */
export function fileCard(
  chance: Chance,
  plan: CardPlan,
  owner: HouseholdMember,
  family: Family,
  counters: Counters,
  now: number,
): Filed {
  const course = courseOf(chance, plan, now)
  const kitirNumber = kitirNumberOf(course.accepted, ++counters.kitir)
  const kitirCode = `https://klampid.example/k/${Array.from({ length: 26 }, () => chance.pick([...letters])).join('')}`
  const filing = { plan, owner, family, kitirNumber, kitirCode }
  const application = applicationOf(chance, filing, course)
  const card = cardOf(chance, filing, course, application.id, counters)
  return { application, card, pin: String(chance.whole(0, 999_999)).padStart(6, '0') }
}

/** When what happened, in milliseconds. `fulfilled`: when it came to the shelf; null: not yet. */
interface Course {
  readonly accepted: number
  readonly due: number
  readonly fulfilled: number | null
}

function courseOf(chance: Chance, plan: CardPlan, now: number): Course {
  const shelved = officeHour(now - plan.age * day, chance.whole(9, 14)) + chance.whole(0, 59) * 60_000
  if (!onShelf.has(plan.state)) {
    const accepted = filedAt(chance, plan, now)
    return { accepted, due: dueAfter(accepted), fulfilled: null }
  }
  const accepted = shelved - (plan.late ? 30 : 20) * hour
  const due = dueAfter(accepted)
  const fulfilled = plan.late ? Math.min(due + chance.whole(1, 5) * hour, now) : Math.min(shelved, due - hour)
  return { accepted, due, fulfilled }
}

const timesOf = ({ accepted, due, fulfilled }: Course) => ({
  acceptedAt: instant(accepted),
  dueAt: instant(due),
  fulfilledAt: fulfilled === null ? null : instant(fulfilled),
})

/** A parent applies for a child's card. */
function applicationOf(chance: Chance, filing: Filing, course: Course): Application {
  const { plan, owner, family, kitirNumber, kitirCode } = filing
  const applicant = plan.kind === 'kia' ? (family.members[0] ?? owner) : owner
  return {
    id: chance.uuid(),
    scope: family.scope,
    kitirNumber,
    kitirCode,
    service: serviceOf(plan.kind, plan.issueReason),
    status: statusOf[plan.state],
    applicantName: applicant.name,
    applicantNik: applicant.nik,
    submittedAt: instant(course.accepted - chance.whole(5, 90) * 60_000),
    ...timesOf(course),
    collectionUnit: family.scope,
  }
}

function cardOf(chance: Chance, filing: Filing, course: Course, applicationId: string, counters: Counters): Card {
  const { plan, owner, family, kitirNumber, kitirCode } = filing
  const times = timesOf(course)
  return {
    id: chance.uuid(),
    scope: family.scope,
    applicationId,
    kind: plan.kind,
    state: plan.state,
    issueReason: plan.issueReason,
    ownerName: owner.name,
    ownerNik: owner.nik,
    ownerBirthDate: owner.birthDate,
    kkNumber: family.id,
    kitirNumber,
    kitirCode,
    labelCode: `LBL-${Buffer.from(chance.bytes(9)).toString('base64url')}`,
    pinVerifier: null,
    place: plan.state === 'ready' ? placeOf(counters, family.scope) : null,
    arrivedAt: times.fulfilledAt,
    handedOver: null,
    caseId: null,
    ...times,
  }
}

/** What is still on its way: some of it late whatever day it is, some due soon. */
function filedAt(chance: Chance, plan: CardPlan, now: number): number {
  if (!plan.late) return now - chance.whole(2, 22) * hour
  let at = now - chance.whole(27, 50) * hour
  while (dueAfter(at) > now - hour) at -= day
  return at
}

function kitirNumberOf(at: number, count: number): string {
  const [year = '', month = ''] = instant(at).split('-')
  return `KNG-${year.slice(2)}${month}-${String(count).padStart(6, '0')}`
}

/** Racks A to D, boxes of 25. */
function placeOf({ shelf }: Counters, scope: string): Card['place'] {
  const count = shelf.get(scope) ?? 0
  shelf.set(scope, count + 1)
  const rack = 'ABCD'[Math.floor(count / 100) % 4] ?? 'A'
  return { rack, box: String((Math.floor(count / 25) % 4) + 1), number: String((count % 25) + 1).padStart(2, '0') }
}
