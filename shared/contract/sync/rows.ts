import { z } from 'zod'
import type { RowName, RowTypes } from '#shared/domain/act/row-types.ts'
import { handoverFact, movementRow, shipmentRow } from './acts.ts'
import { acts, cardState, collectorKind, day, handoverFlag, id, instant, longId, nik, place, scope } from './values.ts'

/** Rows as they travel from the centre: loose, so that fields a device does not know yet are kept. */

export const cardRow = z.looseObject({
  id,
  scope,
  applicationId: id,
  kind: z.enum(['ktp-el', 'kia']),
  state: cardState,
  issueReason: z.enum(['new', 'age-17', 'damaged', 'lost', 'data-change', 'moved-in']),
  ownerName: z.string().min(1).max(200),
  ownerNik: nik,
  ownerBirthDate: day,
  kkNumber: nik.nullable(),
  kitirNumber: z.string().min(1).max(64),
  kitirCode: z.string().min(1).max(512),
  labelCode: z.string().min(1).max(512),
  pinVerifier: z.string().nullable(),
  place: place.nullable(),
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
  shipmentId: id.nullish(),
  missing: z.boolean().optional(),
  remindedAt: instant.nullish(),
  acts,
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
  acts,
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

export const handoverRow = handoverFact.extend({
  id,
  scope,
  deviceId: id,
  acceptedAt: instant.nullable(),
  standing: z.enum(['stands', 'contested', 'set-aside', 'undone']),
  flags: z.array(handoverFlag),
  acts,
})

export const caseRow = z.looseObject({
  id,
  scope,
  kind: z.enum(['double-hand-over', 'flagged-hand-over', 'flagged-movement', 'count-difference']),
  cardId: id,
  handoverIds: z.array(id),
  movementIds: z.array(longId).optional(),
  state: z.enum(['open', 'settled']),
  openedAt: instant,
  settled: z
    .looseObject({
      settledAt: instant,
      staffId: id,
      staffName: z.string(),
      staffCode: z.string(),
      standsHandoverId: id.nullable(),
      reason: z.string(),
    })
    .optional(),
  acts,
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
  movement: movementRow,
  shipment: shipmentRow,
} as const

export type EntityName = keyof typeof entities
export const entityName = z.enum(Object.keys(entities) as [EntityName, ...EntityName[]])

/** The wire schemas and the domain types must not drift apart: a difference breaks the build here. */
export type RowOf<E extends EntityName> = RowTypes[E]
type Agrees = { [E in RowName]: z.output<(typeof entities)[E]> extends RowTypes[E] ? true : never }
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
  movement: true,
  shipment: true,
}
