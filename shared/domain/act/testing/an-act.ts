import type { Card } from '../../card/card.ts'
import type { CaseNoted } from '../../case/note.ts'
import type { HandoverFact } from '../../handover/handover.ts'
import type { CaseSettled } from '../../handover/settle.ts'
import type { HandoverUndone } from '../../handover/undo.ts'
import type { CardsMoved, ClerkMove } from '../../movement/card-move-rule.ts'
import type { OldCardsMoved } from '../../old-card/old-card-rule.ts'
import type { CountedAs, Shipment, ShipmentDispatched, ShipmentReceived } from '../../shipment/shipment.ts'
import { type Act, applyAct } from '../acts.ts'
import { RowSet } from '../row-set.ts'
import type { Outcome, Seen } from '../rule.ts'

const at = '2026-11-24T02:14:00.000Z'
export const doneBy = { at, staffId: 'rini', staffName: 'Rini', staffCode: 'KTB-R07', deviceCode: '02' }
const supervisor = { staffId: 'hendra', staffName: 'Hendra', staffCode: 'KTB-P01' }
export const signature = '0'.repeat(64)

export const aCard = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  scope: '3578071004',
  applicationId: `a-${id}`,
  kind: 'ktp-el',
  state: 'ready',
  issueReason: 'new',
  ownerName: 'Dewi Lestari',
  ownerNik: '3578010101900001',
  ownerBirthDate: '1990-01-01',
  kkNumber: null,
  kitirNumber: `KNG-2611-${id}`,
  kitirCode: `code-${id}`,
  labelCode: `label-${id}`,
  pinVerifier: null,
  place: null,
  arrivedAt: null,
  handedOver: null,
  caseId: null,
  dueAt: null,
  acceptedAt: null,
  fulfilledAt: null,
  ...more,
})

export const aShipment = (cardIds: readonly string[]): Shipment => ({
  id: 'parcel',
  scope: '3578071004',
  number: '0007/BAP/SIOLA/2026',
  fromUnit: 'SIOLA',
  state: 'announced',
  sentAt: at,
  courierName: 'Agus',
  cardIds,
  counts: [],
  lines: [],
})

export const handedOver = (handoverId: string, cardId: string, more: Partial<HandoverFact> = {}): Act => ({
  type: 'handover.record',
  payload: {
    ...doneBy,
    handoverId,
    cardId,
    receiptNumber: `0001/BST/${handoverId}`,
    pin: 'verified',
    override: null,
    collector: { kind: 'self', name: 'Dewi Lestari', nik: null, relation: 'Pemilik', proxyLetter: null },
    papers: [],
    identity: { seen: true },
    oldCard: { kind: 'none' },
    signature,
    photo: null,
    offline: true,
    ...more,
  },
})

/** A hand-over at which the old card was taken back. */
export const withdrew = (handoverId: string, cardId: string): Act =>
  handedOver(handoverId, cardId, { oldCard: { kind: 'withdrawn', drawer: 'L1' } })

/** Old cards, each by the hand-over that brought it and its new card. */
export const oldCardsMoved = (
  actId: string,
  kind: OldCardsMoved['kind'],
  ...of: readonly (readonly [oldCardId: string, cardId: string])[]
): Act => {
  const witness = { name: 'Agus', position: 'Sekretaris' }
  const told = { number: `0001/BAM/${actId}`, place: 'Kelurahan', method: kind === 'destroyed' ? 'dipotong' : null }
  const payload: OldCardsMoved = {
    ...doneBy,
    ...told,
    actId,
    kind,
    witnesses: [witness, witness],
    receiver: kind === 'returned' ? witness : null,
    cards: of.map(([oldCardId, cardId]) => ({ oldCardId, cardId })),
    offline: true,
  }
  return { type: 'old-card.move', payload }
}

export const undone = (undoId: string, handoverId: string, cardId: string): Act => {
  const payload: HandoverUndone = {
    ...doneBy,
    undoId,
    handoverId,
    cardId,
    reason: 'Salah orang',
    override: null,
    place: null,
    offline: true,
  }
  return { type: 'handover.undo', payload }
}

export const moved = (actId: string, kind: ClerkMove, ...cardIds: readonly string[]): Act => {
  const cards = cardIds.map((cardId) => ({ cardId, place: null }))
  const payload: CardsMoved = { ...doneBy, actId, kind, cards, number: null, reason: null, signature, offline: true }
  return { type: 'card.move', payload }
}

export const dispatched = (shipmentId: string, ...cardIds: readonly string[]): Act => {
  const told = { shipmentId, scope: '3578071004', number: `0001/BAK/${shipmentId}`, fromUnit: 'Siola' }
  const signed = { signature, courierSignature: signature, offline: false }
  const payload: ShipmentDispatched = { ...doneBy, ...told, courierName: 'Agus', cardIds, ...signed }
  return { type: 'shipment.dispatch', payload }
}

/** What was found of each card; a card that is not named was not looked for yet. */
export const counted = (
  countId: string,
  found: Readonly<Record<string, CountedAs>>,
  complete = false,
  shipmentId = 'parcel',
): Act => {
  const lines = Object.entries(found).map(([cardId, as]) => ({
    cardId,
    labelCode: `label-${cardId}`,
    counted: as,
    note: '',
    place: null,
  }))
  const numbered = { countId, shipmentId, number: `0001/BAT/${countId}`, courierName: 'Agus' }
  const payload: ShipmentReceived = {
    ...doneBy,
    ...numbered,
    complete,
    lines,
    signature,
    courierSignature: signature,
    offline: true,
  }
  return { type: 'shipment.receive', payload }
}

/** Every hand-over that the tests name: what a supervisor saw unless a test says otherwise. */
const everyHandover = ['h', 'act'].flatMap((name) => Array.from({ length: 13 }, (_, at) => `${name}-${at}`))

export const settled = (
  settleId: string,
  cardId: string,
  caseId: string,
  standsHandoverId: string | null,
  more: Partial<CaseSettled> = {},
): Act => {
  const decision = standsHandoverId === null ? 'accepted' : 'one-stands'
  const decided = { decision, standsHandoverId, handoversSeen: everyHandover, reason: 'Sudah ditanya' } as const
  return { type: 'case.settle', payload: { ...doneBy, ...supervisor, settleId, caseId, cardId, ...decided, ...more } }
}

export const noted = (noteId: string, cardId: string, caseId: string, kind: CaseNoted['kind'] = 'statement'): Act => {
  const payload: CaseNoted = { ...doneBy, noteId, caseId, cardId, kind, text: 'Saya yang menyerahkan' }
  return { type: 'case.note', payload }
}

/** The rows of one unit, and the acts that come to them one after the other, as at the centre. */
export class AWorld {
  readonly rows = new RowSet()
  #cases = 0

  constructor(cards: readonly Card[], shipment?: Shipment) {
    for (const row of cards) this.rows.put({ entity: 'card', id: row.id, row })
    if (shipment) this.rows.put({ entity: 'shipment', id: shipment.id, row: shipment })
  }

  apply(act: Act, more: Partial<Seen> = {}): Outcome {
    this.#cases += 1
    const caseId = `case-${this.#cases}`
    const here = { scope: '3578071004', deviceId: 'd-1', acceptedAt: at, permitted: true, flags: [], caseId }
    const outcome = applyAct(act, this.rows, { ...here, ...more })
    for (const change of outcome.changed) this.rows.put(change)
    return outcome
  }

  card = (id: string) => this.rows.get('card', id)
  handover = (id: string) => this.rows.get('handover', id)
  caseOf = (cardId: string) => this.rows.about('case', cardId).at(-1) ?? null
  movementsOf = (cardId: string) =>
    this.rows.all().flatMap(({ entity, row }) => {
      const movement = entity === 'movement' ? this.rows.get('movement', row.id) : null
      return movement?.cardId === cardId ? [movement] : []
    })
}
