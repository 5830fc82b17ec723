import { sql } from 'kysely'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { type Dealt, dealWith, NotYet } from './deal-with.ts'
import { type KngPort, KngRefused, KngUnavailable } from './kng-port.ts'
import type { Owed } from './owed.ts'
import { lockTold, takeCourse } from './take-course.ts'

type Line = Tables['kng_outbox']

/** How many are sent beside each other: a document is held in memory as long as it is on its way. */
const besides = 4
const atOnce = 40
/** Seconds until the next try: after 1, 2, 4 … never more than five minutes. */
const longest = 300

/**
 * Sends and fetches what is due. Each line is done by KNG once, however often it is sent: it bears its id as key. A kill after it was sent and before it is written down here only sends it again.
 * Returns how many lines ended. Throws `KngUnavailable` when nothing went through: the others would fare no better.
 */
export async function sendOwed(centre: Centre, kng: KngPort): Promise<number> {
  let ended = 0
  for (;;) {
    const due = await dueLines(centre)
    if (due.length === 0) return ended
    for (let start = 0; start < due.length; start += besides) {
      const outcomes = await Promise.all(due.slice(start, start + besides).map((line) => sendOne(centre, kng, line)))
      ended += outcomes.filter((outcome) => outcome === 'done').length
      const failed = outcomes.filter((outcome) => outcome instanceof KngUnavailable)
      if (failed[0] && failed.length === outcomes.length) throw failed[0]
    }
  }
}

/** In their order: nothing of an application is told before it was submitted, and no act before the one before it. Documents and results wait for nobody else. */
async function dueLines({ db, now }: Centre): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select o.* from kng_outbox o where o.state = 'waiting' and o.next_at <= ${instantOf(now())}
      and not exists (select 1 from kng_outbox e
        where e.scope = o.scope and e.filing_id = o.filing_id and e.position < o.position
          and ((e.kind = 'submit' and e.state <> 'taken') or (e.state = 'waiting' and e.kind not in ('document', 'result'))))
    order by o.next_at, o.scope, o.position limit ${atOnce}`.execute(db)
  return rows
}

/** `done`: or will never be. */
async function sendOne(centre: Centre, kng: KngPort, line: Line): Promise<'done' | 'later' | KngUnavailable> {
  try {
    await taken(centre, line, await dealWith(centre, kng, line, owedIn(line)))
    return 'done'
  } catch (cause) {
    if (cause instanceof KngRefused) await end(centre.db, line, 'refused', instantOf(centre.now()), cause.code)
    else if (cause instanceof KngUnavailable || cause instanceof NotYet) await postpone(centre, line, cause)
    else throw cause
    if (cause instanceof KngUnavailable) return cause
    return cause instanceof NotYet ? 'later' : 'done'
  }
}

const owedIn = ({ kind, content }: Line) => ({ kind, content: JSON.parse(content ?? 'null') }) as Owed

/** The answer and that it came are one transaction. */
async function taken(centre: Centre, line: Line, { told, within }: Dealt): Promise<void> {
  const at = instantOf(centre.now())
  const moved = await inTransaction(centre.db, async (trx) => {
    await lockTold(trx, [told ?? { ref: line.filing_id, kngNumber: '', steps: [] }])
    const scopes = told ? [...(await takeCourse(trx, told, at))] : []
    if (within) scopes.push(...(await within(trx, at)))
    await end(trx, line, 'taken', at, null)
    return scopes
  })
  await centre.pokes.send(moved).catch(() => undefined)
}

const here = (trx: Db, { scope, id }: Line) =>
  trx.updateTable('kng_outbox').where('scope', '=', scope).where('id', '=', id).where('state', '=', 'waiting')

/** What KNG refused stays whole, for who looks into it. */
async function end(trx: Db, line: Line, state: 'taken' | 'refused', at: string, problem: string | null): Promise<void> {
  const erased = state === 'taken' ? { content: null } : {}
  await here(trx, line)
    .set({ state, ended_at: at, problem, ...erased })
    .execute()
}

async function postpone(
  { db, now }: Centre,
  line: Line,
  { code, afterSeconds }: KngUnavailable | NotYet,
): Promise<void> {
  // By chance, so that many that failed together do not come together again.
  const wait = Math.max(afterSeconds ?? 0, Math.min(longest, 2 ** Math.min(line.tries, 9)) * (0.5 + Math.random() / 2))
  const next_at = laterBy(now(), Math.min(wait, 3600))
  await here(db, line)
    .set({ tries: line.tries + 1, next_at, problem: code })
    .execute()
}
