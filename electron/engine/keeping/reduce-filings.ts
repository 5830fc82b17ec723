import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import { closedList } from '../database/closed-statuses.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { rows } from '../database/sql.ts'
import type { Store } from '../database/store.ts'
import type { BaseRows } from '../wiring.ts'
import { erasedPerson, inGroups, type NoteErased } from './reduce-cards.ts'

const { name, nik } = erasedPerson

interface Kept {
  readonly entity: 'filing' | 'kitir' | 'application'
  readonly id: string
  readonly scope: string
  readonly version: number
  readonly row: string
}
type Row = Readonly<Record<string, unknown>>

/**
 * Of applications that ended before `before` (ISO 8601), as the centre has them, this computer keeps their number, service, course and who of the office took them. Whom they were about,
 * what was answered and which papers were shown goes, and with it what they are found by. Returns how many.
 */
export async function reduceFilings(
  store: Store,
  base: Pick<BaseRows, 'reduce'>,
  before: string,
  note: NoteErased,
): Promise<number> {
  let reduced = 0
  for (const ids of inGroups(await filingsOver(store.read, before))) {
    reduced += await store.inTransaction(async (trx) => {
      const over = await filingsOver(trx, before, ids)
      const count = await base.reduce(trx, await Promise.all(over.map((id) => filingWithoutPerson(trx, id))))
      if (count > 0) await note(trx, `applications ${count}`)
      return count
    })
    await breathe()
  }
  return reduced
}

async function filingsOver(
  db: ReadDb,
  before: string,
  among: readonly string[] | null = null,
): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    db,
    `SELECT t.id AS id FROM thing t JOIN replica r ON r.entity = t.entity AND r.id = t.id
      WHERE t.entity = 'filing' AND t.state IN (${closedList}) AND t.centre = 'recorded'
      AND r.row ->> '$.steps[#-1].at' < ? AND r.row ->> 'applicantName' <> ?
      ${among === null ? '' : 'AND t.id IN (SELECT value FROM json_each(?))'}`,
    before,
    name,
    ...(among === null ? [] : [JSON.stringify(among)]),
  )
  return found.map(({ id }) => id)
}

const filingAndItsRows = `SELECT entity, id, scope, version, row FROM replica WHERE row IS NOT NULL AND (
    (entity IN ('filing', 'application') AND id = ?)
    OR (entity = 'kitir' AND id IN (SELECT id FROM thing WHERE entity = 'kitir' AND about = ?)))`

async function filingWithoutPerson(trx: WriteDb, id: string): Promise<readonly Change[]> {
  const found = await rows<Kept>(trx, filingAndItsRows, id, id)
  return found.map(
    ({ row, ...rest }): Change => ({ ...rest, seq: 0, row: withoutPerson[rest.entity](JSON.parse(row)) }),
  )
}

const withoutPerson: Readonly<Record<Kept['entity'], (row: Row) => Row>> = {
  filing: (row) => ({
    ...row,
    ...{ applicantName: name, applicantNik: null, subjectName: name, subjectNik: null },
    ...{ people: {}, answers: {}, requirements: {}, doubts: [] },
  }),
  kitir: (row) => ({ ...row, ownerName: name, pinVerifier: '-' }),
  application: (row) => ({ ...row, applicantName: name, applicantNik: nik }),
}
