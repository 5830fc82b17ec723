import type { RowChange } from '#shared/domain/act/row-set.ts'
import { AWorld } from '#shared/domain/act/testing/an-act.ts'
import type { ReadDb } from '../../electron/engine/database/handles.ts'
import { rows } from '../../electron/engine/database/sql.ts'

const shown = (entity: string, table: string, projected: string) =>
  `SELECT ${entity} AS entity, t.id AS id, coalesce(${projected}, r.row) AS row FROM ${table} t
   LEFT JOIN replica r ON r.entity = ${entity} AND r.id = t.id`

const everything = [
  `${shown("'card'", 'card', 'p.row')} LEFT JOIN card_projected p ON p.key = t.key`,
  shown("'handover'", 'handover', 't.projected'),
  shown("'case'", 'case_file', 't.projected'),
  `${shown('t.entity', 'thing', 't.projected')} WHERE t.entity IN ('shipment', 'old-card', 'filing')`,
].join(' UNION ALL ')

/** What the screens of a desk show of cards, hand-overs, cases, parcels, old cards and applications, in one question: simulators ask it before every act. */
export async function seenWorld(db: ReadDb): Promise<AWorld> {
  const world = new AWorld([])
  for (const { entity, id, row } of await rows<{ entity: string; id: string; row: string | null }>(db, everything))
    if (row !== null) world.rows.put({ entity, id, row: JSON.parse(row) } as RowChange)
  return world
}
