import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { Deps, Who } from '../deps.ts'
import { pinVerifiersOf } from '../ekitir/kitirs-of.ts'
import { noteIfRoom } from '../note-if-room.ts'
import type { ScanRow, WriteSet } from '../stores.ts'

type Noted = Pick<ScanRow, 'outcome' | 'ownerName' | 'cardId' | 'detail'>

/** Keeps the scan's outcome for the list and the audit chain, never the text of the code; not where the disk is full. */
export async function noteScan(deps: Deps, result: ScanResult, { staff }: Who): Promise<void> {
  const at = deps.clock.now()
  await noteIfRoom(deps, 'scan', async (tx) => {
    const noted = await outcomeOf(tx, result)
    await tx.scans.add({ id: deps.ids.uuid(), at, staffId: staff.id, ...noted })
    await tx.audit.append({ kind: 'scan', subject: noted.cardId ?? noted.outcome, staffId: staff.id, at })
  })
  deps.announce('scans')
}

async function outcomeOf(tx: WriteSet, result: ScanResult): Promise<Noted> {
  const none = { ownerName: null, cardId: null, detail: null }
  switch (result.kind) {
    case 'cards':
      return cardOutcome(tx, result)
    case 'no-card-yet':
      return { outcome: 'not-ready', ownerName: result.ownerName, cardId: null, detail: result.status }
    case 'application':
      return { ...none, outcome: 'application', ownerName: result.ownerName, detail: result.kitirNumber }
    case 'kitir-replaced':
      return { ...none, outcome: 'kitir-replaced', detail: result.kitirNumber }
    case 'elsewhere':
      return elsewhereOutcome(result)
    case 'not-pulled-yet':
      return { ...none, outcome: 'not-here', ownerName: result.ownerName }
    case 'not-here':
      return { ...none, outcome: 'not-here', detail: String(result.characters) }
    case 'forged':
      return { ...none, outcome: 'forged', detail: result.reason }
    case 'receipt':
      return { ...none, outcome: 'receipt', detail: result.receiptNumber }
    case 'shipment':
      return { ...none, outcome: 'shipment', detail: result.number }
    case 'unknown':
      return { ...none, outcome: 'unknown', detail: String(result.characters) }
  }
}

/** Of several cards the one that can be collected there counts. */
function elsewhereOutcome({ cards }: Extract<ScanResult, { kind: 'elsewhere' }>): Noted {
  const card = cards.find(({ state }) => state === 'ready') ?? cards[0]
  const named = { ownerName: card?.ownerName ?? null, cardId: null }
  if (card?.state === 'ready') return { outcome: 'elsewhere', ...named, detail: card.unitName }
  const outcome = card?.state === 'handed-over' ? 'handed-over' : 'not-ready'
  return { outcome, ...named, detail: card?.state ?? null }
}

/** In the drawer, or with a team of this unit. */
const isHere = ({ state }: { readonly state: string }) => state === 'ready' || state === 'with-team'

/** Of several cards the one that can be handed over counts. */
async function cardOutcome(tx: WriteSet, { cards }: Extract<ScanResult, { kind: 'cards' }>): Promise<Noted> {
  const card = cards.find(isHere) ?? cards[0]
  if (!card) return { outcome: 'not-here', ownerName: null, cardId: null, detail: null }
  const named = { ownerName: card.ownerName, cardId: card.cardId, detail: card.state }
  if (card.state === 'handed-over') return { outcome: 'handed-over', ...named }
  if (!isHere(card)) return { outcome: 'not-ready', ...named }
  return { outcome: (await pinLocked(tx, card.cardId)) ? 'pin-locked' : 'ready', ...named }
}

async function pinLocked(tx: WriteSet, cardId: string): Promise<boolean> {
  const card = (await tx.cards.find(cardId))?.row
  const [verifier] = card ? await pinVerifiersOf(tx, card) : []
  const { tries } = (await tx.settings.region()).pin
  return verifier ? (await tx.pinTries.wrong(cardId, verifier)) >= tries : false
}
