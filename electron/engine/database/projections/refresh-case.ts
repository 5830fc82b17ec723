import type { ReadDb } from '../handles.ts'
import { baseRow, type RefreshDeps } from './refresh-card.ts'
import { shownRow } from './refresh-thing.ts'
import { overlayThing } from './thing-overlay.ts'

/** Shows a case again from its base row and what was decided and said about it at this device. */
export async function refreshCase(db: ReadDb, id: string, deps: RefreshDeps): Promise<void> {
  const device = await deps.deviceIn(db).current()
  if (device === null) return
  const ref = { entity: 'case', id } as const
  const commands = await deps.outboxIn(db).commandsAbout(`case/${id}`)
  const base = await baseRow(db, 'case', id)
  const shown = await overlayThing(ref, base, commands, device, (other) => shownRow(db, other))
  if (shown === null) deps.tables.remove('case', id)
  else deps.tables.case(shown.row as never, shown.centre, shown.differs ? JSON.stringify(shown.row) : null)
}
