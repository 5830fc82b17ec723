import { z } from 'zod'
import type { RowName, RowTypes } from '#shared/domain/act/row-types.ts'
import { blankEntryRow, handoverFact, movementRow, shipmentRow } from './acts.ts'
import { assistanceRow } from './assistance.ts'
import { claimCaseRow, claimRow } from './claims.ts'
import { complaintRow } from './complaints.ts'
import { filingRow, kitirRow } from './filings.ts'
import { exclusionGround, incidentRow } from './incidents.ts'
import { officeCalendarRow } from './office.ts'
import { oldCardRow } from './old-cards.ts'
import { questionRow } from './questions.ts'
import { shiftRow } from './shifts.ts'
import { tripRow, visitRow } from './trips.ts'
import {
  acts,
  cardState,
  caseDecision,
  collectorKind,
  day,
  handoverFlag,
  id,
  instant,
  longId,
  nik,
  place,
  scope,
} from './values.ts'

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
  carriedBy: z.looseObject({ name: z.string(), since: instant }).nullish(),
  acts,
})

const returns = z.array(z.looseObject({ from: instant, to: instant.nullable() })).optional()

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
    'TTE',
    'SIAP_UNDUH',
    'TERTUNDA_PUSAT',
    'TERTUNDA_BLANGKO',
    'RUSAK',
    'SELESAI',
  ]),
  applicantName: z.string().min(1).max(200),
  applicantNik: nik,
  submittedAt: instant,
  acceptedAt: instant.nullable(),
  dueAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
  filedAt: instant.optional(),
  cancelledAt: instant.nullish(),
  returns,
  reprintAskedAt: instant.nullish(),
  earlier: z
    .array(
      z.looseObject({
        acceptedAt: instant.nullable(),
        dueAt: instant.nullable(),
        fulfilledAt: instant.nullable(),
        returns,
        until: instant,
      }),
    )
    .optional(),
  grounds: z.array(exclusionGround).optional(),
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
  credentialsSince: instant.optional(),
  acts,
})

export const unitRow = z.looseObject({
  id: scope,
  scope,
  kind: z.enum(['kelurahan', 'service-hall', 'mobile-team', 'dinas']),
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
  lanKey: z.string().optional(),
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
  from: cardState.nullish(),
  carriedBy: z.looseObject({ name: z.string(), since: instant }).nullish(),
  flags: z.array(handoverFlag),
  reviewed: z
    .looseObject({ at: instant, staffId: id, staffName: z.string(), staffCode: z.string(), note: z.string() })
    .optional(),
  acts,
})

export const caseRow = z.looseObject({
  id,
  scope,
  kind: z.enum(['double-hand-over', 'flagged-hand-over', 'flagged-movement', 'flagged-fact', 'count-difference']),
  cardId: id.nullable(),
  handoverIds: z.array(id),
  movementIds: z.array(longId).optional(),
  recount: z.looseObject({ state: z.enum(['ready', 'damaged']), place: place.nullable() }).optional(),
  shiftId: id.optional(),
  fact: z
    .looseObject({ commandId: id, type: z.string(), at: instant, staffId: z.string(), code: z.string() })
    .optional(),
  oldCardIds: z.array(id).optional(),
  blankEntryIds: z.array(id).optional(),
  state: z.enum(['open', 'settled']),
  openedAt: instant,
  notes: z
    .array(
      z.looseObject({
        noteId: id,
        kind: z.enum(['asked', 'statement']),
        text: z.string(),
        at: instant,
        staffId: id,
        staffName: z.string(),
        staffCode: z.string(),
        deviceCode: z.string(),
      }),
    )
    .optional(),
  settled: z
    .looseObject({
      settledAt: instant,
      staffId: id,
      staffName: z.string(),
      staffCode: z.string(),
      decision: caseDecision,
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
  claim: claimRow,
  'claim-case': claimCaseRow,
  'blank-entry': blankEntryRow,
  complaint: complaintRow,
  incident: incidentRow,
  'office-calendar': officeCalendarRow,
  'old-card': oldCardRow,
  shift: shiftRow,
  trip: tripRow,
  visit: visitRow,
  filing: filingRow,
  kitir: kitirRow,
  question: questionRow,
  assistance: assistanceRow,
} as const

export type EntityName = keyof typeof entities
export const entityName = z.enum(Object.keys(entities) as [EntityName, ...EntityName[]])

/** A row as its schema reads it. */
export type RowIn<E extends EntityName> = z.output<(typeof entities)[E]>

/** Throws for what is no row of this kind. */
export const parseRow = <E extends EntityName>(entity: E, row: unknown): RowIn<E> =>
  entities[entity].parse(row) as RowIn<E>

/** Null for a row that this program cannot read. */
export const readableRow = <E extends EntityName>(entity: E, row: unknown): RowIn<E> | null =>
  (entities[entity].safeParse(row).data as RowIn<E> | undefined) ?? null

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
  claim: true,
  'claim-case': true,
  'blank-entry': true,
  complaint: true,
  incident: true,
  'office-calendar': true,
  'old-card': true,
  shift: true,
  trip: true,
  visit: true,
  filing: true,
  kitir: true,
  question: true,
  assistance: true,
}
