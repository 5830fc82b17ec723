import { z } from 'zod'
import { shipmentRow } from './acts.ts'
import { caseAnswer } from './case-query.ts'
import { claimAnswer, claimsAnswer, complaintsAnswer, ledgerAnswer } from './claim-queries.ts'
import { lossReason } from './device-acts.ts'
import { cityCard, count, csv, name, paging } from './query-parts.ts'
import { caseRow } from './rows.ts'
import { cardState, id, instant, longId, scope } from './values.ts'

/**
 * Online questions of the Dinas about every unit of the city (GET /v1/query/*). Asked with the device's token and, in the header `x-loket-staff`, the person
 * whose session the device vouches for. Rate-limited, written down by the centre, stored on no device. NIK come masked, PIN and codes not at all.
 */

/** Carries the staff id of who asks. */
export const askerHeader = 'x-loket-staff'

export const askerHeaders = z.looseObject({ [askerHeader]: name })

/** GET /v1/query/units: the city at one glance, a line per kelurahan in the order of their codes. */
export const unitFigures = z.looseObject({
  scope,
  name: z.string(),
  kecamatan: z.string(),
  /** Cards: on the shelf, there for over 30 and over 90 days, on their way, and printed but not yet sent. */
  ready: count,
  over30: count,
  over90: count,
  onTheWay: count,
  inQueue: count,
  /** Applications whose promised time is over, and those whose ends before this day does. */
  late: count,
  dueSoon: count,
  cases: count,
  complaints: count,
  claims: count,
  devices: count,
  /** When any device of the unit was last heard of; null: none ever was. */
  lastContactAt: instant.nullable(),
  /** Acts that its devices said they had not sent yet. */
  unsent: count,
})
export const unitsAnswer = z.looseObject({ at: instant, units: z.array(unitFigures) })

/** GET /v1/query/cards. `missing`: of those that were shipped, the ones that did not arrive. */
const soughtState = z.enum([...cardState.options, 'missing'])
/** As many at once as one parcel may hold. */
const oneParcel = z.coerce.number().int().min(1).max(500).default(100)
export const cardsQuery = z.object({ unit: scope, states: csv(soughtState), ...paging, limit: oneParcel })
export const cardsAnswer = z.looseObject({ total: count, cards: z.array(cityCard) })

/** GET /v1/query/cases */
export const casesQuery = z.object({
  unit: scope.optional(),
  state: z.enum(['open', 'settled']).default('open'),
  ...paging,
})
const cityCase = z.looseObject({
  caseId: id,
  scope,
  unitName: z.string(),
  kind: caseRow.shape.kind,
  state: z.enum(['open', 'settled']),
  openedAt: instant,
  ownerName: z.string().nullable(),
  kitirNumber: z.string().nullable(),
  cardKind: z.enum(['ktp-el', 'kia']).nullable(),
  handovers: count,
})
export const casesAnswer = z.looseObject({ total: count, cases: z.array(cityCase) })

/** GET /v1/query/shipments: newest first. */
export const shipmentsQuery = z.object({ unit: scope.optional(), ...paging, limit: oneParcel })
const cityShipment = z.looseObject({
  shipmentId: id,
  scope,
  unitName: z.string(),
  number: z.string(),
  state: z.enum(['announced', 'partly-received', 'received']),
  sentAt: instant,
  courierName: z.string(),
  cards: count,
  /** Cards of its list, counted in and found missing. */
  counted: count,
  missing: count,
})
export const shipmentsAnswer = z.looseObject({ total: count, shipments: z.array(cityShipment) })

/** GET /v1/query/shipment/{id}: the list of one parcel, for its paper. */
export const shipmentAnswer = z.looseObject({
  shipment: shipmentRow,
  unitName: z.string(),
  /** Those of its list that the centre knows. */
  cards: z.array(cityCard),
})

/** GET /v1/query/incidents: the register, newest first. */
const cityIncident = z.looseObject({
  incidentId: longId,
  kind: z.enum(['outage', 'no-blanks']),
  from: instant,
  to: instant.nullable(),
  units: z.array(scope).nullable(),
  services: z.array(z.string()).nullable(),
  source: z.string(),
  registeredAt: instant,
  withdrawnAt: instant.nullable(),
})
export const incidentsAnswer = z.looseObject({ incidents: z.array(cityIncident) })

/** GET /v1/query/incident-effects: what an incident would stop if it were registered. */
export const effectsQuery = z.object({
  from: instant,
  to: instant.optional(),
  units: csv(scope).optional(),
  services: csv(name).optional(),
})
export const effectsAnswer = z.looseObject({
  /** Applications whose clock stood still for some of the time, the units that they are of, and claims decided already, which become cases. */
  applications: count,
  units: count,
  decidedClaims: count,
})

/** GET /v1/query/devices: every computer, the one that most needs somebody first. What it says of itself is as of its last contact. */
export const devicesQuery = z.object({
  unit: scope.optional(),
  /** Those that were revoked, the latest first, instead of those that go on. */
  revoked: z.literal('yes').optional(),
  ...paging,
})
const worry = z.looseObject({
  /** Those of `gateKinds` that a desk has, and `clock`: off by more than the region allows; `unheard`: never heard of. */
  kind: z.enum(['quarantined', 'sync', 'oldest', 'unsent', 'disk', 'sign-in', 'clock', 'unheard']),
  stage: z.enum(['soon', 'locked']),
})
const revocation = z.looseObject({
  at: instant,
  reason: lossReason.nullable(),
  /** When somebody told of the loss, and when the law's three days from then are over; null where nothing was lost. */
  reportedAt: instant.nullable(),
  noticeDueAt: instant.nullable(),
  /** Its last work is here, and it was told to erase itself; null: not heard of since. */
  leftAt: instant.nullable(),
  /** Some of what it sent last is sealed here and was not released. */
  workKept: z.boolean(),
})
const cityDevice = z.looseObject({
  deviceId: id,
  deviceCode: z.string(),
  deviceName: z.string(),
  scope,
  unitName: z.string(),
  state: z.enum(['active', 'quarantined', 'revoked']),
  appVersion: z.string(),
  /** By the centre's clock; null: never heard of since it was enrolled. */
  lastContactAt: instant.nullable(),
  /** Null: it has not said. */
  unsent: count.nullable(),
  oldestUnsentAt: instant.nullable(),
  freeDiskBytes: z.number().nullable(),
  /** Device time minus the centre's, in seconds. */
  clockSkewSeconds: z.number().int().nullable(),
  worries: z.array(worry),
  /** Its end, where a person has ordered it. */
  revoked: revocation.nullish(),
  /** The office that it is to go to. */
  move: z.looseObject({ to: scope, toName: z.string(), orderedAt: instant }).nullish(),
  /** Another computer came under its identity. */
  copySeen: z.boolean().optional(),
})
export const devicesAnswer = z.looseObject({ at: instant, total: count, devices: z.array(cityDevice) })

/** GET /v1/query/staff: the people of the city or of one unit, by name; for administrators. */
export const staffQuery = z.object({ unit: scope.optional(), text: z.string().max(64).optional(), ...paging })
const cityPerson = z.looseObject({
  personId: id,
  scope,
  unitName: z.string(),
  username: z.string(),
  name: z.string(),
  code: z.string(),
  roles: z.array(z.enum(['counter', 'kelurahan', 'mobile', 'supervisor', 'admin'])),
  /** `first-password`: it was given and not changed yet; `locked`: too many wrong ones; `no-account`: may sign in nowhere. */
  state: z.enum(['active', 'first-password', 'locked', 'no-account', 'ended']),
  secondFactor: z.boolean(),
  /** Online, by the centre's clock; null: never. */
  lastSignInAt: instant.nullable(),
})
export const staffAnswer = z.looseObject({ total: count, people: z.array(cityPerson) })
/** GET /v1/query/enrolment-codes: codes that can still be used, the newest first. A code itself is told once, when it is made. */
const openCode = z.looseObject({
  codeId: id,
  scope,
  unitName: z.string(),
  madeAt: instant.nullable(),
  madeBy: z.string().nullable(),
  expiresAt: instant,
})
export const codesAnswer = z.looseObject({ codes: z.array(openCode) })

/** GET /v1/query/device-contents/{id}: of whom there was data on a computer when it was last heard of, for the notice of the law. `whole`: with whole NIK. */
export const contentsQuery = z.object({ whole: z.literal('yes').optional() })
export const contentsAnswer = z.looseObject({
  device: cityDevice,
  /** Rows by kind that name persons; `unread`: of a newer program, their persons are not in the list. */
  kinds: z.array(
    z.looseObject({
      kind: z.string(),
      rows: count,
      unread: count,
      oldestAt: instant.nullable(),
      newestAt: instant.nullable(),
    }),
  ),
  /** Hand-overs done at this computer: their signatures and photos were on it. */
  signatures: count,
  photos: count,
  whole: z.boolean(),
  /** By name. `nik` masked unless `whole`; null: only the name was known. `child`: under 17 when it was last heard of. */
  persons: z.array(
    z.looseObject({ name: z.string(), nik: z.string().nullable(), child: z.boolean(), kinds: z.array(z.string()) }),
  ),
})

/** GET /v1/query/device-acts/{id}: who did what with a computer, newest first. */
export const actsOfDeviceAnswer = z.looseObject({
  acts: z.array(z.looseObject({ at: instant, kind: z.string(), by: z.string(), about: z.looseObject({}) })),
})

/** GET /v1/query/blob/{sha256}?case=: a signature or photo of that case, as `{base64}`. */
export const blobQuery = z.object({ case: name })
export const blobAnswer = z.looseObject({ base64: z.string() })

export const named = z.object({ id: name })

/** Every question by the last part of its path. */
export const cityQueries = {
  units: { path: '/v1/query/units', answer: unitsAnswer },
  cards: { path: '/v1/query/cards', answer: cardsAnswer },
  cases: { path: '/v1/query/cases', answer: casesAnswer },
  case: { path: '/v1/query/case/:id', answer: caseAnswer },
  claims: { path: '/v1/query/claims', answer: claimsAnswer },
  claim: { path: '/v1/query/claim/:id', answer: claimAnswer },
  complaints: { path: '/v1/query/complaints', answer: complaintsAnswer },
  ledger: { path: '/v1/query/ledger', answer: ledgerAnswer },
  shipments: { path: '/v1/query/shipments', answer: shipmentsAnswer },
  shipment: { path: '/v1/query/shipment/:id', answer: shipmentAnswer },
  devices: { path: '/v1/query/devices', answer: devicesAnswer },
  staff: { path: '/v1/query/staff', answer: staffAnswer },
  'enrolment-codes': { path: '/v1/query/enrolment-codes', answer: codesAnswer },
  'device-contents': { path: '/v1/query/device-contents/:id', answer: contentsAnswer },
  'device-acts': { path: '/v1/query/device-acts/:id', answer: actsOfDeviceAnswer },
  incidents: { path: '/v1/query/incidents', answer: incidentsAnswer },
  'incident-effects': { path: '/v1/query/incident-effects', answer: effectsAnswer },
  blob: { path: '/v1/query/blob/:id', answer: blobAnswer },
} as const

export type CityQueryName = keyof typeof cityQueries
export type CityAnswer<N extends CityQueryName> = z.output<(typeof cityQueries)[N]['answer']>
export type CityCard = z.output<typeof cityCard>
