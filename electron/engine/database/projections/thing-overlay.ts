import { applyAct, narrowed, needsOf } from '#shared/domain/act/acts.ts'
import { type AnyRow, RowSet, traced } from '#shared/domain/act/row-set.ts'
import type { RowRef } from '#shared/domain/act/row-types.ts'
import type { Traced } from '#shared/domain/act/traced.ts'
import type { CentreState, Device, KeptCommand } from '../../usecases/stores.ts'
import { ownOf, seenHere, worse } from './own-act.ts'

export interface ShownThing {
  readonly row: AnyRow
  readonly centre: CentreState
  /** From the base row. */
  readonly differs: boolean
}

/**
 * One thing with this device's own acts on it that its base row does not hold yet, in the order of the outbox. An act that the centre refused or kept
 * as a conflict is not shown: the row is what the centre says. `neighbour` finds another row that an act needs, as it is shown. Null: there is no such thing.
 */
export async function overlayThing(
  ref: RowRef,
  base: AnyRow | null,
  commands: readonly KeptCommand[],
  device: Device,
  neighbour: (ref: RowRef) => Promise<AnyRow | null>,
): Promise<ShownThing | null> {
  let row = base
  let centre: CentreState = 'recorded'
  for (const { command, act, actId } of commands.flatMap(ownOf)) {
    if (command.verdict === 'conflict' || traced(base as Traced | null, actId)) continue
    const part = narrowed(act, ref)
    const rows = new RowSet()
    for (const need of needsOf(part)) {
      const found = 'id' in need && !isSame(need, ref) ? await neighbour(need) : null
      if ('id' in need && found) rows.put({ ...need, row: found })
    }
    if (row) rows.put({ ...ref, row })
    const outcome = applyAct(part, rows, seenHere(command, device))
    const changed = outcome.changed.find((one) => isSame(one, ref))
    if (outcome.verdict === 'refused' || !changed) continue
    row = changed.row
    if (command.verdict === null) centre = worse(centre, outcome.verdict === 'applied' ? 'waiting' : 'will-clash')
  }
  return row && { row, centre, differs: row !== base }
}

const isSame = (a: RowRef, b: RowRef) => a.entity === b.entity && a.id === b.id
