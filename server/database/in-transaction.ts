import { codeOf } from '../mistake.ts'
import type { Db } from './open-database.ts'

/** PostgreSQL: a ring of waiting transactions, or one that could not be put in order. Done again, it succeeds. */
const passing = new Set(['40P01', '40001'])

/** One transaction; done again, at most three times, when PostgreSQL ended it only because of others. `run` must have no effect outside of it. */
export async function inTransaction<T>(db: Db, run: (trx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(run)
    } catch (cause) {
      if (attempt >= 3 || !passing.has(codeOf(cause))) throw cause
    }
  }
}
