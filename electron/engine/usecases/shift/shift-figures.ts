import { isInDrawer } from '#shared/domain/ledger/drawer-balance.ts'
import { clockFactsOf } from '#shared/domain/service-clock/facts-of.ts'
import { serviceClock } from '#shared/domain/service-clock/service-clock.ts'
import type { ShiftFigures } from '#shared/domain/shift/shift.ts'
import type { Instant } from '#shared/domain/time.ts'
import { cardLines } from '../card/card-lines.ts'
import type { ReadSet, SeenCard } from '../stores.ts'
import type { LedgerSince } from './ledger-since.ts'

interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** What of the store is read. */
type Reads = Pick<ReadSet, 'things' | 'cards' | 'applications' | 'promises' | 'settings'>

const isIn = ({ from, to }: Span, at: Instant | undefined) => at !== undefined && at >= from && at <= to

/** What else happened in the shift, counted as it is known at its end: kept with the closing, so that the signed paper stays as it was. */
export async function shiftFigures(db: Reads, ledger: LedgerSince, span: Span): Promise<ShiftFigures> {
  return {
    handOvers: byCollector(ledger),
    oldCards: await oldCardsIn(db, span),
    promise: await promiseIn(db, ledger, span),
    complaints: await complaintsIn(db, span),
    payments: await paymentsIn(db, span),
  }
}

/** `held`: in the drawer of old cards at the end. */
async function oldCardsIn(db: Pick<ReadSet, 'things'>, span: Span): Promise<ShiftFigures['oldCards']> {
  const all = (await db.things.list('old-card')).map(({ row }) => row)
  const closedAs = (state: (typeof all)[number]['state']) =>
    all.filter((one) => one.state === state && isIn(span, one.closing?.at)).length
  return {
    held: all.filter(({ state }) => state === 'held').length,
    withdrawn: all.filter(({ withdrawnAt }) => isIn(span, withdrawnAt)).length,
    destroyed: closedAs('destroyed'),
    returned: closedAs('returned'),
  }
}

/** Cards that came in during the shift, in time or late by the clock of their application, and those that are still awaited. */
async function promiseIn(db: Reads, { lines }: LedgerSince, { to: now }: Span): Promise<ShiftFigures['promise']> {
  const arrived = lines.filter(({ kind }) => kind === 'received')
  const cards = (await Promise.all(arrived.map(({ cardId }) => db.cards.find(cardId)))).flatMap((seen) => seen ?? [])
  const kept = (await cardLines(db, cards, now)).map(({ promise }) => promise.kind)
  const of = (kind: (typeof kept)[number]) => kept.filter((one) => one === kind).length
  const { late, running, 'due-soon': soon } = await db.promises.counts('', { now, soonUntil: now })
  const sentLater = await awaitedNoMore(db, cards, now)
  return {
    onTime: of('on-time'),
    late: of('late') + late - sentLater.late,
    running: running + soon - sentLater.running,
  }
}

/** Of the applications that still wait by what the centre sent, those whose card was counted in here and not sent yet. */
async function awaitedNoMore(db: Reads, cards: readonly SeenCard[], now: Instant) {
  const found = await db.applications.some([...new Set(cards.map(({ row }) => row.applicationId))])
  const counts = { late: 0, running: 0 }
  for (const application of found.filter(({ fulfilledAt }) => fulfilledAt === null)) {
    const { terms, register } = await db.promises.terms(application.collectionUnit)
    const { state } = serviceClock(clockFactsOf(application, register), terms, now)
    if (state === 'late') counts.late += 1
    if (state === 'running' || state === 'due-soon') counts.running += 1
  }
  return counts
}

async function complaintsIn(db: Pick<ReadSet, 'things'>, span: Span): Promise<ShiftFigures['complaints']> {
  const all = (await db.things.list('complaint')).map(({ row }) => row)
  return {
    taken: all.filter(({ at }) => isIn(span, at)).length,
    answered: all.filter(({ answers }) => isIn(span, answers[0]?.at)).length,
    open: all.filter(({ state }) => state === 'open').length,
  }
}

async function paymentsIn(db: Pick<ReadSet, 'things'>, span: Span): Promise<ShiftFigures['payments']> {
  const claims = (await db.things.list('claim')).map(({ row }) => row)
  const paid = claims
    .flatMap(({ happenings }) => happenings)
    .flatMap((one) => (one.kind === 'paid' && isIn(span, one.at) ? [one] : []))
  return { count: paid.length, amount: paid.reduce((sum, { amount }) => sum + amount, 0) }
}

const collectors = ['self', 'family', 'proxy', 'guardian', 'mobile-team'] as const

/** Those that took a card out of the drawer, by who collected. */
function byCollector({ handovers }: LedgerSince): ShiftFigures['handOvers'] {
  const taken = handovers.filter(({ from }) => isInDrawer(from ?? null))
  return collectors.flatMap((collector) => {
    const own = taken.filter((one) => one.collector.kind === collector)
    const ktpEl = own.filter(({ cardKind }) => cardKind === 'ktp-el').length
    return own.length === 0 ? [] : [{ collector, ktpEl, kia: own.length - ktpEl }]
  })
}
