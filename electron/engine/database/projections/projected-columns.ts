import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'

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
] as const

export const cardValues = (card: Card) => [
  card.scope,
  card.kind,
  card.state,
  card.ownerName,
  card.ownerNik,
  card.kitirCode,
  looseKitirNumber(card.kitirNumber),
  card.labelCode,
  card.place ? `${card.place.rack} ${card.place.box} ${card.place.number}` : '',
  card.arrivedAt,
  card.dueAt,
  card.fulfilledAt,
]

/** Words of the full-text index: the number also as one word, for those who type it without its dashes. */
export const searchWords = (card: Card) => [
  card.ownerName,
  card.ownerNik,
  `${card.kitirNumber} ${looseKitirNumber(card.kitirNumber)}`,
]

export const applicationColumns = ['status', 'kitir_code', 'kitir_loose', 'due_at', 'fulfilled_at'] as const

export const applicationValues = (of: Application) => [
  of.status,
  of.kitirCode,
  looseKitirNumber(of.kitirNumber),
  of.dueAt,
  of.fulfilledAt,
]

export const handoverColumns = ['card_id', 'receipt_number', 'at', 'standing'] as const

export const handoverValues = (of: Handover) => [of.cardId, of.receiptNumber, of.at, of.standing]

export const caseColumns = ['card_id', 'state'] as const

export const caseValues = (of: Case) => [of.cardId, of.state]
