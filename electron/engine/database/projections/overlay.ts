import type { Card } from '#shared/domain/card/card.ts'
import { applyHandOver } from '#shared/domain/handover/apply-hand-over.ts'
import type { Case, Handover, HandoverFact } from '#shared/domain/handover/handover.ts'
import type { CentreState, Device, KeptCommand } from '../../usecases/stores.ts'

/** What the centre says about one card. */
export interface BaseOfCard {
  readonly card: Card | null
  readonly standing: Handover | null
  readonly openCase: Case | null
  /** Ids of hand-overs whose base row is (or was) here. */
  readonly handoverIds: ReadonlySet<string>
}

export interface Shown {
  readonly card: { readonly row: Card; readonly centre: CentreState; readonly differs: boolean } | null
  readonly handovers: readonly { readonly row: Handover; readonly centre: CentreState }[]
}

/**
 * The base with this device's hand-overs applied that it does not hold yet. Pure. A fact whose hand-over row has come is no longer applied; one
 * without a verdict that contradicts the base is shown as `will-clash` and changes nothing else.
 */
export function overlay(base: BaseOfCard, commands: readonly KeptCommand[], device: Device): Shown {
  const own = commands.filter((command) => command.type === 'handover.record' && command.verdict !== 'refused')
  let card = base.card
  let standing = gone(base.card) ? base.standing : exceptOwn(base.standing, own)
  let centre: CentreState = base.openCase ? 'case' : 'recorded'
  const handovers: { row: Handover; centre: CentreState }[] = []
  for (const command of own) {
    const fact: HandoverFact = JSON.parse(command.payload)
    const settled = base.handoverIds.has(fact.handoverId)
    if (settled && gone(base.card)) continue
    const after = applyHandOver({ card, standing, openCase: base.openCase }, fact, seenHere(command, fact, device))
    const state = stateOf(command, after.verdict)
    if (!settled) handovers.push(...after.handovers.map((row) => ({ row, centre: state })))
    if (after.verdict === 'applied') card = after.card && { ...after.card, caseId: base.card?.caseId ?? null }
    standing = after.handovers.find((row) => row.standing === 'stands') ?? standing
    centre = worse(centre, settled ? 'recorded' : state)
  }
  return { card: card && { row: card, centre, differs: card !== base.card }, handovers }
}

const gone = (card: Card | null) => card === null || card.state === 'handed-over'

/** The row of a hand-over may come a page before that of its card. */
const exceptOwn = (standing: Handover | null, own: readonly KeptCommand[]) =>
  standing && own.some(({ payload }) => payload.includes(standing.id)) ? null : standing

const seenHere = (command: KeptCommand, fact: HandoverFact, device: Device) => ({
  scope: device.homeScope,
  deviceId: device.deviceId,
  acceptedAt: null,
  flags: fact.noticed ?? [],
  caseId: command.commandId,
})

function stateOf(command: KeptCommand, here: 'applied' | 'conflict'): CentreState {
  if (command.verdict === null) return here === 'applied' ? 'waiting' : 'will-clash'
  return command.verdict === 'conflict' ? 'case' : 'recorded'
}

const rank: Record<CentreState, number> = { recorded: 0, waiting: 1, case: 2, 'will-clash': 3 }
const worse = (a: CentreState, b: CentreState) => (rank[a] >= rank[b] ? a : b)
