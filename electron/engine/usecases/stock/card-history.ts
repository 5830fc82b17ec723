import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLine } from '../card/card-line.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Seen, SeenHandover } from '../stores.ts'

type Line = OutputOf<'card.history'>['lines'][number]

/** Everything that is known here of what happened to one card: the ledger's lines and its hand-overs, oldest first. Fault: card-unknown. */
export function cardHistory(deps: Deps, { cardId }: { cardId: string }): Answer<OutputOf<'card.history'>> {
  return deps.reading(async (db) => {
    const seen = await db.cards.find(cardId)
    if (!seen) return fail('card-unknown')
    const movements = await db.things.list('movement', { about: cardId })
    const handovers = await db.handovers.ofCard(cardId)
    const lines = [
      ...arrival(seen.row, movements),
      ...movements.map(({ row, centre }) => movementLine(row, centre, paperOf(row, movements))),
      ...handovers.map(handoverLine),
    ]
    return ok({
      card: cardLine(seen, deps.clock.now()),
      lines: lines.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)),
      dataAsOf: await db.device.dataAsOf(),
    })
  })
}

const nobody = {
  ...{ by: null, number: null, reason: null, collector: null, handoverId: null, paper: null, contested: false },
} as const

/** Cards that came before the ledger began, or whose count is no longer here: they are on the shelf, and nobody is named. */
function arrival({ id, arrivedAt }: Card, movements: readonly Seen<Movement>[]): Line[] {
  const counted = movements.some(({ row }) => row.kind === 'received' || row.kind === 'received-damaged')
  return arrivedAt === null || counted
    ? []
    : [{ ...nobody, key: `arrived ${id}`, at: arrivedAt, what: 'arrived', centre: 'recorded' }]
}

/** The statement about a loss tells of the last one. */
function paperOf({ id, cardId, kind, number }: Movement, all: readonly Seen<Movement>[]): Line['paper'] {
  const [actId = ''] = id.split(':')
  if (kind === 'returned' && number) return { kind: 'return-record', id: actId }
  if ((kind === 'received' || kind === 'received-damaged') && number) return { kind: 'shipment-record', id: actId }
  const last = all.findLast(({ row }) => row.kind === 'lost')
  return kind === 'lost' && last?.row.id === id ? { kind: 'lost-statement', id: cardId } : null
}

function movementLine(row: Movement, centre: Line['centre'], paper: Line['paper']): Line {
  const { id, at, kind, staffName, staffCode, deviceCode, number, reason, handoverId, flags } = row
  const by = { staffName, staffCode, deviceCode }
  return {
    key: id,
    at,
    what: kind,
    by,
    number,
    reason,
    collector: null,
    handoverId,
    paper,
    contested: flags.length > 0,
    centre,
  }
}

function handoverLine({ row, centre }: SeenHandover): Line {
  const { id, at, staffName, staffCode, deviceCode, receiptNumber, collector, standing } = row
  return {
    key: id,
    at,
    what: 'handed-over',
    by: { staffName, staffCode, deviceCode },
    number: receiptNumber,
    reason: null,
    collector: { name: collector.name, kind: collector.kind },
    handoverId: id,
    paper: null,
    contested: standing === 'contested',
    centre,
  }
}
