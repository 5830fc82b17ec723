import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { ApplicationStatus } from '#shared/domain/application/application.ts'
import type { Card, CardState } from '#shared/domain/card/card.ts'
import type { Db } from '../database/open-database.ts'
import { readRow, readRowsByKey } from './read-row.ts'
import { kitirKey } from './row-keys.ts'

const statusOf: Partial<Record<CardState, ApplicationStatus>> = {
  ready: 'SIAP_DIAMBIL',
  'handed-over': 'DISERAHKAN',
  returned: 'RETUR',
  lost: 'HILANG_KEL',
  damaged: 'RUSAK',
}

/** One e-Kitir may yield two cards: its application follows the card that has come least far. */
const order: readonly CardState[] = ['lost', 'damaged', 'returned', 'ready', 'handed-over']

/** The applications whose cards changed their state, with the status that follows from all of them. */
export async function followingApplications(
  trx: Db,
  before: ReadonlyMap<string, Card>,
  changed: readonly RowChange[],
): Promise<RowChange[]> {
  const following: RowChange[] = []
  for (const card of changed.flatMap(({ entity, row }) => (entity === 'card' ? [row as Card] : []))) {
    if (card.state === before.get(card.id)?.state) continue
    const application = await readRow(trx, 'application', card.applicationId)
    const status = application && (await statusFrom(trx, card, changed))
    if (!application || !status || application.status === status) continue
    const fulfilledAt = application.fulfilledAt ?? card.fulfilledAt
    following.push({ entity: 'application', id: application.id, row: { ...application, status, fulfilledAt } })
  }
  return [...new Map(following.map((one) => [one.id, one])).values()]
}

async function statusFrom(trx: Db, card: Card, changed: readonly RowChange[]): Promise<ApplicationStatus | null> {
  const stored = await readRowsByKey(trx, 'card', kitirKey(card.kitirNumber))
  const now = new Map(changed.map(({ id, row }) => [id, row as Card]))
  const states = stored
    .filter(({ applicationId }) => applicationId === card.applicationId)
    .map(({ id, state }) => now.get(id)?.state ?? state)
  if (states.some((state) => !order.includes(state))) return null
  const least = order.find((state) => states.includes(state)) ?? card.state
  return statusOf[least] ?? null
}
