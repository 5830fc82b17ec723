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

/** One application with its card, as it would have come to be by `now` (milliseconds). */
export function fileCard(
  chance: Chance,
  plan: CardPlan,
  owner: HouseholdMember,
  family: Family,
  counters: Counters,
  now: number,
): Filed {
  const done = onShelf.has(plan.state)
  const arrived = officeHour(now - plan.age * day, chance.whole(9, 14)) + chance.whole(0, 59) * 60_000
  const accepted = done ? arrived - (plan.late ? 30 : 20) * hour : filedAt(chance, plan, now)
  const due = dueAfter(accepted)
  const fulfilled = done ? (plan.late ? due + chance.whole(1, 5) * hour : Math.min(arrived, due - hour)) : null
  const kitirNumber = kitirNumberOf(accepted, ++counters.kitir)
  const kitirCode = `https://klampid.example/k/${Array.from({ length: 26 }, () => chance.pick([...letters])).join('')}`
  const times = {
    acceptedAt: instant(accepted),
    dueAt: instant(due),
    fulfilledAt: fulfilled === null ? null : instant(fulfilled),
  }
  const application: Application = {
    id: chance.uuid(),
    scope: family.scope,
    kitirNumber,
    kitirCode,
    service: serviceOf(plan.kind, plan.issueReason),
    status: statusOf[plan.state],
    applicantName: plan.kind === 'kia' ? (family.members[0]?.name ?? owner.name) : owner.name,
    applicantNik: plan.kind === 'kia' ? (family.members[0]?.nik ?? owner.nik) : owner.nik,
    submittedAt: instant(accepted - chance.whole(5, 90) * 60_000),
    ...times,
    collectionUnit: family.scope,
  }
  const card: Card = {
    id: chance.uuid(),
    scope: family.scope,
    applicationId: application.id,
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
    arrivedAt: done ? instant(fulfilled ?? arrived) : null,
    handedOver: null,
    caseId: null,
    ...times,
  }
  return { application, card, pin: String(chance.whole(0, 999_999)).padStart(6, '0') }
}

/** What is still on its way: some of it late, some due today. */
function filedAt(chance: Chance, plan: CardPlan, now: number): number {
  return plan.late ? now - chance.whole(27, 50) * hour : now - chance.whole(2, 22) * hour
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
