import type { CardState } from '../card/card.ts'
import type { Handover } from '../handover/handover.ts'
import type { Movement, MovementKind } from '../movement/movement.ts'

/** Cards that lie in the drawer of a unit, to be given out or not. */
const inDrawer: readonly CardState[] = ['ready', 'damaged']

export const isInDrawer = (state: CardState | null): boolean => state !== null && inDrawer.includes(state)

/** Pieces that came into the drawer and went out of it, by why. */
export interface DrawerBalance {
  /** Counted in from a parcel. */
  readonly received: number
  /** Back after a mistaken hand-over, found again, brought back by a team. */
  readonly cameBack: number
  /** Also what a decision found to have been given. */
  readonly handedOver: number
  readonly returned: number
  readonly lost: number
  /** With a mobile team, or out for another reason. */
  readonly carriedOut: number
  /** What is in the drawer more (or less) than before all this: in less out. */
  readonly change: number
}

type Line = Pick<Movement, 'kind' | 'from' | 'to'>
type Given = Pick<Handover, 'from'>

/**
 * The sum of the card ledger: masuk - keluar - retur - hilang. Every line and hand-over says itself from where the card was taken, so the sum holds whatever
 * the order, also for what should not have been: a line that could not move its card has the same state before and after. Pure.
 */
export function drawerBalance(lines: readonly Line[], handovers: readonly Given[]): DrawerBalance {
  const into = lines.filter(({ from, to }) => !isInDrawer(from) && isInDrawer(to))
  const out = lines.filter(({ from, to }) => isInDrawer(from) && to !== null && !isInDrawer(to))
  const of = (some: readonly Line[], ...kinds: readonly MovementKind[]) =>
    some.filter(({ kind }) => kinds.includes(kind)).length
  const received = of(into, 'received', 'received-damaged')
  const returned = of(out, 'returned')
  const lost = of(out, 'lost')
  const settled = of(out, 'settled-given', 'double-print')
  const handedOver = settled + handovers.filter(({ from }) => isInDrawer(from ?? null)).length
  return {
    received,
    cameBack: into.length - received,
    handedOver,
    returned,
    lost,
    carriedOut: out.length - returned - lost - settled,
    change: into.length - out.length - handedOver + settled,
  }
}
