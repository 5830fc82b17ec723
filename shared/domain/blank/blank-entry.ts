import type { Traced } from '../act/traced.ts'
import type { CardKind } from '../card/card.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'

/** Blanks came in (masuk), were used (terpakai), spoiled (rusak), or were counted (stok opname). */
export type BlankMove = 'in' | 'used' | 'spoiled' | 'counted'

/** The fact that blank cards (blangko) moved at Siola, or were counted there. */
export interface BlanksMoved extends DoneBy {
  readonly entryId: string
  readonly kind: BlankMove
  readonly cardKind: CardKind
  /** Pieces (keping); of a count what was found. */
  readonly quantity: number
  /** Of a count: what the book said to the one who counted. Null otherwise. */
  readonly expected: number | null
  /** Of a count: the count that stood last in the book to the one who counted; null: none. Absent in rows of before. */
  readonly after?: string | null | undefined
  /** Number of the delivery note or of the record, where there is one. */
  readonly number: string | null
  /** Needed where a count differs from the book, and for what was spoiled. */
  readonly reason: string | null
  readonly offline: boolean
}

/** One line of the book of blanks (buku blangko). Written once, never changed. */
export interface BlankEntry extends Traced, Omit<BlanksMoved, 'entryId'> {
  readonly id: string
  readonly scope: string
  readonly acceptedAt: Instant | null
}

type Quantities = Pick<BlankEntry, 'kind' | 'quantity' | 'expected'>
type Entries = readonly (Quantities & Pick<BlankEntry, 'id' | 'after'>)[]

/** What one entry does to the stock, in pieces, taken by itself. A count corrects it by the difference that was seen. */
export function changeOf({ kind, quantity, expected }: Quantities): number {
  if (kind === 'counted') return quantity - (expected ?? quantity)
  return kind === 'in' ? quantity : -quantity
}

/**
 * The counts that the book follows: the last one, and those that it was counted on top of. Of two desks that counted the same stock beside each other the
 * later one is followed alone, so that one difference is never taken twice. What does not say after which count it was made (rows of before) is followed.
 */
export function countsFollowed(entries: Entries): ReadonlySet<string> {
  const counts = new Map(entries.filter(({ kind }) => kind === 'counted').map((one) => [one.id, one]))
  const followed = new Set([...counts.values()].filter(({ after }) => after === undefined).map(({ id }) => id))
  for (let at = lastCount(entries); at && !followed.has(at); at = counts.get(at)?.after ?? null) followed.add(at)
  return followed
}

/** The count that stands last in the book: of those that no other was made after, the latest. null: nobody has counted. */
export function lastCount(entries: Entries): string | null {
  const counts = entries.filter(({ kind }) => kind === 'counted')
  const before = new Set(counts.map(({ after }) => after))
  const open = counts.filter(({ id, after }) => after !== undefined && !before.has(id)).map(({ id }) => id)
  return open.sort().at(-1) ?? null
}

/** What is left of one kind of card, in pieces: the sum of all changes, of counts those that are followed. */
export function stockOf(entries: Entries): number {
  const followed = countsFollowed(entries)
  return entries
    .filter(({ id, kind }) => kind !== 'counted' || followed.has(id))
    .reduce((sum, entry) => sum + changeOf(entry), 0)
}

/** Must a person say why? `stock`: what the book says is there. More than that cannot have been used or spoiled. */
export const needsReason = (entry: Quantities, stock: number): boolean =>
  entry.kind === 'spoiled' || (entry.kind === 'counted' ? changeOf(entry) !== 0 : stock + changeOf(entry) < 0)
