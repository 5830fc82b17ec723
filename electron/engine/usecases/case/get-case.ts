import type { CaseReceipt, CaseShown } from '#shared/contract/engine/cases.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { correctedTime } from '#shared/domain/handover/corrected-time.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import { fail } from '../fail.ts'
import { inkOf, receiptShown } from '../handover/get-handover.ts'
import type { ReadSet } from '../stores.ts'
import { countsOf } from './case-counts.ts'
import { caseLine } from './case-line.ts'
import { blanksOf, oldCardActsOf } from './case-things.ts'

/** Everything about one case. Fault: case-unknown. */
export async function getCase(deps: Deps, { caseId }: { caseId: string }): Answer<CaseShown> {
  return deps.reading(async (db) => {
    const seen = await db.cases.find(caseId)
    if (!seen) return fail('case-unknown')
    const { row } = seen
    const card = row.cardId === null ? null : ((await db.cards.find(row.cardId))?.row ?? null)
    const handovers = await handoversOf(db, row)
    return ok({
      ...(await caseLine(db, seen, await unitZone(db))),
      place: card?.place ? { rack: card.place.rack, box: card.place.box, number: card.place.number } : null,
      receipts: card ? await Promise.all(handovers.map((one) => receiptIn(db, one, card))) : [],
      movements: (await movementsOf(db, row)).map(movementIn),
      counts: await countsOf(db, row),
      fact: row.fact ? { type: row.fact.type, at: row.fact.at, code: row.fact.code } : null,
      oldCards: await oldCardActsOf(db, row),
      blanks: await blanksOf(db, row),
      notes: (row.notes ?? []).map(({ noteId, kind, text, at, staffName, deviceCode }) => ({
        noteId,
        kind,
        text,
        at,
        staffName,
        deviceCode,
      })),
      settled: row.settled ? settledIn(row.settled) : null,
    })
  })
}

/** The hand-overs of a case whose rows are here, first accepted first. */
export async function handoversOf(db: Pick<ReadSet, 'handovers'>, { handoverIds }: Case): Promise<readonly Handover[]> {
  const found = await Promise.all(handoverIds.map((id) => db.handovers.find(id)))
  const order = ({ acceptedAt, at }: Handover) => acceptedAt ?? `9${at}`
  return found.flatMap((seen) => (seen ? [seen.row] : [])).sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

async function movementsOf(db: Pick<ReadSet, 'things'>, { movementIds = [] }: Case): Promise<readonly Movement[]> {
  const found = await Promise.all(movementIds.map((id) => db.things.find('movement', id)))
  return found.flatMap((seen) => (seen ? [seen.row] : []))
}

async function receiptIn(db: ReadSet, row: Handover, card: Card): Promise<CaseReceipt> {
  const ink = await inkOf(db, row)
  return {
    handoverId: row.id,
    receipt: await receiptShown(db, row, card),
    standing: row.standing,
    deviceCode: row.deviceCode,
    acceptedAt: row.acceptedAt,
    correctedAt: correctedTime(row),
    pin: row.pin,
    override: row.override && {
      means: row.override.means,
      reason: row.override.reason,
      supervisorName: row.override.supervisorName,
    },
    identityNotSeen: row.identity.seen ? null : row.identity.reason,
    photo: row.photo !== null,
    flags: [...row.flags],
    signature: ink && Buffer.from(ink).toString('base64'),
  }
}

const movementIn = (row: Movement): CaseShown['movements'][number] => ({
  movementId: row.id,
  kind: row.kind,
  from: row.from,
  to: row.to,
  at: row.at,
  staffName: row.staffName,
  staffCode: row.staffCode,
  deviceCode: row.deviceCode,
  number: row.number,
  reason: row.reason,
  flags: [...row.flags],
})

const settledIn = ({
  settledAt,
  staffName,
  decision,
  standsHandoverId,
  reason,
}: NonNullable<Case['settled']>): NonNullable<CaseShown['settled']> => ({
  settledAt,
  staffName,
  decision,
  standsHandoverId,
  reason,
})
