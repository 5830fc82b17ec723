import { RowSet } from '#shared/domain/act/row-set.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import type { Household } from '#shared/domain/household/household.ts'
import { withdrawnBy } from '#shared/domain/old-card/withdraw.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Kelurahan } from '../region/areas.ts'
import type { RowToWrite } from '../sync/write-row.ts'
import { childAgesFor, ownerOf } from './ages.ts'
import { instant, localDay } from './calendar.ts'
import { type CardPlan, type Counters, type Filed, fileCard } from './cards.ts'
import { type Chance, chanceOf } from './chance.ts'
import { handOver } from './hand-overs.ts'
import { looseCards, nameParcel, type Parcel, parcelAges, parcelOf, parcelPlans } from './parcels.ts'
import { familyOf } from './people.ts'
import { anyPlan, type ChosenPlan, chosenPlans } from './plans.ts'
import { complaintOf, outageOf, promiseCases } from './promises.ts'
import { questionsOf } from './questions.ts'
import { forge, type SigningDesk } from './signing-desk.ts'
import { staffOf } from './staff.ts'

/** An e-Kitir to hold before the camera. */
export interface Kitir {
  readonly kitirNumber: string
  readonly code: string
  readonly pin: string | null
  readonly cardIds: readonly string[]
  /** Texts of the labels on the cards themselves. */
  readonly labelCodes: readonly string[]
  readonly ownerName: string
  readonly ownerNik: string
  readonly kind: Card['kind']
  readonly service: string
  readonly note: string
}

/** Cards whose PIN the centre can vouch for, with the PIN: verifiers are made apart, since each takes a while. */
export interface Sealed {
  readonly cardId: string
  readonly pin: string
}

export interface Simulated {
  readonly staff: readonly Staff[]
  readonly rows: RowToWrite[]
  readonly kitirs: Kitir[]
  readonly sealed: Sealed[]
  readonly parcels: Parcel[]
}

interface World {
  readonly chance: Chance
  readonly taken: Set<string>
  readonly counters: Counters
  readonly now: number
}

const desks = ['08', '09'] as const

/** Everything of one kelurahan: its unit, staff, families, applications, cards and past hand-overs. Pure but for `world`'s counters. */
export function simulateKelurahan(
  world: World,
  kelurahan: Kelurahan,
  cards: number,
  desk: SigningDesk | null,
): Simulated {
  const staff = staffOf(world.chance, kelurahan, desk !== null)
  const place: Place = { ...world, kelurahan, staff, desk, receipts: 0, rows: [], kitirs: [], sealed: [], parcels: [] }
  const unit = {
    id: kelurahan.code,
    scope: kelurahan.code,
    kind: 'kelurahan',
    name: kelurahan.name,
    kecamatan: kelurahan.kecamatan,
  }
  put(place, 'unit', kelurahan.code, { ...unit, zone: 'Asia/Jakarta' })
  for (const person of staff) put(place, 'staff', person.id, person)
  if (desk) put(place, 'device-key', desk.key.id, desk.key)
  for (const plan of desk ? chosenPlans : []) chosen(place, plan)
  for (let count = desk ? chosenPlans.length : 0; count < cards; count++) ordinary(place)
  if (desk) withoutCard(place)
  if (desk) promises(place)
  onTheWay(place)
  questions(place)
  return place
}

/** Promises in every state, an outage and a complaint. With a chance of its own: nothing else changes with it. */
function promises(place: Place): void {
  const own = { ...place, chance: chanceOf(place.kelurahan.code.length + place.now) }
  const outage = outageOf(own)
  put(own, 'incident', outage.id, outage)
  for (const { note, course, more } of promiseCases(own.now)) {
    const { owner, filed } = file(own, {
      kind: 'ktp-el',
      state: 'print-queue',
      issueReason: 'damaged',
      age: 0,
      late: false,
    })
    const application = { ...filed.application, ...course, ...more }
    const shelved =
      course.fulfilledAt === null
        ? {}
        : { state: 'ready' as const, arrivedAt: course.fulfilledAt, place: { rack: 'D', box: '9', number: '01' } }
    const card = { ...filed.card, ...course, ...shelved }
    put(own, 'application', application.id, application satisfies Application)
    put(own, 'card', card.id, card satisfies Card)
    const { kitirNumber, kitirCode: code, service } = application
    const names = { cardIds: [card.id], labelCodes: [card.labelCode], ownerName: owner.name, ownerNik: owner.nik }
    own.kitirs.push({ kitirNumber, code, pin: null, ...names, kind: card.kind, service, note })
    if (note === 'complained') put(own, 'complaint', `complaint-${application.id}`, complaintOf(own, application))
  }
}

/** What citizens asked; drawn from what is there, so that nothing else changes with it. */
function questions({ rows, now, kelurahan: { code: scope }, staff }: Place): void {
  const applications = rows.flatMap(({ entity, row }) => (entity === 'application' ? [row as Application] : []))
  for (const row of questionsOf({ scope, now, staff, applications }))
    rows.push({ scope, entity: 'question', id: row.id, row })
}

/** Every shipped card is in a parcel; the chosen kelurahan waits for one more. With a chance of its own: nothing else changes with it. */
function onTheWay(place: Place): void {
  const own = { ...place, chance: chanceOf(Number.parseInt(place.staff[0]?.id.slice(0, 8) ?? '0', 16)) }
  send(own, parcelAges.earlier)
  if (!own.desk) return
  for (const plan of parcelPlans) chosen(own, { note: 'in-parcel', ...plan })
  send(own, parcelAges.last)
}

function send({ chance, now, kelurahan, rows, parcels }: Place, age: number): void {
  const cards = looseCards(rows)
  if (cards.length === 0) return
  const parcel = parcelOf(cards, { scope: kelurahan.code, now, chance, before: parcels.length, age })
  nameParcel(rows, parcel)
  rows.push({ scope: kelurahan.code, entity: 'shipment', id: parcel.shipment.id, row: parcel.shipment })
  parcels.push(parcel)
}

interface Place extends World, Simulated {
  readonly kelurahan: Kelurahan
  readonly desk: SigningDesk | null
  receipts: number
}

function put(place: Place, entity: RowToWrite['entity'], id: string, row: object): void {
  place.rows.push({ scope: place.kelurahan.code, entity, id, row })
}

function file(place: Place, plan: CardPlan & Pick<ChosenPlan, 'owner'>) {
  const { chance, kelurahan, now, taken, counters } = place
  const family = familyOf(chance, kelurahan, localDay(now), taken, childAgesFor(chance, plan))
  put(place, 'household', family.id, family satisfies Household)
  const owner = ownerOf(chance, family, plan)
  return { family, owner, filed: fileCard(chance, plan, owner, family, counters, now) }
}

function ordinary(place: Place): void {
  const plan = anyPlan(place.chance)
  const { family, filed } = file(place, plan)
  keep(place, filed, family, place.chance.pick(desks))
  place.sealed.push({ cardId: filed.card.id, pin: filed.pin })
}

function chosen(place: Place, plan: ChosenPlan): void {
  const { family, owner, filed } = file(place, plan)
  const named = plan.signed && place.desk ? signedBy(place.desk, filed, place) : filed
  const cards = [keep(place, named, family, plan.note === 'handed-over-elsewhere' ? '09' : '08')]
  if (plan.second) cards.push(secondCard(place, plan.second, named))
  if (!plan.noVerifier) place.sealed.push(...cards.map(({ id }) => ({ cardId: id, pin: filed.pin })))
  place.kitirs.push({
    kitirNumber: named.card.kitirNumber,
    code: plan.signed === 'broken' && place.desk ? broken(place.desk, named) : named.card.kitirCode,
    pin: filed.pin,
    cardIds: cards.map(({ id }) => id),
    labelCodes: cards.map(({ labelCode }) => labelCode),
    ownerName: owner.name,
    ownerNik: owner.nik,
    kind: plan.kind,
    service: named.application.service,
    note: plan.note,
  })
}

/** An e-Kitir made at this kelurahan's own counter. */
function signedBy(desk: SigningDesk, filed: Filed, place: Place): Filed {
  const kitirNumber = `L-${place.kelurahan.code}-${desk.key.deviceCode}-${String(++place.counters.kitir).padStart(6, '0')}`
  const issuedAt = filed.application.submittedAt
  const names = { kitirNumber, kitirCode: desk.issue(kitirNumber, issuedAt) }
  return { ...filed, application: { ...filed.application, ...names }, card: { ...filed.card, ...names } }
}

const broken = (desk: SigningDesk, { card, application }: Filed): string =>
  forge(desk, card.kitirNumber, application.submittedAt)

function secondCard(place: Place, plan: CardPlan, first: Filed): Card {
  const { chance } = place
  const card: Card = {
    ...first.card,
    id: chance.uuid(),
    kind: plan.kind,
    issueReason: plan.issueReason,
    labelCode: `LBL-${Buffer.from(chance.bytes(9)).toString('base64url')}`,
  }
  put(place, 'card', card.id, card)
  return card
}

function keep(place: Place, filed: Filed, family: Household, deviceCode: string): Card {
  const { card, handover } =
    filed.card.state === 'handed-over' ? given(place, filed, family, deviceCode) : { ...filed, handover: null }
  put(place, 'application', filed.application.id, filed.application satisfies Application)
  put(place, 'card', card.id, card)
  if (handover) put(place, 'handover', handover.id, handover satisfies Handover)
  if (handover) withdrawn(place, handover, card)
  return card
}

/** The old card of that hand-over lies in the drawer. */
function withdrawn(place: Place, fact: Handover, card: Card): void {
  for (const { id, row } of withdrawnBy(new RowSet(), fact, card, fact.scope)) put(place, 'old-card', id, row)
}

function given(
  place: Place,
  { card }: Filed,
  family: Household,
  deviceCode: string,
): { card: Card; handover: Handover } {
  const head = family.members[0]
  const collector = card.kind === 'kia' && head ? head : { name: card.ownerName, nik: card.ownerNik }
  const staff = place.staff[0]
  if (!staff) throw new Error('a kelurahan without staff')
  return handOver(place.chance, card, { staff, deviceCode, count: ++place.receipts, collector }, place.now)
}

/** Filed this morning: there is an application, and no card yet. */
function withoutCard(place: Place): void {
  const { owner, filed } = file(place, {
    kind: 'ktp-el',
    state: 'print-queue',
    issueReason: 'damaged',
    age: 0,
    late: false,
  })
  const application: Application = {
    ...filed.application,
    status: 'VERIFIKASI',
    submittedAt: instant(place.now - 3_600_000),
  }
  put(place, 'application', application.id, application)
  const { kitirNumber, kitirCode: code, service } = application
  place.kitirs.push({
    kitirNumber,
    code,
    pin: filed.pin,
    cardIds: [],
    labelCodes: [],
    ownerName: owner.name,
    ownerNik: owner.nik,
    kind: 'ktp-el',
    service,
    note: 'no-card-yet',
  })
}
