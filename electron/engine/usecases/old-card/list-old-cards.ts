import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { OldCardLine } from '#shared/contract/engine/old-cards.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { closingsOf, type WithdrawnCard } from '#shared/domain/old-card/old-card.ts'
import { ok } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet, Seen } from '../stores.ts'

type Output = OutputOf<'old-card.list'>
const dayMs = 86_400_000
/** Cards of the latest berita acara that are looked through for the list of them. */
const closedLimit = 2000

/** The drawer of old cards and what became of the others. */
export async function listOldCards(deps: Deps, { limit }: { limit: number }): Answer<Output> {
  const now = deps.clock.now()
  return deps.reading(async ({ things }) => {
    const held = await things.list('old-card', { states: ['held'], limit })
    const closed = await things.list('old-card', {
      states: ['destroyed', 'returned', 'given-back'],
      newestFirst: true,
      limit: closedLimit,
    })
    return ok({
      held: held.map((one) => lineOf(one, now)),
      counts: await countsOf(things),
      records: recordsOf(closed),
    })
  })
}

function lineOf({ row, centre }: Seen<WithdrawnCard>, now: Instant): OldCardLine {
  const { id, cardKind, ownerName, ownerNik, drawer, receiptNumber, withdrawnAt, state } = row
  const ageDays = Math.max(0, Math.floor((Date.parse(now) - Date.parse(withdrawnAt)) / dayMs))
  const told = { cardKind, ownerName, drawer, receiptNumber, withdrawnAt, state }
  return { oldCardId: id, ...told, ownerNikMasked: ownerNik && maskNik(ownerNik), ageDays, centre }
}

async function countsOf(things: ReadSet['things']): Promise<Output['counts']> {
  const count = (state: WithdrawnCard['state']) => things.count('old-card', { states: [state] })
  return {
    held: await count('held'),
    destroyed: await count('destroyed'),
    returned: await count('returned'),
    'given-back': await count('given-back'),
  }
}

/** The berita acara, newest first: each card's line names those that it is in. One that clashed with another is part of a case. */
function recordsOf(closed: readonly Seen<WithdrawnCard>[]): Output['records'] {
  const records = new Map<string, Output['records'][number]>()
  for (const { row, centre } of closed)
    for (const { actId, number, kind, at, staffName } of closingsOf(row)) {
      const known = records.get(actId)
      const clashed = row.closing?.actId !== actId || known?.centre === 'case'
      const told = { actId, number, kind, at, staffName, centre: clashed ? 'case' : centre } as const
      records.set(actId, { ...told, cards: (known?.cards ?? 0) + 1 })
    }
  return [...records.values()].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 50)
}
