import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import type { CentreState, Seen } from '../../usecases/stores.ts'

export interface SeenRow {
  readonly row: string
  readonly centre: CentreState
}

/** A projection beside its base row: the row as shown is the projected one, or the base row where nothing is pending. */
export const seenFrom = (table: string, entity: EntityName) =>
  `SELECT coalesce(t.projected, r.row) AS row, t.centre AS centre FROM ${table} t
   LEFT JOIN replica r ON r.entity = '${entity}' AND r.id = t.id`

/** The projected row of a card lies in a table of its own. */
export const seenCards = (table: string) =>
  `SELECT coalesce(p.row, r.row) AS row, t.centre AS centre, t.id AS id FROM ${table} t
   LEFT JOIN card_projected p ON p.key = t.key LEFT JOIN replica r ON r.entity = 'card' AND r.id = t.id`

export const seen = <E extends EntityName>({ row, centre }: SeenRow): Seen<RowOf<E>> => ({
  row: parsed<E>(row),
  centre,
})

/** Rows were checked against their schema before they were stored. */
export const parsed = <E extends EntityName>(row: string): RowOf<E> => JSON.parse(row)
