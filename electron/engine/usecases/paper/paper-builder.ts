import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import type { PaperKind, PaperOf } from '#shared/domain/paper/paper.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

/** Who asks for the paper, and when. */
export interface PaperAsker {
  readonly staff: Staff
  readonly now: Instant
}

export type AskedOf<K extends PaperKind> = Extract<PaperAsked, { readonly kind: K }>

/** Everything a paper says, from the database. Faults: paper-unknown where there is nothing to make it of, and those of its subject. */
export type PaperBuilder<K extends PaperKind> = (
  db: ReadSet,
  asked: AskedOf<K>,
  asker: PaperAsker,
) => Answer<PaperOf<K>>
