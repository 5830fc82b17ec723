import { type Act, applyAct, isActType, ruleOf } from '#shared/domain/act/acts.ts'
import { type RowChange, RowSet, traced } from '#shared/domain/act/row-set.ts'
import type { Outcome } from '#shared/domain/act/rule.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Case, Handover } from '#shared/domain/handover/handover.ts'
import type { CentreState, Device, KeptCommand } from '../../usecases/stores.ts'

/** What the centre says about one card. */
export interface BaseOfCard {
  readonly card: Card | null
  /** Every hand-over of the card whose row is here. */
  readonly handovers: readonly Handover[]
  readonly openCase: Case | null
}

interface ShownRow<T> {
  readonly row: T
  readonly centre: CentreState
  /** From the base row. */
  readonly differs: boolean
}

export interface Shown {
  readonly card: ShownRow<Card> | null
  readonly handovers: readonly ShownRow<Handover>[]
}

/** One of this device's own acts, by the id of what it did. */
interface Own {
  readonly command: KeptCommand
  readonly act: Act
  readonly actId: string
}

/**
 * The base with this device's own acts applied that it does not hold yet, in the order of the outbox. Pure. A row that lists an act has its effect;
 * a fact without a verdict that contradicts what is shown is marked `will-clash` and changes nothing else.
 */
export function overlay(base: BaseOfCard, commands: readonly KeptCommand[], device: Device): Shown {
  const own = commands.flatMap(ownOf)
  const rows = rowsWithout(base, own)
  const marks = new Map(base.handovers.map((row) => [row.id, centreOfHandover(row)]))
  let centre: CentreState = base.openCase ? 'case' : 'recorded'
  for (const one of own) {
    if (heldByBase(base, one.actId)) continue
    const outcome = applyAct(one.act, worldFor(one, rows, base), seenHere(one, device))
    const missing = outcome.changed.filter((change) => isMissing(base, change, one.actId))
    for (const change of shownOf(base, missing, outcome.verdict)) rows.put(change)
    const held = base.handovers.find(({ id }) => id === one.actId)
    if (held) rows.put({ entity: 'handover', id: held.id, row: held })
    const state = missing.length === 0 ? 'recorded' : stateOf(one.command, outcome.verdict)
    for (const { entity, id } of missing)
      if (entity === 'handover') marks.set(id, worse(marks.get(id) ?? 'recorded', state))
    centre = worse(centre, state)
  }
  return shownRows(base, rows, marks, centre)
}

/** What a hand-over's own row says about the centre. */
export const centreOfHandover = ({ standing }: Handover): CentreState =>
  standing === 'contested' ? 'case' : 'recorded'

/** The payload was checked when this program wrote it. */
function ownOf(command: KeptCommand): readonly Own[] {
  if (!isActType(command.type) || command.verdict === 'refused') return []
  const act = { type: command.type, payload: JSON.parse(command.payload) } as Act
  return [{ command, act, actId: ruleOf(act).id(act.payload) }]
}

/** The row of an own hand-over may come a page before that of its card: it is put back when its act has had its turn. */
function rowsWithout(base: BaseOfCard, own: readonly Own[]): RowSet {
  const rows = new RowSet()
  const { card, handovers, openCase } = base
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

function shownOf({ card }: BaseOfCard, missing: readonly RowChange[], verdict: Outcome['verdict']): RowChange[] {
  return missing.flatMap((change) => {
    if (change.entity !== 'card') return [change]
    return verdict === 'applied' ? [{ ...change, row: { ...change.row, caseId: card?.caseId ?? null } as Card }] : []
  })
}

/** The rows as they stand; for an accepted act that the card lists while the row of its hand-over is behind, with the card as it was before. */
function worldFor({ act, actId, command }: Own, rows: RowSet, { card }: BaseOfCard): RowSet {
  const world = new RowSet()
  for (const change of rows.all()) world.put(change)
  const handover = 'handoverId' in act.payload ? rows.get('handover', act.payload.handoverId) : null
  if (card === null || command.verdict !== 'applied' || !traced(card, actId)) return world
  if (act.type === 'handover.record' && handover === null) {
    const alone = new RowSet()
    alone.put({ entity: 'card', id: card.id, row: { ...card, state: 'ready', handedOver: null, acts: [] } })
    return alone
  }
  if (act.type === 'handover.undo' && !traced(handover, actId))
    world.put({ entity: 'card', id: card.id, row: { ...card, state: 'handed-over', acts: [] } })
  return world
}

function shownRows(base: BaseOfCard, rows: RowSet, marks: ReadonlyMap<string, CentreState>, centre: CentreState) {
  const { card, handovers } = base
  const row = card && rows.get('card', card.id)
  const known = new Set<Handover>(handovers)
  const shown = rows.all().flatMap(({ entity, id }) => {
    const handover = entity === 'handover' ? rows.get('handover', id) : null
    return handover ? [{ row: handover, centre: marks.get(id) ?? 'recorded', differs: !known.has(handover) }] : []
  })
  return { card: row && { row, centre, differs: row !== card }, handovers: shown }
}

const seenHere = ({ command }: Own, device: Device) => ({
  scope: device.homeScope,
  deviceId: device.deviceId,
  acceptedAt: null,
  permitted: true,
  flags: [],
  caseId: command.commandId,
})

function stateOf(command: KeptCommand, here: Outcome['verdict']): CentreState {
  if (command.verdict === null) return here === 'applied' ? 'waiting' : 'will-clash'
  return command.verdict === 'conflict' ? 'case' : 'recorded'
}

const rank: Record<CentreState, number> = { recorded: 0, waiting: 1, case: 2, 'will-clash': 3 }
const worse = (a: CentreState, b: CentreState) => (rank[a] >= rank[b] ? a : b)
