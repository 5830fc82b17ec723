import { handOverRule } from '../handover/hand-over-rule.ts'
import type { HandoverFact } from '../handover/handover.ts'
import { type CaseSettled, settleRule } from '../handover/settle.ts'
import type { HandoverUndone } from '../handover/undo.ts'
import { undoRule } from '../handover/undo-rule.ts'
import { type CardsMoved, cardMoveRule } from '../movement/card-move-rule.ts'
import { receiveRule } from '../shipment/receive-rule.ts'
import type { ShipmentReceived } from '../shipment/shipment.ts'
import type { RowChange, RowSet } from './row-set.ts'
import { traced } from './row-set.ts'
import type { RowRef } from './row-types.ts'
import type { Need, Outcome, Rule, Seen } from './rule.ts'
import type { Traced } from './traced.ts'

/** Everything that a person can do, by the name under which it is sent. */
export interface ActPayloads {
  'handover.record': HandoverFact
  'handover.undo': HandoverUndone
  'shipment.receive': ShipmentReceived
  'card.move': CardsMoved
  'case.settle': CaseSettled
}

export type ActType = keyof ActPayloads

const rules: { readonly [T in ActType]: Rule<ActPayloads[T]> } = {
  'handover.record': handOverRule,
  'handover.undo': undoRule,
  'shipment.receive': receiveRule,
  'card.move': cardMoveRule,
  'case.settle': settleRule,
}

export const isActType = (type: string): type is ActType => Object.hasOwn(rules, type)

/** Does it say that something happened? Then it is never refused, whatever is wrong with it. */
export const isFactType = (type: string): boolean => isActType(type) && rules[type].kind === 'fact'

/** An act as it was sent: its kind with the payload that belongs to it. */
export type Act = { [T in ActType]: { readonly type: T; readonly payload: ActPayloads[T] } }[ActType]

/** The rule of an act. The table pairs each kind with its own payload, which the type of a union cannot say. */
export const ruleOf = ({ type }: Act): Rule<Act['payload']> => rules[type] as unknown as Rule<Act['payload']>

/** What must be loaded before the act is applied. */
export const needsOf = (act: Act): readonly Need[] => ruleOf(act).needs(act.payload)

/** The rows that an act is about by their own names. */
export const subjectsOf = (act: Act): readonly RowRef[] =>
  needsOf(act).filter((need: Need): need is RowRef => 'id' in need)

/** Applies an act to the rows it needs. A row that has its effect already is left as it is; every changed row remembers the act. */
export function applyAct(act: Act, rows: RowSet, seen: Seen): Outcome {
  const rule = ruleOf(act)
  const actId = rule.id(act.payload)
  const had = rows.all().filter(({ row }) => tracedIn(row, actId))
  const outcome = rule.apply(rows, act.payload, seen)
  const untouched = new Set(had.map(keyOf))
  const changed = lastOf(outcome.changed)
    .filter((change) => !untouched.has(keyOf(change)))
    .map((change) => withTrace(change, actId))
  for (const change of [...had, ...changed]) rows.put(change)
  return { ...outcome, changed }
}

const keyOf = ({ entity, id }: RowRef) => `${entity}/${id}`

const tracedIn = (row: object, actId: string) => traced(row as Traced, actId)

/** A card may be changed twice within one act: the last state counts. */
function lastOf(changes: readonly RowChange[]): readonly RowChange[] {
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()]
}

function withTrace(change: RowChange, actId: string): RowChange {
  const { acts = [] } = change.row as Traced
  return acts.includes(actId) ? change : ({ ...change, row: { ...change.row, acts: [...acts, actId] } } as RowChange)
}
