import type { CardKind } from '../card/card.ts'
import type { Instant } from '../time.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

export interface ReminderRow {
  readonly kitirNumber: string
  readonly ownerName: string
  readonly cardKind: CardKind
  /** As it is written on the shelf; null: it has none. */
  readonly place: string | null
  /** Whole days on the shelf. */
  readonly days: number
  readonly remindedAt: Instant | null
}

/** Daftar kartu belum diambil: whom to tell that the card waits, with room for what came of it. Numbers to call are not known here: the RT and RW know them. */
export interface ReminderList extends PaperBase {
  readonly kind: 'reminder-list'
  readonly officer: PaperParty
  readonly rows: readonly ReminderRow[]
}
