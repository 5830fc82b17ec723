import type { Act } from '#shared/domain/act/acts.ts'
import type { Db } from '../database/open-database.ts'
import { readRow } from './read-row.ts'

/** A thread goes to no unit that there is not. */
export async function flagsOfTransfer(trx: Db, { type, payload }: Act): Promise<readonly 'unit-unknown'[]> {
  if (type !== 'question.transfer') return []
  return (await readRow(trx, 'unit', payload.to)) === null ? ['unit-unknown'] : []
}
