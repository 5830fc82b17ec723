import { applyAct, narrowed, ruleOf } from '#shared/domain/act/acts.ts'
import { type RowChange, RowSet, traced } from '#shared/domain/act/row-set.ts'
import type { Outcome } from '#shared/domain/act/rule.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { shelfNote } from '#shared/domain/handover/apply-hand-over.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import { lineTakenFrom } from '#shared/domain/shipment/receive-rule.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import type { CardCentreState, Device, KeptCommand } from '../../usecases/stores.ts'
import { type Own, ownOf, seenHere, worse } from './own-act.ts'

/** What the centre says about one card. */
export interface BaseOfCard {
  readonly card: Card | null
  /** Every hand-over of the card whose row is here. */
  readonly handovers: readonly Handover[]
  readonly openCase: Case | null
  /** Other rows that an act about the card needs, e.g. its shipment. */
  readonly neighbours?: readonly RowChange[]
}

interface ShownRow<T> {
  readonly row: T
  readonly centre: CardCentreState
  /** From the base row. */
  readonly differs: boolean
}

export interface Shown {
  readonly card: ShownRow<Card> | null
  readonly handovers: readonly ShownRow<Handover>[]
  /** Lines of the ledger that the centre has not sent yet. */
  readonly movements: readonly Movement[]
}

/**
 * The base with the acts applied that it does not hold yet, in the order in which they came to be known here: this device's own, and those that another
 * desk told of. Pure. A row that lists an act has its effect;
 * a fact without a verdict that contradicts what is shown is marked `will-clash` and changes nothing else.
 */
export function overlay(base: BaseOfCard, commands: readonly KeptCommand[], device: Device): Shown {
  const own = commands.flatMap(ownOf).map((one) => partFor(base, one))
  const rows = rowsWithout(base, own)
  const marks = new Map(base.handovers.map((row) => [row.id, centreOfHandover(row)]))
  const movements: Movement[] = []
  let centre: CardCentreState = base.openCase ? 'case' : 'recorded'
  for (const one of own) {
    if (heldByBase(base, one.actId)) continue
    const outcome = applyAct(one.act, worldFor(one, rows, base), seenHere(one.command, device))
    movements.push(...ledgerOf(one, outcome))
    const missing = outcome.changed.filter((change) => isMissing(base, change, one.actId))
    const settled = settles(base, outcome)
    for (const change of shownOf(base, missing, outcome.verdict, settled)) rows.put(change)
    // What an own count signed, the next count of the same parcel does not say again.
    for (const change of outcome.changed) if (change.entity === 'shipment') rows.put(change)
    const held = base.handovers.find(({ id }) => id === one.actId)
    if (held) rows.put({ entity: 'handover', id: held.id, row: held })
    const state = missing.length === 0 ? 'recorded' : stateOf(one.command, outcome.verdict)
    for (const { entity, id } of missing)
      if (entity === 'handover') marks.set(id, worse(settled ? 'recorded' : (marks.get(id) ?? 'recorded'), state))
    centre = worse(settled ? 'recorded' : centre, state)
  }
  return { ...shownRows(base, rows, marks, centre), movements }
}

/** Lines of the ledger that a fact left. What is only asked for has none before the centre agreed, save the line that moves the card as it is shown. */
const ledgerOf = ({ act }: Own, { changed }: Outcome): Movement[] => {
  const lines = changed.flatMap(({ entity, row }) => (entity === 'movement' ? [row as Movement] : []))
  return ruleOf(act).kind === 'fact' ? lines : lines.filter(({ from, to }) => from !== to)
}

/** Does it end the case that is open about the card? */
const settles = ({ openCase }: BaseOfCard, { changed }: Outcome): boolean =>
  changed.some(({ entity, id, row }) => entity === 'case' && id === openCase?.id && (row as Case).state === 'settled')

/** What a hand-over's own row says about the centre. */
export const centreOfHandover = ({ standing }: Handover): CardCentreState =>
  standing === 'contested' ? 'case' : 'recorded'

/** Of an act about many cards, what is about this one. */
const partFor = ({ card }: BaseOfCard, own: Own): Own =>
  card ? { ...own, act: narrowed(own.act, { entity: 'card', id: card.id }) } : own

/** The row of an own hand-over may come a page before that of its card: it is put back when its act has had its turn. */
function rowsWithout(base: BaseOfCard, own: readonly Own[]): RowSet {
  const rows = new RowSet()
  const { card, handovers, openCase, neighbours = [] } = base
  for (const one of neighbours) rows.put(one)
  if (card) rows.put({ entity: 'card', id: card.id, row: card })
  if (openCase) rows.put({ entity: 'case', id: openCase.id, row: openCase })
  const early = new Set(own.filter(({ actId }) => !heldByBase(base, actId)).map(({ actId }) => actId))
  for (const row of handovers)
    if (traced(card, row.id) || !early.has(row.id)) rows.put({ entity: 'handover', id: row.id, row })
  return rows
}

/** Both rows of a hand-over are here. A card that lists no acts yet is believed when it is gone. */
function heldByBase({ card, handovers }: BaseOfCard, actId: string): boolean {
  if (!handovers.some(({ id }) => id === actId)) return false
  return card === null || (card.state === 'handed-over' && (card.acts === undefined || traced(card, actId)))
}

/** Rows of the card itself and of its hand-overs; a case and a line of the ledger are the centre's to make. */
function isMissing({ card, handovers }: BaseOfCard, { entity, id }: RowChange, actId: string): boolean {
  if (entity === 'card') return id === card?.id && !traced(card, actId)
  if (entity !== 'handover') return false
  const held = handovers.find((row) => row.id === id)
  return held === undefined || (id !== actId && !traced(held, actId))
}

function shownOf(
  { card }: BaseOfCard,
  missing: readonly RowChange[],
  verdict: Outcome['verdict'],
  settled: boolean,
): RowChange[] {
  return missing.flatMap((change) => {
    if (change.entity !== 'card' || settled) return [change]
    return verdict === 'applied' ? [{ ...change, row: { ...change.row, caseId: card?.caseId ?? null } as Card }] : []
  })
}

/**
 * The rows as they stand; for an accepted act that the card lists while the row of its hand-over is behind, with the card as it was before; for a count
 * whose parcel came before its card, with the parcel as it was before.
 */
function worldFor({ act, actId, command }: Own, rows: RowSet, { card }: BaseOfCard): RowSet {
  const world = new RowSet()
  for (const change of rows.all()) world.put(change)
  const parcel = parcelBefore({ act, actId }, rows, card)
  if (parcel) world.put({ entity: 'shipment', id: parcel.id, row: parcel })
  const handover = 'handoverId' in act.payload ? rows.get('handover', act.payload.handoverId) : null
  if (card === null || command.verdict !== 'applied' || !traced(card, actId)) return world
  if (act.type === 'handover.record' && handover === null) {
    const alone = new RowSet()
    alone.put({ entity: 'card', id: card.id, row: { ...card, state: 'ready', handedOver: null, acts: [] } })
    return alone
  }
  if (act.type === 'handover.undo' && !traced(handover, actId))
    world.put({ entity: 'card', id: card.id, row: { ...card, ...goneBy(handover), acts: [] } })
  return world
}

/** The parcel without what it says of this card from this count; null where the card has the count already, or the parcel has not. */
function parcelBefore({ act, actId }: Pick<Own, 'act' | 'actId'>, rows: RowSet, card: Card | null): Shipment | null {
  if (act.type !== 'shipment.receive' || card === null || traced(card, actId)) return null
  const parcel = rows.get('shipment', act.payload.shipmentId)
  if (parcel === null || lineTakenFrom(parcel, card.id) !== actId) return null
  return { ...parcel, lines: parcel.lines.filter(({ cardId }) => cardId !== card.id) }
}

/** As the card was before the undoing: out, by this hand-over. */
const goneBy = (handover: Handover | null): Pick<Card, 'state' | 'handedOver'> => ({
  state: 'handed-over',
  handedOver: handover && shelfNote(handover),
})

function shownRows(
  base: BaseOfCard,
  rows: RowSet,
  marks: ReadonlyMap<string, CardCentreState>,
  centre: CardCentreState,
) {
  const { card, handovers } = base
  const row = card && rows.get('card', card.id)
  const known = new Set<Handover>(handovers)
  const shown = rows.all().flatMap(({ entity, id }) => {
    const handover = entity === 'handover' ? rows.get('handover', id) : null
    return handover ? [{ row: handover, centre: marks.get(id) ?? 'recorded', differs: !known.has(handover) }] : []
  })
  return { card: row && { row, centre, differs: row !== card }, handovers: shown }
}

function stateOf(command: KeptCommand, here: Outcome['verdict']): CardCentreState {
  if (command.verdict === null && here !== 'applied') return 'will-clash'
  if (command.told) return 'neighbour'
  if (command.verdict === null) return 'waiting'
  return command.verdict === 'conflict' ? 'case' : 'recorded'
}
