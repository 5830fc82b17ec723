import type { RowName, RowRef, RowTypes } from './row-types.ts'
import type { Traced } from './traced.ts'

export type AnyRow = RowTypes[RowName]

export interface RowChange extends RowRef {
  readonly row: AnyRow
}

const keyOf = (entity: RowName, id: string) => `${entity}/${id}`

/** The rows that a rule looks at, as they stand; what it changes is put back, so that the next act sees it. */
export class RowSet {
  readonly #rows = new Map<string, RowChange>()

  get<E extends RowName>(entity: E, id: string): RowTypes[E] | null {
    return (this.#rows.get(keyOf(entity, id))?.row as RowTypes[E] | undefined) ?? null
  }

  put(change: RowChange): void {
    this.#rows.set(keyOf(change.entity, change.id), change)
  }

  /** Hand-overs and cases of one card, in order of their ids. */
  about<E extends 'handover' | 'case'>(entity: E, cardId: string): readonly RowTypes[E][] {
    return [...this.#rows.values()]
      .filter((one) => one.entity === entity && 'cardId' in one.row && one.row.cardId === cardId)
      .map((one) => one.row as RowTypes[E])
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  all(): readonly RowChange[] {
    return [...this.#rows.values()]
  }
}

/** Has this act changed this row before? */
export const traced = (row: Traced | null, actId: string): boolean => row?.acts?.includes(actId) ?? false
