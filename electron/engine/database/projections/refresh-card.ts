import type { DeviceReads, OutboxReads } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { parsed } from '../repositories/seen-rows.ts'
import { firstRow, rows } from '../sql.ts'
import { type BaseOfCard, overlay } from './overlay.ts'
import type { ProjectionTables } from './projection-tables.ts'

interface RefreshDeps {
  readonly tables: ProjectionTables
  outboxIn(db: ReadDb): OutboxReads
  deviceIn(db: ReadDb): DeviceReads
}

/** Shows a card again from its base rows and this device's own commands about it. */
export async function refreshCard(db: ReadDb, cardId: string, deps: RefreshDeps): Promise<void> {
  const device = await deps.deviceIn(db).current()
  const commands = await deps.outboxIn(db).commandsFor(cardId)
  const base = await baseOf(db, cardId)
  if (device === null) return
  const shown = overlay(base, commands, device)
  if (shown.card)
    deps.tables.card(shown.card.row, shown.card.centre, shown.card.differs ? JSON.stringify(shown.card.row) : null)
  for (const { row, centre, differs } of shown.handovers)
    deps.tables.handover(row, centre, differs ? JSON.stringify(row) : null)
}

async function baseOf(db: ReadDb, cardId: string): Promise<BaseOfCard> {
  const card = await firstRow<{ row: string }>(
    db,
    "SELECT row FROM replica WHERE entity = 'card' AND id = ? AND row IS NOT NULL",
    cardId,
  )
  const handovers = await rows<{ row: string }>(
    db,
    `SELECT r.row AS row FROM handover t JOIN replica r ON r.entity = 'handover' AND r.id = t.id
     WHERE t.card_id = ? AND r.row IS NOT NULL`,
    cardId,
  )
  const cases = await rows<{ row: string }>(
    db,
    `SELECT r.row AS row FROM case_file t JOIN replica r ON r.entity = 'case' AND r.id = t.id
     WHERE t.card_id = ? AND t.state = 'open' AND r.row IS NOT NULL`,
    cardId,
  )
  return {
    card: card && parsed<'card'>(card.row),
    handovers: handovers.map(({ row }) => parsed<'handover'>(row)),
    openCase: cases.map(({ row }) => parsed<'case'>(row))[0] ?? null,
  }
}
