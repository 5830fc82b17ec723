import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import { rows } from '../database/sql.ts'
import type { BaseRows } from '../wiring.ts'

/** What stands where a name, a NIK and a birth date stood: it fits the rows' schema and is nobody's. */
export const erasedPerson = { name: '–', nik: '0000000000000000', birthDate: '1900-01-01' } as const
const { name, nik, birthDate } = erasedPerson

const cardsAtOnce = 50

type Row = Readonly<Record<string, unknown>>
interface Kept {
  readonly entity: string
  readonly id: string
  readonly scope: string
  readonly version: number
  readonly row: string
}

/**
 * Of cards that were handed over before `before` (ISO 8601), as the centre has them, this computer keeps what the ledger, the audit and "already handed over" need: numbers, codes, times, who
 * of the office did it. Whose card it was and who collected it goes. Not where anything about the card waits for the centre, or a case is open. Returns how many cards.
 */
export async function reduceCards(trx: WriteDb, base: Pick<BaseRows, 'reduce'>, before: string): Promise<number> {
  let reduced = 0
  for (const ids of inGroups(await cardsOver(trx, before))) {
    for (const id of ids) reduced += await reduceCard(trx, base, id)
    await breathe()
  }
  return reduced
}

async function cardsOver(trx: WriteDb, before: string): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    trx,
    `SELECT id FROM card WHERE state = 'handed-over' AND centre = 'recorded' AND owner_nik <> ? AND EXISTS
      (SELECT 1 FROM replica r WHERE r.entity = 'card' AND r.id = card.id AND r.row ->> 'state' = 'handed-over'
        AND r.row -> 'handedOver' ->> 'at' < ? AND r.row ->> 'caseId' IS NULL)`,
    nik,
    before,
  )
  return found.map(({ id }) => id)
}

/** 1, or 0 where something about it waits. */
async function reduceCard(trx: WriteDb, base: Pick<BaseRows, 'reduce'>, id: string): Promise<number> {
  const found = await rows<Kept>(trx, cardAndItsRows, id, id, id)
  const changes = found.map(
    ({ row, ...rest }): Change => ({
      ...rest,
      seq: 0,
      row: withoutPerson[rest.entity]?.(JSON.parse(row)) ?? null,
    }),
  )
  return (await base.reduce(trx, changes)) ? 1 : 0
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

function* inGroups(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += cardsAtOnce) yield ids.slice(at, at + cardsAtOnce)
}
