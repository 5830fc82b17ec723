import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import type { CardCentreState, CentreState, Seen } from '../../usecases/stores.ts'

export interface SeenRow {
  readonly row: string
  readonly centre: CardCentreState
}

/** Only cards and their hand-overs are told of by other desks. */
type CentreOf<E extends EntityName> = E extends 'card' | 'handover' ? CardCentreState : CentreState

/** A projection beside its base row: the row as shown is the projected one, or the base row where nothing is pending. */
export const seenFrom = (table: string, entity: EntityName) =>
  `SELECT coalesce(t.projected, r.row) AS row, t.centre AS centre FROM ${table} t
   LEFT JOIN replica r ON r.entity = '${entity}' AND r.id = t.id`

/** The projected row of a card lies in a table of its own. */
export const seenCards = (table: string) =>
  `SELECT coalesce(p.row, r.row) AS row, t.centre AS centre, t.id AS id, t.key AS key FROM ${table} t
   LEFT JOIN card_projected p ON p.key = t.key LEFT JOIN replica r ON r.entity = 'card' AND r.id = t.id`

export const seenThing = `SELECT coalesce(t.projected, r.row) AS row, t.centre AS centre FROM thing t
   LEFT JOIN replica r ON r.entity = t.entity AND r.id = t.id`

export const seen = <E extends EntityName>({ row, centre }: SeenRow): Seen<RowOf<E>, CentreOf<E>> => ({
  row: parsed<E>(row),
  centre: centre as CentreOf<E>,
})

/** Rows were checked against their schema before they were stored. */
export const parsed = <E extends EntityName>(row: string): RowOf<E> => JSON.parse(row)
