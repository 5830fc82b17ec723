import { z } from 'zod'
import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { DeviceKey } from '#shared/domain/ekitir/device-key.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { Household } from '#shared/domain/household/household.ts'
import type { Unit } from '#shared/domain/region/unit.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'

/** Rows as they travel from the centre: loose, so that fields a device does not know yet are kept. */
const instant = z.iso.datetime({ precision: 3 })
const day = z.iso.date()
const nik = z.string().regex(/^\d{16}$/)
const scope = z.string().regex(/^[0-9A-Z-]{3,32}$/)
const id = z.string().min(1).max(64)

const collectorKind = z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team'])

export const cardRow = z.looseObject({
  id,
  scope,
  applicationId: id,
  kind: z.enum(['ktp-el', 'kia']),
  state: z.enum(['print-queue', 'printed', 'sorted', 'shipped', 'ready', 'handed-over', 'returned', 'lost', 'damaged']),
  issueReason: z.enum(['new', 'age-17', 'damaged', 'lost', 'data-change', 'moved-in']),
  ownerName: z.string().min(1).max(200),
  ownerNik: nik,
  ownerBirthDate: day,
  kkNumber: nik.nullable(),
  kitirNumber: z.string().min(1).max(64),
  kitirCode: z.string().min(1).max(512),
  labelCode: z.string().min(1).max(512),
  pinVerifier: z.string().nullable(),
  place: z.looseObject({ rack: z.string(), box: z.string(), number: z.string() }).nullable(),
  arrivedAt: instant.nullable(),
  handedOver: z
    .looseObject({
      handoverId: id,
      receiptNumber: z.string(),
      at: instant,
      collectorName: z.string(),
      collectorKind,
      staffName: z.string(),
      staffCode: z.string(),
      deviceCode: z.string(),
    })
    .nullable(),
  caseId: id.nullable(),
  dueAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
})

export const applicationRow = z.looseObject({
  id,
  scope,
  kitirNumber: z.string().min(1).max(64),
  kitirCode: z.string().min(1).max(512),
  service: z.string().max(32),
  status: z.enum([
    'DIAJUKAN',
    'VERIFIKASI',
    'PERBAIKAN',
    'DITOLAK',
    'DIBATALKAN',
    'VALIDASI',
    'CEK_BIOMETRIK',
    'ANTRE_CETAK',
    'DICETAK',
    'SIAP_KIRIM',
    'DIKIRIM',
    'DITERIMA_KEL',
    'SIAP_DIAMBIL',
    'DISERAHKAN',
    'RETUR',
    'HILANG_KEL',
    'RUSAK',
    'SELESAI',
  ]),
  applicantName: z.string().min(1).max(200),
  applicantNik: nik,
  submittedAt: instant,
  acceptedAt: instant.nullable(),
  dueAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
  collectionUnit: scope,
})

export const householdRow = z.looseObject({
  id: nik,
  scope,
  address: z.string(),
  members: z.array(
    z.looseObject({
      nik,
      name: z.string(),
      birthDate: day,
      sex: z.enum(['male', 'female']),
      relation: z.enum(['head', 'spouse', 'child', 'parent', 'other']),
    }),
  ),
})

export const staffRow = z.looseObject({
  id,
  scope,
  username: z.string().min(1).max(64),
  name: z.string(),
  code: z.string(),
  roles: z.array(z.enum(['counter', 'kelurahan', 'mobile', 'supervisor', 'admin'])),
  active: z.boolean(),
})

export const unitRow = z.looseObject({
  id: scope,
  scope,
  kind: z.enum(['kelurahan', 'service-hall', 'mobile-team']),
  name: z.string(),
  kecamatan: z.string(),
  zone: z.string(),
})

export const deviceKeyRow = z.looseObject({
  id,
  scope,
  deviceId: id,
  deviceCode: z.string(),
  publicKey: z.string(),
  validFrom: instant,
  validTo: instant.nullable(),
  revokedAt: instant.nullable(),
})

const override = z.looseObject({
  means: z.enum(['on-the-spot', 'challenge', 'review-later']),
  reason: z.string(),
  supervisorId: id.nullable(),
  supervisorName: z.string().nullable(),
})

const handoverFlag = z.enum([
  'pin-unverified',
  'pin-overridden',
  'identity-not-seen',
  'review-later',
  'clock-skew',
  'second-hand-over',
  'card-unknown',
  'not-permitted',
  'card-not-ready',
])

/** Payload of the command `handover.record`, version 1. */
export const handoverFact = z.looseObject({
  handoverId: id,
  cardId: id,
  receiptNumber: z.string().min(1).max(64),
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
  pin: z.enum(['verified', 'no-verifier', 'overridden']),
  override: override.nullable(),
  collector: z.looseObject({
    kind: collectorKind,
    name: z.string().min(1).max(200),
    nik: nik.nullable(),
    relation: z.string(),
    proxyLetter: z.looseObject({ number: z.string().min(1), date: day }).nullable(),
  }),
  papers: z.array(z.string()),
  identity: z.union([
    z.looseObject({ seen: z.literal(true) }),
    z.looseObject({ seen: z.literal(false), reason: z.string().min(1) }),
  ]),
  oldCard: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('none') }),
    z.looseObject({ kind: z.literal('withdrawn'), drawer: z.string().nullable() }),
    z.looseObject({
      kind: z.literal('police-letter'),
      number: z.string().min(1),
      date: day,
      station: z.string().min(1),
    }),
  ]),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  photo: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  offline: z.boolean(),
  noticed: z.array(handoverFlag).optional(),
})

export const handoverRow = handoverFact.extend({
  id,
  scope,
  deviceId: id,
  acceptedAt: instant.nullable(),
  standing: z.enum(['stands', 'contested', 'set-aside']),
  flags: z.array(handoverFlag),
})

export const caseRow = z.looseObject({
  id,
  scope,
  kind: z.enum(['double-hand-over', 'flagged-hand-over']),
  cardId: id,
  handoverIds: z.array(id),
  state: z.enum(['open', 'settled']),
  openedAt: instant,
})

/** Every replicated entity and the schema of its rows. */
export const entities = {
  card: cardRow,
  application: applicationRow,
  household: householdRow,
  staff: staffRow,
  unit: unitRow,
  'device-key': deviceKeyRow,
  handover: handoverRow,
  case: caseRow,
} as const

export type EntityName = keyof typeof entities
export const entityName = z.enum(Object.keys(entities) as [EntityName, ...EntityName[]])

/** The wire schemas and the domain types must not drift apart: a difference breaks the build here. */
interface DomainRows {
  card: Card
  application: Application
  household: Household
  staff: Staff
  unit: Unit
  'device-key': DeviceKey
  handover: Handover
  case: Case
}
export type RowOf<E extends EntityName> = DomainRows[E]
type Agrees = { [E in EntityName]: z.output<(typeof entities)[E]> extends DomainRows[E] ? true : never }
/**
 * Compiles only while every wire schema fits its domain type.
 * @public
 */
export const wireAgreesWithDomain: Agrees = {
  card: true,
  application: true,
  household: true,
  staff: true,
  unit: true,
  'device-key': true,
  handover: true,
  case: true,
}
