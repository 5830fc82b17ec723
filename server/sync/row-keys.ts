import type { EntityName } from '#shared/contract/sync/rows.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'

/** By which texts a row is found across scopes: e-Kitir code and number, the application of an e-Kitir, card label, the card of a hand-over or case. */
export function keysOf(entity: EntityName, row: object): readonly string[] {
  const text = (field: string): string[] => {
    const value: unknown = Reflect.get(row, field)
    return typeof value === 'string' && value !== '' ? [value] : []
  }
  switch (entity) {
    case 'card':
      return [...text('kitirCode'), ...text('labelCode'), ...text('kitirNumber').map(kitirKey)]
    case 'kitir':
      return [...text('code'), ...text('number').map(kitirKey), ...text('applicationId').map(filingKey)]
    case 'filing':
      return text('kngNumber').map(kitirKey)
    case 'application':
      return [...text('kitirCode'), ...text('kitirNumber').map(kitirKey)]
    case 'handover':
    case 'movement':
    case 'case':
      return text('cardId').map(cardKey)
    default:
      return []
  }
}

/** A number typed by hand: only its letters and digits count. */
export const kitirKey = (number: string): string => `kitir:${looseKitirNumber(number)}`
export const cardKey = (cardId: string): string => `card:${cardId}`
export const filingKey = (applicationId: string): string => `filing:${applicationId}`
