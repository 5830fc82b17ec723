import fc from 'fast-check'
import type { CardState } from '../../card/card.ts'
import { decisions } from '../../handover/handover.ts'
import { isOut } from '../../handover/undo.ts'
import type { ClerkMove } from '../../movement/card-move-rule.ts'
import { movedState } from '../../movement/moved-state.ts'
import type { Act } from '../acts.ts'
import type { RowName, RowTypes } from '../row-types.ts'
import {
  type AWorld,
  counted,
  dispatched,
  handedOver,
  moved,
  noted,
  oldCardsMoved,
  settled,
  signature,
  undone,
  withdrew,
} from './an-act.ts'
import { filed, reissued, repaired, takenBack } from './filing-acts.ts'

const clerkMoves = [
  'stored',
  'damaged',
  'misprinted',
  'lost',
  'found',
  'wrong-data',
  'taken-back',
  'reminded',
  'returned',
  'carried-out',
  'carried-back',
] as const satisfies readonly ClerkMove[]

const whats = [
  ...clerkMoves,
  'found',
  'carried-out',
  'carried-back',
  'carried-back',
  'hand-over',
  'hand-over',
  'hand-over',
  'withdraw',
  'undo',
  'undo',
  'settle',
  'settle',
  'settle',
  'note',
  'count',
  'count',
  'count',
  'dispatch',
  'old-cards',
  'file',
  'file',
  'repair',
  'take-back',
  'reissue',
] as const

/**
 * What somebody does next. Which card, hand-over or case it is about is drawn from the world as it stands then: `fit` takes one of those that it can be about,
 * otherwise any, so that both what goes well and what contradicts come up often.
 */
export const aStep = fc.record({
  what: fc.constantFrom(...whats),
  picks: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  fit: fc.nat(4).map((number) => number > 0),
  permitted: fc.nat(7).map((number) => number > 0),
})
export type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never

export const someSteps = fc.array(aStep, { minLength: 1, maxLength: 30, size: 'max' })

const rowsOf = <E extends RowName>(world: AWorld, entity: E): readonly RowTypes[E][] =>
  world.rows.all().flatMap((one) => (one.entity === entity ? [one.row as RowTypes[E]] : []))

const pickFrom = <T>(some: readonly T[], pick: number): T | undefined => some[pick % Math.max(1, some.length)]

interface At {
  readonly world: AWorld
  readonly id: string
  readonly fit: boolean
  readonly picks: readonly [number, number, number]
}

/** A card in such a state; every other time one that a case is about, where the odd things happen. */
function oneCard({ world, fit, picks: [first, , third] }: At, able: (state: CardState) => boolean): string {
  const cards = rowsOf(world, 'card')
  const disputed = cards.filter(({ caseId }) => caseId !== null)
  if (third % 2 === 1 && disputed.length > 0) return pickFrom(disputed, first)?.id ?? ''
  const some = fit ? cards.filter(({ state }) => able(state)) : cards
  return pickFrom(some.length > 0 ? some : cards, first)?.id ?? ''
}

/** On the shelf, or gone already: that makes the cases. */
const givenCard = (at: At) =>
  oneCard(at, (state) => (at.picks[1] % 3 === 0 ? state === 'handed-over' : state === 'ready' || state === 'with-team'))

function undoing({ world, id, fit, picks: [first, , third] }: At): Act | null {
  const given = rowsOf(world, 'handover')
  const out = given.filter((one) => isOut(one, world.card(one.cardId)))
  const disputed = out.filter(({ cardId }) => world.card(cardId)?.caseId)
  const one = pickFrom(fit ? (third % 2 === 1 && disputed.length > 0 ? disputed : out) : given, first)
  return one ? undone(id, one.id, one.cardId) : null
}

function settling({ world, id, fit, picks: [first, second, third] }: At): Act | null {
  const files = rowsOf(world, 'case')
  const open = files.filter(({ state }) => state === 'open')
  const clashes = open.filter(({ kind }) => kind === 'double-hand-over')
  const file = pickFrom(fit ? (clashes.length > 0 ? clashes : open) : files, first)
  if (!file) return null
  const double = file.kind === 'double-hand-over'
  const decision = pickFrom(fit ? (double ? decisions.slice(0, 2) : decisions.slice(2)) : decisions, second)
  const stands = decision === 'one-stands' ? (pickFrom(file.handoverIds, third) ?? null) : null
  const told = { decision: decision ?? 'accepted', handoversSeen: file.handoverIds }
  return settled(id, file.cardId ?? '', file.id, stands, told)
}

function noting({ world, id, picks: [first] }: At): Act | null {
  const file = pickFrom(rowsOf(world, 'case'), first)
  return file ? noted(id, file.cardId ?? '', file.id) : null
}

const findings = ['good', 'damaged', 'missing', 'extra'] as const

function counting({ world, id, fit, picks: [first, second, third] }: At): Act | null {
  const parcel = pickFrom(rowsOf(world, 'shipment'), first)
  const found = rowsOf(world, 'card').filter((card) => (fit ? parcel?.cardIds.includes(card.id) : true))
  const lines = found.map(({ id: cardId }, at) => [cardId, pickFrom(findings, second + at) ?? 'good'] as const)
  return parcel && lines.length > 0 ? counted(id, Object.fromEntries(lines), third % 2 === 0, parcel.id) : null
}

function emptying({ world, id, fit, picks: [first, second] }: At): Act | null {
  const olds = rowsOf(world, 'old-card')
  const old = pickFrom(fit ? olds.filter(({ state }) => state === 'held') : olds, first)
  return old ? oldCardsMoved(id, second % 2 === 0 ? 'destroyed' : 'returned', [old.id, old.cardId]) : null
}

const goingOn = { repair: repaired, 'take-back': takenBack, reissue: reissued } as const

function ofFiling(what: keyof typeof goingOn, { world, id, picks: [first] }: At): Act | null {
  const filing = pickFrom(rowsOf(world, 'filing'), first)
  return filing ? goingOn[what](id, filing) : null
}

const beforeTheCourier: readonly CardState[] = ['print-queue', 'printed', 'sorted']

/** One card, or two at once. */
function moving(kind: ClerkMove, at: At): Act {
  const one = oneCard(at, (state) => movedState(state, kind) !== null)
  const other = at.picks[1] % 2 === 0 ? pickFrom(rowsOf(at.world, 'card'), at.picks[2])?.id : one
  return moved(at.id, kind, ...new Set([one, other ?? one]))
}

/** The act of a step in this world; null where there is nothing yet that it could be about. */
export function actOf({ what, picks, fit }: Step, world: AWorld, id: string): Act | null {
  const at = { world, id, fit, picks }
  switch (what) {
    case 'hand-over':
      return handedOver(id, givenCard(at))
    case 'withdraw':
      return withdrew(id, givenCard(at))
    case 'undo':
      return undoing(at)
    case 'settle':
      return settling(at)
    case 'note':
      return noting(at)
    case 'count':
      return counting(at)
    case 'dispatch':
      return dispatched(
        id,
        oneCard(at, (state) => beforeTheCourier.includes(state)),
      )
    case 'old-cards':
      return emptying(at)
    case 'file':
      return filed(id, signature)
    case 'repair':
    case 'take-back':
    case 'reissue':
      return ofFiling(what, at)
    default:
      return moving(what, at)
  }
}
