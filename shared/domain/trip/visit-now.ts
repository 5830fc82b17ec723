import type { Instant } from '../time.ts'
import { inOrder } from './in-order.ts'
import type { ServedItem, Visit, VisitChanged, VisitLeft, VisitOutcome, VisitSet, VisitState } from './visit.ts'

/** How a person on site stands. */
export interface VisitNow extends Required<Omit<VisitSet, 'recording'>> {
  readonly name: string
  readonly recording: VisitSet['recording'] | null
  readonly state: VisitState
  /** null while the person is here. */
  readonly outcome: VisitOutcome | null
  readonly outcomeNote: string
  readonly items: readonly ServedItem[]
  readonly calledAt: Instant | null
  readonly servedAt: Instant | null
  readonly leftAt: Instant | null
}

type Happening = { readonly at: Instant; readonly id: string } & (
  | { readonly change: VisitChanged }
  | { readonly left: VisitLeft }
)

/** Worked out from everything that was said of a person, in the order of time: the same whatever order it came in. Who is called again after leaving is here again. */
export function visitNow({ opened, changes, leavings }: Pick<Visit, 'opened' | 'changes' | 'leavings'>): VisitNow {
  const happenings: Happening[] = [
    ...changes.map((change) => ({ at: change.at, id: change.changeId, change })),
    ...leavings.map((left) => ({ at: left.at, id: left.leaveId, left })),
  ]
  const { name, nik, placeId, targetId, wants } = opened
  const start: VisitNow = {
    ...{ name, nik, placeId, targetId, wants, note: '', recording: null },
    ...{ state: 'waiting', outcome: null, outcomeNote: '', items: [], calledAt: null, servedAt: null, leftAt: null },
  }
  const struck = new Set(changes.flatMap(({ strike }) => strike))
  const now = inOrder(happenings, ({ id }) => id).reduce(after, start)
  return { ...now, items: now.items.filter(({ id }) => !struck.has(id)) }
}

function after(now: VisitNow, happening: Happening): VisitNow {
  if ('left' in happening) {
    const { at, outcome, note } = happening.left
    return { ...now, state: 'left', outcome, outcomeNote: note, leftAt: at }
  }
  const { at, step, set, add } = happening.change
  const said = { ...now, ...present(set), items: [...now.items, ...add] }
  if (step === null) return said
  const back = { ...said, state: step, outcome: null, outcomeNote: '', leftAt: null, calledAt: now.calledAt ?? at }
  return step === 'serving' ? { ...back, servedAt: now.servedAt ?? at } : back
}

/** Only what was said: a key without a value says nothing. */
const present = (set: VisitSet): Partial<VisitNow> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
