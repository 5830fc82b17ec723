import { sql } from 'kysely'
import { type Centre, instantOf } from '../centre.ts'

/** Somebody has mended what was wrong: all that was refused or put off is due now. Returns how many lines. */
export async function owedAgain({ db, now }: Pick<Centre, 'db' | 'now'>): Promise<number> {
  const at = instantOf(now())
  const { numAffectedRows } = await sql`
    update kng_outbox set state = 'waiting', next_at = ${at}, ended_at = null
    where state = 'refused' or (state = 'waiting' and next_at > ${at})`.execute(db)
  return Number(numAffectedRows ?? 0)
}
