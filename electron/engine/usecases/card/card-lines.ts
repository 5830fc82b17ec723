import type { CardLine } from '#shared/contract/engine/values.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { promiseByClock } from '#shared/domain/promise/promise-state.ts'
import { clockFactsOf } from '#shared/domain/service-clock/facts-of.ts'
import { serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import type { Instant } from '#shared/domain/time.ts'
import { type ShelfMoments, shelfMoments } from '../card-views.ts'
import type { ReadSet, SeenCard } from '../stores.ts'
import { cardLine } from './card-line.ts'

/**
 * What a list shows of cards, each with its promise as the clock of its application reads now. Where the application is not known here, the due time that
 * the centre wrote with the card counts.
 */
export async function cardLines(
  db: Pick<ReadSet, 'applications' | 'promises' | 'settings'>,
  cards: readonly SeenCard[],
  now: Instant,
): Promise<CardLine[]> {
  const found = await db.applications.some([...new Set(cards.map(({ row }) => row.applicationId))])
  const applications = new Map(found.map((application) => [application.id, application]))
  const at = shelfMoments(now, (await db.settings.region()).limits)
  const lines: CardLine[] = []
  for (const seen of cards) {
    const line = { ...cardLine(seen, now), ...waitsOf(seen.row, at) }
    const application = applications.get(seen.row.applicationId)
    if (!application) {
      lines.push(line)
      continue
    }
    const { terms, register } = await db.promises.terms(application.collectionUnit)
    // What was counted in here and not sent yet is on the shelf all the same.
    const fulfilledAt = application.fulfilledAt ?? seen.row.fulfilledAt
    const facts = clockFactsOf({ ...application, fulfilledAt }, register)
    lines.push({ ...line, promise: promiseByClock(serviceClock(facts, terms, now), facts) })
  }
  return lines
}

function waitsOf({ state, arrivedAt, remindedAt }: Card, at: ShelfMoments): Pick<CardLine, 'waits'> {
  if (state !== 'ready' || arrivedAt === null) return {}
  if (arrivedAt < at.returnBefore) return { waits: 'to-return' }
  return arrivedAt < at.remindBefore && !remindedAt ? { waits: 'to-remind' } : {}
}

/** One card, as in a list. */
export async function shownCard(
  db: Pick<ReadSet, 'applications' | 'promises' | 'settings'>,
  card: SeenCard,
  now: Instant,
): Promise<CardLine> {
  const [line] = await cardLines(db, [card], now)
  if (!line) throw new Error('a card without a line')
  return line
}
