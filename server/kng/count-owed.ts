import { sql } from 'kysely'
import type { Db } from '../database/open-database.ts'

export interface OwedFigures {
  readonly waiting: number
  readonly refused: number
  /** Of what waits, when the oldest was made; null: nothing waits. */
  readonly oldest: string | null
  /** Codes of what went wrong last, each with how many lines it keeps. */
  readonly problems: Readonly<Record<string, number>>
}

/** What is owed to KNG, in figures: for who runs the centre. */
export async function countOwed(db: Db): Promise<OwedFigures> {
  const { rows } = await sql<{ state: string; problem: string | null; lines: number; oldest: string }>`
    select state, problem, count(*) as lines, min(made_at) as oldest from kng_outbox
    where state <> 'taken' group by state, problem`.execute(db)
  const of = (state: string) => rows.filter((row) => row.state === state)
  const sum = (some: typeof rows) => some.reduce((total, { lines }) => total + Number(lines), 0)
  return {
    waiting: sum(of('waiting')),
    refused: sum(of('refused')),
    oldest:
      of('waiting')
        .map(({ oldest }) => oldest)
        .sort()[0] ?? null,
    problems: Object.fromEntries(rows.flatMap(({ problem, lines }) => (problem ? [[problem, Number(lines)]] : []))),
  }
}
