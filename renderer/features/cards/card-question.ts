import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { CardFilter } from '../../app/navigation.tsx'

/** What the list of cards is asked for. */
export type CardSort = InputOf<'card.list'>['sort']
export interface CardQuestion {
  readonly filter: CardFilter
  readonly search: string
  readonly sort: CardSort
  readonly descending: boolean
}
