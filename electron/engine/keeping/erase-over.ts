import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { WriteDb } from '../database/handles.ts'
import { firstRow, rows, run } from '../database/sql.ts'
import type { Store } from '../database/store.ts'
import { recall } from '../sync/sync-state.ts'
import type { DataState } from '../usecases/ports.ts'
import type { BaseRows } from '../wiring.ts'
import { eraseIntake } from './erase-intake.ts'
import { type NoteErased, reduceCards } from './reduce-cards.ts'
import { reduceFilings } from './reduce-filings.ts'

/** Days; the city's pack may say others. */
export interface KeepingDays {
  /** Whose a card was and who collected it, after it was handed over; whom an application was about, after it ended. */
  readonly cards: number
  /** Signatures and documents, after the centre has them and has judged their act. */
  readonly files: number
  /** Content of acts after their verdict, scans, prints that came out. */
  readonly work: number
  /** Audit entries, after the centre has them. */
  readonly audit: number
}
export const usualDays: KeepingDays = { cards: 90, files: 7, work: 90, audit: 365 }
/** Days after which what was begun at the counter and left there is over. */
const leftDays = 30

/** As the city's pack says, as far as it does. */
export const daysOf = ({ keeping }: Pick<RegionPack, 'keeping'>): KeepingDays => ({
  cards: keeping?.cards ?? usualDays.cards,
  files: keeping?.files ?? usualDays.files,
  work: keeping?.work ?? usualDays.work,
  audit: keeping?.audit ?? usualDays.audit,
})

/**
 * Erases what is over: only what the centre has, or what nobody needs any more; never anything that was not sent. Each transaction with the entry in the audit chain that says how much it
 * was. What goes is overwritten (`secure_delete`), and its pages are given back. Null where nothing was over.
 */
export async function eraseOver(
  store: Store,
  now: string,
  days: KeepingDays,
  note: NoteErased,
  base: Pick<BaseRows, 'reduce'>,
): Promise<DataState['erased']> {
  const before = (age: number) => new Date(Date.parse(now) - age * 86_400_000).toISOString()
  const cards = await reduceCards(store, base, before(days.cards), note)
  const filings = await reduceFilings(store, base, before(days.cards), note)
  const erased = await store.inTransaction(async (trx) => {
    const payloads = await erase(
      trx,
      `UPDATE command SET payload = NULL ${overActs}`,
      `FROM command ${overActs}`,
      before(days.work),
    )
    const counts = {
      files: await eraseFiles(trx, before(days.files)),
      payloads,
      audit: await eraseAudit(trx, before(days.audit)),
      others:
        (await eraseRows(trx, 'scan', 'at < ?', before(days.work))) +
        (await eraseRows(trx, 'print_job', overPrints, before(days.work))) +
        (await eraseIntake(trx, before(leftDays))),
    }
    const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
    if (sumOf(counts) > 0) await note(trx, words.join(' '))
    return { at: now, cards, ...counts, others: counts.others + filings }
  })
  if (sumOf(erased) === 0) return null
  await store.inTransaction(async () => giveBackPages(store))
  return erased
}

const sumOf = (counts: object): number =>
  Object.values(counts).reduce((all, one) => (typeof one === 'number' ? all + one : all), 0)

/** One step may give back one page only. */
function giveBackPages(store: Store): void {
  const free = () =>
    (store.prepare('PRAGMA freelist_count').all() as { freelist_count: number }[])[0]?.freelist_count ?? 0
  for (let left = free(); left > 0; ) {
    store.prepare('PRAGMA incremental_vacuum').run()
    const now = free()
    if (now === left) return
    left = now
  }
}

const overActs = 'WHERE verdict IS NOT NULL AND decided_at < ? AND payload IS NOT NULL'
const overPrints = "queued_at < ? AND state IN ('printed', 'cancelled')"

async function erase(trx: WriteDb, order: string, from: string, ...values: string[]): Promise<number> {
  const found = await firstRow<{ count: number }>(trx, `SELECT count(*) AS count ${from}`, ...values)
  if (found?.count) await run(trx, order, ...values)
  return found?.count ?? 0
}

const eraseRows = (
  trx: WriteDb,
  table: 'scan' | 'print_job' | 'audit_entry',
  over: string,
  ...values: string[]
): Promise<number> => erase(trx, `DELETE FROM ${table} WHERE ${over}`, `FROM ${table} WHERE ${over}`, ...values)

/** What an act names that waits, or was judged a short while ago, stays, and so does what the centre does not have. */
async function eraseFiles(trx: WriteDb, before: string): Promise<number> {
  const lately = await rows<{ payload: string }>(
    trx,
    'SELECT payload FROM command WHERE payload IS NOT NULL AND (verdict IS NULL OR decided_at >= ?)',
    before,
  )
  const named = new Set(
    lately.flatMap(({ payload }) => [...payload.matchAll(/"([0-9a-f]{64})"/g)].map(([, hash]) => hash)),
  )
  const there = await rows<{ key: number; sha256: string }>(trx, 'SELECT key, sha256 FROM blob WHERE at_centre = 1')
  const over = there.filter(({ sha256 }) => !named.has(sha256))
  for (const { key } of over) await run(trx, 'DELETE FROM blob WHERE key = ?', key)
  return over.length
}

/** From the beginning on, as far as the centre has the chain; the last entry that it has stays, for what follows it. */
async function eraseAudit(trx: WriteDb, before: string): Promise<number> {
  const sent = (await recall(trx, 'audit-sent-up-to')) ?? 0
  const young = await firstRow<{ position: number | null }>(
    trx,
    "SELECT min(position) AS position FROM audit_entry WHERE entry ->> 'at' >= ?",
    before,
  )
  const end = Math.min(sent, young?.position ?? sent)
  const found = await firstRow<{ count: number }>(
    trx,
    'SELECT count(*) AS count FROM audit_entry WHERE position < ?',
    end,
  )
  if (found?.count) await run(trx, 'DELETE FROM audit_entry WHERE position < ?', end)
  return found?.count ?? 0
}
