import type { Application } from '#shared/domain/application/application.ts'
import type { Card, StoragePlace } from '#shared/domain/card/card.ts'
import { placeText } from '#shared/domain/card/shelf.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { ClockColumns } from '#shared/domain/service-clock/clock-columns.ts'

/** The columns that are searched and sorted on, beside the row itself. Order matters: the statements list them so. */

export const cardColumns = [
  'scope',
  'kind',
  'state',
  'owner_name',
  'owner_nik',
  'kitir_code',
  'kitir_loose',
  'label_code',
  'place',
  'arrived_at',
  'due_at',
  'fulfilled_at',
  'age_at',
  'reminded_at',
  'shelf',
] as const

/** As migration 0007 writes it: sorts as the shelf stands, box 2 before box 10. Empty: no place yet. */
export const shelfOrder = (place: StoragePlace | null): string =>
  place === null ? '' : [place.rack, place.box, place.number].map((part) => part.padStart(8, '0').slice(-8)).join(' ')

export const cardValues = (card: Card) => [
  card.scope,
  card.kind,
  card.state,
  card.ownerName,
  card.ownerNik,
  card.kitirCode,
  looseKitirNumber(card.kitirNumber),
  card.labelCode,
  card.place ? placeText(card.place) : '',
  card.arrivedAt,
  card.dueAt,
  card.fulfilledAt,
  card.handedOver?.at ?? card.arrivedAt,
  card.remindedAt ?? null,
  shelfOrder(card.place),
]

/** Words of the full-text index: the number also as one word, for those who type it without its dashes. */
export const searchWords = (card: Card) => [
  card.ownerName,
  card.ownerNik,
  `${card.kitirNumber} ${looseKitirNumber(card.kitirNumber)}`,
]

export const applicationColumns = ['status', 'kitir_code', 'kitir_loose', 'clock', 'due_at', 'fulfilled_at'] as const

export const applicationValues = (of: Application, { clock, dueAt }: ClockColumns) => [
  of.status,
  of.kitirCode,
  looseKitirNumber(of.kitirNumber),
  clock,
  dueAt,
  of.fulfilledAt,
]

export const handoverColumns = ['card_id', 'receipt_number', 'at', 'standing'] as const

export const handoverValues = (of: Handover) => [of.cardId, of.receiptNumber, of.at, of.standing]

export const caseColumns = ['card_id', 'state'] as const

export const caseValues = (of: Case) => [of.cardId ?? '', of.state]
