import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import { type Act, isActType, narrowed, needsOf } from '#shared/domain/act/acts.ts'
import type { RowChange } from '#shared/domain/act/row-set.ts'
import { chiefCase } from '#shared/domain/handover/hand-over-rule.ts'
import type { DeviceReads, KeptCommand, OutboxReads } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { parsed } from '../repositories/seen-rows.ts'
import { firstRow, rows } from '../sql.ts'
import { type BaseOfCard, overlay, type Shown } from './overlay.ts'
import type { ProjectionTables } from './projection-tables.ts'
import { isThing } from './thing-columns.ts'

export interface RefreshDeps {
  readonly tables: ProjectionTables
  outboxIn(db: ReadDb): OutboxReads
  deviceIn(db: ReadDb): DeviceReads
}

/** Shows a card again from its base rows and this device's own commands about it. */
export async function refreshCard(db: ReadDb, cardId: string, deps: RefreshDeps): Promise<void> {
  const device = await deps.deviceIn(db).current()
  const commands = await deps.outboxIn(db).commandsAbout(`card/${cardId}`)
  const base = { ...(await baseOf(db, cardId)), neighbours: await neighboursOf(db, cardId, commands) }
  if (device === null) return
  const shown = overlay(base, commands, device)
  if (shown.card)
    deps.tables.card(shown.card.row, shown.card.centre, shown.card.differs ? JSON.stringify(shown.card.row) : null)
  for (const { row, centre, differs } of shown.handovers)
    deps.tables.handover(row, centre, differs ? JSON.stringify(row) : null)
  await showLedger(db, cardId, shown, deps.tables)
}

/** Lines of pending acts beside those of the centre. What was shown while an act waited, and the centre made no line of, is taken off. */
async function showLedger(db: ReadDb, cardId: string, { card, movements }: Shown, tables: ProjectionTables) {
  // Named, because SQLite would rather read every line of the ledger.
  const pending =
    "SELECT id FROM thing INDEXED BY thing_by_about WHERE entity = 'movement' AND about = ? AND projected IS NOT NULL"
  for (const { id } of await rows<{ id: string }>(db, pending, cardId)) tables.remove('movement', id)
  for (const row of movements)
    if (!(await baseRow(db, 'movement', row.id)))
      tables.thing('movement', row, card && card.centre !== 'neighbour' ? card.centre : 'waiting', JSON.stringify(row))
}

/** The things besides the card that its pending acts need, e.g. the shipment it came in. */
async function neighboursOf(db: ReadDb, cardId: string, commands: readonly KeptCommand[]): Promise<RowChange[]> {
  const found = new Map<string, RowChange>()
  for (const { type, payload } of commands) {
    if (!isActType(type)) continue
    const act = narrowed({ type, payload: JSON.parse(payload) } as Act, { entity: 'card', id: cardId })
    for (const need of needsOf(act)) {
      if (!('id' in need) || !isThing(need.entity)) continue
      const row = await baseRow(db, need.entity, need.id)
      if (row) found.set(`${need.entity}/${need.id}`, { ...need, row })
    }
  }
  return [...found.values()]
}

/** A row as the centre sent it; null where there is none. */
export async function baseRow<E extends EntityName>(db: ReadDb, entity: E, id: string): Promise<RowOf<E> | null> {
  const sql = 'SELECT row FROM replica WHERE entity = ? AND id = ? AND row IS NOT NULL'
  const found = await firstRow<{ row: string }>(db, sql, entity, id)
  return found && parsed<E>(found.row)
}

/** CROSS JOIN: from the card's own rows to what the centre sent of them. SQLite would rather begin with every row of that kind. */
async function baseOf(db: ReadDb, cardId: string): Promise<BaseOfCard> {
  const handovers = await rows<{ row: string }>(
    db,
    `SELECT r.row AS row FROM handover t CROSS JOIN replica r ON r.entity = 'handover' AND r.id = t.id
     WHERE t.card_id = ? AND r.row IS NOT NULL`,
    cardId,
  )
  const cases = await rows<{ row: string }>(
    db,
    `SELECT r.row AS row FROM case_file t CROSS JOIN replica r ON r.entity = 'case' AND r.id = t.id
     WHERE t.card_id = ? AND json_extract(r.row, '$.state') = 'open'`,
    cardId,
  )
  return {
    card: await baseRow(db, 'card', cardId),
    handovers: handovers.map(({ row }) => parsed<'handover'>(row)),
    openCase: chiefCase(cases.map(({ row }) => parsed<'case'>(row))),
  }
}
