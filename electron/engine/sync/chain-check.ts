import { setImmediate as breathe } from 'node:timers/promises'
import type { ReadDb } from '../database/handles.ts'
import { isAuthentic, noHash, sha256 } from './envelope.ts'
import { publicKeyIn } from './generation-keys.ts'
import { generationOf, seqOf } from './position.ts'
import { publicKeyOf } from './raw-keys.ts'

export interface ChainState {
  /** Commands of the current generation. */
  readonly length: number
  readonly intact: boolean
}

const rowsAtOnce = 200

interface Checked {
  readonly position: number
  readonly hash: string
}

/**
 * Does every command still say what was signed, without a gap? What was found whole is not read again while the program runs. The last
 * signature vouches for all before it, since each envelope names the hash before; so only that one is verified.
 */
export function chainCheck(db: ReadDb): () => Promise<ChainState> {
  let whole: Checked | null = null
  return async () => {
    for (;;) {
      const rows = await linksAfter(db, whole?.position ?? 0)
      for (const row of rows) {
        if (!follows(whole, row)) return { length: await lastSeq(db), intact: false }
        whole = row
      }
      if (rows.length < rowsAtOnce) break
      await breathe()
    }
    return { length: whole ? seqOf(whole.position) : 0, intact: await lastIsSigned(db) }
  }
}

const linksAfter = (db: ReadDb, position: number) =>
  db
    .selectFrom('command')
    .select(['position', 'envelope', 'hash'])
    .where('position', '>', position)
    .orderBy('position')
    .limit(rowsAtOnce)
    .execute()

function follows(before: Checked | null, row: Checked & { readonly envelope: string }): boolean {
  if (sha256(row.envelope) !== row.hash) return false
  const { seq, generation, prevHash } = JSON.parse(row.envelope) as {
    seq: number
    generation: number
    prevHash: string
  }
  const first = !before || generationOf(before.position) !== generation
  const place = generationOf(row.position) === generation && seqOf(row.position) === seq
  return (
    place && (first ? seq === 1 && prevHash === noHash : seq === seqOf(before.position) + 1 && prevHash === before.hash)
  )
}

async function lastSeq(db: ReadDb): Promise<number> {
  const { last } = await db
    .selectFrom('command')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return last === null ? 0 : seqOf(last)
}

async function lastIsSigned(db: ReadDb): Promise<boolean> {
  const last = await db.selectFrom('command').selectAll().orderBy('position', 'desc').limit(1).executeTakeFirst()
  if (!last) return true
  const key = await publicKeyIn(db, generationOf(last.position))
  // The key of another life of this device was never here: then the chain of hashes speaks alone.
  return key === null || isAuthentic(last, publicKeyOf('ed25519', key))
}
