import type { CardKind, CardState, IssueReason } from '#shared/domain/card/card.ts'
import type { CardPlan } from './cards.ts'
import type { Chance } from './chance.ts'

/** A card that somebody gets an e-Kitir of, to try the program with. `note` says what for. */
export interface ChosenPlan extends CardPlan {
  readonly note: string
  /** A second card of the same application (recorded at 16: a KIA now, the KTP-el later). */
  readonly second?: CardPlan
  readonly noVerifier?: boolean
  /** Our own signed e-Kitir instead of an opaque code. */
  readonly signed?: 'valid' | 'broken'
  readonly owner?: 'teenager' | 'infant'
}

const plan = (kind: CardKind, state: CardState, issueReason: IssueReason, age: number, late = false): CardPlan => ({
  kind,
  state,
  issueReason,
  age,
  late,
})

/** One of everything that can happen at a counter. */
export const chosenPlans: readonly ChosenPlan[] = [
  { note: 'ready', ...plan('ktp-el', 'ready', 'damaged', 1) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'lost', 2) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'data-change', 1) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'moved-in', 3) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'age-17', 1) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'damaged', 4, true) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'damaged', 5) },
  { note: 'ready', ...plan('ktp-el', 'ready', 'data-change', 6) },
  { note: 'ready', ...plan('kia', 'ready', 'new', 4, true) },
  { note: 'ready', ...plan('kia', 'ready', 'new', 2), owner: 'infant' },
  { note: 'ready', ...plan('kia', 'ready', 'damaged', 1) },
  { note: 'handed-over', ...plan('ktp-el', 'handed-over', 'damaged', 2) },
  { note: 'handed-over-elsewhere', ...plan('ktp-el', 'handed-over', 'lost', 3) },
  {
    note: 'two-cards',
    ...plan('kia', 'ready', 'new', 1),
    second: plan('ktp-el', 'ready', 'age-17', 1),
    owner: 'teenager',
  },
  { note: 'no-verifier', ...plan('ktp-el', 'ready', 'damaged', 2), noVerifier: true },
  { note: 'not-ready', ...plan('ktp-el', 'print-queue', 'damaged', 0) },
  { note: 'not-ready', ...plan('kia', 'shipped', 'new', 0) },
  { note: 'late', ...plan('ktp-el', 'print-queue', 'data-change', 0, true) },
  { note: 'uncollected', ...plan('ktp-el', 'ready', 'age-17', 97) },
  { note: 'damaged', ...plan('ktp-el', 'damaged', 'lost', 6) },
  { note: 'returned', ...plan('ktp-el', 'returned', 'damaged', 120) },
  { note: 'lost', ...plan('ktp-el', 'lost', 'damaged', 9) },
  { note: 'not-ready', ...plan('ktp-el', 'printed', 'lost', 0) },
  { note: 'not-ready', ...plan('ktp-el', 'sorted', 'data-change', 0) },
  { note: 'own-signed', ...plan('ktp-el', 'ready', 'damaged', 1), signed: 'valid' },
  { note: 'broken-signature', ...plan('ktp-el', 'ready', 'damaged', 1), signed: 'broken' },
]

const reasons: Record<CardKind, readonly IssueReason[]> = {
  'ktp-el': ['damaged', 'damaged', 'damaged', 'lost', 'lost', 'data-change', 'age-17', 'moved-in'],
  kia: ['new', 'new', 'new', 'lost', 'damaged'],
}

/** Shares of a kelurahan's cards by what has become of them. */
const states: readonly (readonly [number, CardState])[] = [
  [0.56, 'ready'],
  [0.22, 'handed-over'],
  [0.06, 'print-queue'],
  [0.02, 'printed'],
  [0.02, 'sorted'],
  [0.08, 'shipped'],
  [0.02, 'returned'],
  [0.01, 'lost'],
  [0.01, 'damaged'],
]

export function anyPlan(chance: Chance): CardPlan {
  const kind = chance.happens(0.72) ? 'ktp-el' : 'kia'
  const state = stateAt(chance.next())
  const age = chance.happens(0.14) ? chance.whole(31, 110) : chance.whole(0, 28)
  return plan(kind, state, chance.pick(reasons[kind]), age, chance.happens(0.06))
}

function stateAt(point: number): CardState {
  let passed = 0
  for (const [share, state] of states) {
    passed += share
    if (point < passed) return state
  }
  return 'ready'
}
