import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { ThingName } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { parsed, seenThing } from '../repositories/seen-rows.ts'
import { firstRow } from '../sql.ts'
import { baseRow, type RefreshDeps } from './refresh-card.ts'
import { isThing } from './thing-columns.ts'
import { overlayThing } from './thing-overlay.ts'

/** Shows a thing again from its base row and this device's own commands about it. */
export async function refreshThing(db: ReadDb, ref: RowRef & { entity: ThingName }, deps: RefreshDeps): Promise<void> {
  const device = await deps.deviceIn(db).current()
  if (device === null) return
  const { entity, id } = ref
  const commands = await deps.outboxIn(db).commandsAbout(`${entity}/${id}`)
  const base = await baseRow(db, entity, id)
  const shown = await overlayThing(ref, base, commands, device, (other) => shownRow(db, other))
  if (shown === null) deps.tables.remove(entity, id)
  else deps.tables.thing(entity, shown.row as never, shown.centre, shown.differs ? JSON.stringify(shown.row) : null)
}

/** Any row as it is shown. */
export async function shownRow(db: ReadDb, { entity, id }: RowRef) {
  if (isThing(entity)) {
    const found = await firstRow<{ row: string }>(db, `${seenThing} WHERE t.entity = ? AND t.id = ?`, entity, id)
    return found && parsed<typeof entity>(found.row)
  }
  const projected = projectedRow[entity]
  const found = projected ? await firstRow<{ row: string | null }>(db, projected, id) : null
  return found?.row ? parsed<typeof entity>(found.row) : baseRow(db, entity, id)
}

const projectedRow: { readonly [E in RowRef['entity']]?: string } = {
  card: 'SELECT p.row AS row FROM card t LEFT JOIN card_projected p ON p.key = t.key WHERE t.id = ?',
  application: 'SELECT projected AS row FROM application WHERE id = ?',
  handover: 'SELECT projected AS row FROM handover WHERE id = ?',
  case: 'SELECT projected AS row FROM case_file WHERE id = ?',
}
