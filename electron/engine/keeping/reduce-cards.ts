import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { rows } from '../database/sql.ts'
import type { Store } from '../database/store.ts'
import type { BaseRows } from '../wiring.ts'

/** What stands where a name, a NIK and a birth date stood: it fits the rows' schema and is nobody's. */
export const erasedPerson = { name: '–', nik: '0000000000000000', birthDate: '1900-01-01' } as const
const { name, nik, birthDate } = erasedPerson

/** In one transaction: so long an act of a person waits, a few hundredths of a second. */
const cardsAtOnce = 10

type Row = Readonly<Record<string, unknown>>
interface Kept {
  readonly entity: string
  readonly id: string
  readonly scope: string
  readonly version: number
  readonly row: string
}

/** Says in the audit how much went, in the transaction in which it goes. */
export type NoteErased = (trx: WriteDb, counts: string) => Promise<unknown>

/**
 * Of cards that were handed over before `before` (ISO 8601), as the centre has them, this computer keeps what the ledger, the audit and "already handed over" need: numbers, codes, times, who
 * of the office did it. Whose card it was and who collected it goes. Not where anything about the card waits for the centre, or a case is open. A few at a time, so that acts go between
 * them. Returns how many cards.
 */
export async function reduceCards(
  store: Store,
  base: Pick<BaseRows, 'reduce'>,
  before: string,
  note: NoteErased,
): Promise<number> {
  let reduced = 0
  for (const ids of inGroups(await cardsOver(store.read, before))) {
    reduced += await store.inTransaction(async (trx) => {
      const things = await Promise.all((await cardsOver(trx, before, ids)).map((id) => cardWithoutPerson(trx, id)))
      const count = await base.reduce(trx, things)
      if (count > 0) await note(trx, `cards ${count}`)
      return count
    })
    await breathe()
  }
  return reduced
}

/** `among`: null for all of them. */
async function cardsOver(
  db: ReadDb,
  before: string,
  among: readonly string[] | null = null,
): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    db,
    `SELECT id FROM card WHERE state = 'handed-over' AND centre = 'recorded' AND owner_nik <> ? AND EXISTS
      (SELECT 1 FROM replica r WHERE r.entity = 'card' AND r.id = card.id AND r.row ->> 'state' = 'handed-over'
        AND r.row -> 'handedOver' ->> 'at' < ? AND r.row ->> 'caseId' IS NULL)
      ${among === null ? '' : 'AND id IN (SELECT value FROM json_each(?))'}`,
    nik,
    before,
    ...(among === null ? [] : [JSON.stringify(among)]),
  )
  return found.map(({ id }) => id)
}

async function cardWithoutPerson(trx: WriteDb, id: string): Promise<readonly Change[]> {
  const found = await rows<Kept>(trx, cardAndItsRows, id, id, id)
  return found.map(
    ({ row, ...rest }): Change => ({
      ...rest,
      seq: 0,
      row: withoutPerson[rest.entity]?.(JSON.parse(row)) ?? null,
    }),
  )
}

const cardAndItsRows = `SELECT entity, id, scope, version, row FROM replica WHERE row IS NOT NULL AND (
    (entity = 'card' AND id = ?)
    OR (entity = 'handover' AND id IN (SELECT id FROM handover WHERE card_id = ?))
    OR (entity = 'application' AND row ->> 'status' IN ('DISERAHKAN', 'SELESAI')
      AND id = (SELECT row ->> 'applicationId' FROM replica WHERE entity = 'card' AND id = ?)))`

const part = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {})
const without = (value: unknown, change: Row) =>
  value === null || value === undefined ? value : { ...part(value), ...change }

const withoutPerson: Readonly<Record<string, (row: Row) => Row>> = {
  card: (row) => ({
    ...row,
    ...{ ownerName: name, ownerNik: nik, ownerBirthDate: birthDate, kkNumber: null, pinVerifier: null },
    handedOver: without(row.handedOver, { collectorName: name }),
  }),
  application: (row) => ({ ...row, applicantName: name, applicantNik: nik }),
  handover: (row) => ({
    ...row,
    collector: without(row.collector, { name, nik: null, proxyLetter: null }),
    identity: part(row.identity).seen === false ? without(row.identity, { reason: name }) : row.identity,
    oldCard: part(row.oldCard).kind === 'police-letter' ? without(row.oldCard, { number: name }) : row.oldCard,
  }),
}

export function* inGroups(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += cardsAtOnce) yield ids.slice(at, at + cardsAtOnce)
}
