import { sql } from 'kysely'
import type { z } from 'zod'
import type { CityAnswer, casesQuery } from '#shared/contract/sync/queries.ts'
import { correctedTime } from '#shared/domain/handover/corrected-time.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { oldCardActsTold } from '#shared/domain/old-card/old-card-acts-told.ts'
import { differingCounts } from '#shared/domain/shift/differing-counts.ts'
import type { Db } from '../database/open-database.ts'
import { notFound } from '../problem.ts'
import { readRow } from '../sync/read-row.ts'
import { cityCard } from './city-cards.ts'
import { field, rowsById, storedRows, unitNames } from './stored-rows.ts'

/** Files of the city, oldest first: that one has waited longest. */
export async function cityCases(db: Db, asked: z.output<typeof casesQuery>): Promise<CityAnswer<'cases'>> {
  const { unit = null, state, offset, limit } = asked
  const where = sql<boolean>`${field('state')} = ${state}`
  const { total, rows } = await storedRows(db, 'case', { scope: unit, where, order: field('openedAt'), offset, limit })
  const cards = await rowsById(
    db,
    'card',
    rows.flatMap(({ cardId }) => cardId ?? []),
  )
  const nameOf = await unitNames(
    db,
    rows.map(({ scope }) => scope),
  )
  const cases = rows.map((file) => {
    const card = cards.get(file.cardId ?? '')
    return {
      caseId: file.id,
      scope: file.scope,
      unitName: nameOf(file.scope),
      kind: file.kind,
      state: file.state,
      openedAt: file.openedAt,
      ownerName: card?.ownerName ?? null,
      kitirNumber: card?.kitirNumber ?? null,
      cardKind: card?.kind ?? null,
      handovers: file.handoverIds.length,
    }
  })
  return { total, cases }
}

/** One file with everything in it. Throws 404. */
export async function cityCase(db: Db, id: string): Promise<CityAnswer<'case'>> {
  const file = await readRow(db, 'case', id)
  if (!file) throw notFound()
  const card = file.cardId === null ? null : await readRow(db, 'card', file.cardId)
  const known = await rowsById(db, 'handover', file.handoverIds)
  // As they were accepted: the order of the file.
  const handovers = file.handoverIds.flatMap((one) => known.get(one) ?? [])
  const shift = file.shiftId === undefined ? null : await readRow(db, 'shift', file.shiftId)
  const whole = await wholeBlobs(
    db,
    handovers.flatMap(({ signature, photo }) => [signature, photo ?? signature]),
  )
  return {
    case: file,
    unitName: (await unitNames(db, [file.scope]))(file.scope),
    card: card && cityCard(card),
    handovers: handovers.map((one) => told(one, whole)),
    movements: await movementsOf(db, file.movementIds ?? []),
    oldCards: await oldCardsOf(db, file.oldCardIds ?? []),
    blanks: await blanksOf(db, file.blankEntryIds ?? []),
    counts: shift === null ? [] : differingCounts(shift),
  }
}

async function movementsOf(db: Db, ids: readonly string[]): Promise<CityAnswer<'case'>['movements']> {
  const found = await rowsById(db, 'movement', ids)
  return ids.flatMap((id) => found.get(id) ?? []).map(movementTold)
}

async function oldCardsOf(db: Db, ids: readonly string[]): Promise<CityAnswer<'case'>['oldCards']> {
  const found = await rowsById(db, 'old-card', ids)
  return ids.flatMap((id) => found.get(id) ?? []).flatMap(oldCardActsTold)
}

async function blanksOf(db: Db, ids: readonly string[]): Promise<CityAnswer<'case'>['blanks']> {
  const found = await rowsById(db, 'blank-entry', ids)
  return ids
    .flatMap((id) => found.get(id) ?? [])
    .map(({ id: entryId, kind, cardKind, quantity, at, staffName, staffCode, deviceCode, number, reason }) => ({
      ...{ entryId, kind, cardKind, quantity, at, staffName, staffCode, deviceCode, number, reason },
    }))
}

const movementTold = (row: Movement): CityAnswer<'case'>['movements'][number] => {
  const { id: movementId, kind, from, to, at, staffName, staffCode, deviceCode, number, reason, flags } = row
  return { movementId, kind, from, to, at, staffName, staffCode, deviceCode, number, reason, flags: [...flags] }
}

async function wholeBlobs(db: Db, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const found = await db
    .selectFrom('blobs')
    .select('sha256')
    .where('sha256', 'in', [...new Set(names)])
    .where('complete', '=', true)
    .execute()
  return new Set(found.map(({ sha256 }) => sha256))
}

function told(one: Handover, whole: ReadonlySet<string>): CityAnswer<'case'>['handovers'][number] {
  const { receiptNumber, at, acceptedAt, staffName, staffCode, deviceCode, pin, offline, standing, collector } = one
  const { override, identity } = one
  const evidence = (sha256: string) => ({
    sha256,
    state: whole.has(sha256) ? ('whole' as const) : ('pending' as const),
  })
  return {
    handoverId: one.id,
    ...{ standing, receiptNumber, at, acceptedAt, staffName, staffCode, deviceCode, pin, offline },
    correctedAt: correctedTime(one),
    flags: [...one.flags],
    collectorName: collector.name,
    collectorKind: collector.kind,
    collectorNikMasked: collector.nik === null ? null : maskNik(collector.nik),
    relation: collector.relation,
    identitySeen: identity.seen,
    identityNotSeen: identity.seen ? null : identity.reason,
    override: override && {
      means: override.means,
      reason: override.reason,
      supervisorName: override.supervisorName,
    },
    signature: evidence(one.signature),
    photo: one.photo === null ? null : evidence(one.photo),
  }
}

/** A signature or photo of a file, from whichever unit has it. Throws 404 for what is not in this file, or not whole yet. */
export async function caseBlob(db: Db, sha256: string, caseId: string): Promise<CityAnswer<'blob'>> {
  const file = await readRow(db, 'case', caseId)
  const handovers = file ? [...(await rowsById(db, 'handover', file.handoverIds)).values()] : []
  const kept = handovers.some(({ signature, photo }) => signature === sha256 || photo === sha256)
    ? await db
        .selectFrom('blobs')
        .select('scope')
        .where('sha256', '=', sha256)
        .where('complete', '=', true)
        .executeTakeFirst()
    : undefined
  if (!kept) throw notFound()
  const parts = await db
    .selectFrom('blob_parts')
    .select('bytes')
    .where('scope', '=', kept.scope)
    .where('sha256', '=', sha256)
    .orderBy('start_at')
    .execute()
  return { base64: Buffer.concat(parts.map(({ bytes }) => bytes)).toString('base64') }
}
