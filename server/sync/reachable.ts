import type { Db } from '../database/open-database.ts'
import { cursorTooOld, otherHistory } from './cursor.ts'

export interface Reach {
  /** Last number of the scope. */
  readonly seq: number
  /** Of the change that was asked about; '' where none was kept. */
  readonly tag: string
}

/** A place in the changes of a scope, as a cursor carries it. */
export interface Place {
  readonly scope: string
  readonly from: number
  /** Of the change at `from`; '' where the cursor has none. */
  readonly tag: string
  /** Made in the incarnation that this database is in now. */
  readonly sameIncarnation: boolean
}

/**
 * Can changes of a scope be told from a number on? Throws 410 `cursor-too-old` when some of them were folded away, 410 `other-history` when the change at that
 * number is another one than the tag says, or there is none. Where the tags cannot be compared (folded away, or of before there were any), only a place of this
 * incarnation is believed.
 */
export async function reachFrom(db: Db, { scope, from, tag, sameIncarnation }: Place): Promise<Reach> {
  const known = await db
    .selectFrom('scopes')
    .select(['seq', 'folded_seq', 'tag'])
    .where('scope', '=', scope)
    .executeTakeFirst()
  if (!known) throw cursorTooOld()
  if (from > known.seq) throw otherHistory()
  const here = from === known.seq ? known.tag : await tagAt(db, scope, from)
  const comparable = tag !== '' && here !== ''
  if (comparable ? tag !== here : !sameIncarnation) throw otherHistory()
  if (from < known.folded_seq) throw cursorTooOld()
  return { seq: known.seq, tag: here }
}

async function tagAt(db: Db, scope: string, seq: number): Promise<string> {
  const change = await db
    .selectFrom('changes')
    .select('tag')
    .where('scope', '=', scope)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return change?.tag ?? ''
}
