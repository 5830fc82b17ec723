import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import type { CardsMoved } from '#shared/domain/movement/card-move-rule.ts'
import { staffId } from './world.ts'

/** What a desk did with one card, and the signature (PNG) that goes with it. */
export interface DoneAct {
  readonly type: 'handover.record' | 'card.move'
  readonly payload: HandoverFact | CardsMoved
  readonly picture: Buffer | null
  /** Entries of the audit chain besides the act's own. */
  readonly looked: readonly string[]
}

/** Strokes of a signature pad as PNG; photos are left out here as they are in the goal for the bytes of a hand-over. */
const signatureBytes = 1400
const by = { staffId, staffName: 'Rini', staffCode: 'X-1' }
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A citizen fetches a KTP-el: scanned, PIN checked, signed for. */
export function handOver(cardId: string, deviceCode: string, number: number): DoneAct {
  const picture = randomBytes(signatureBytes)
  const payload: HandoverFact = {
    ...{ handoverId: randomUUID(), cardId, receiptNumber: `${number}/BST/${deviceCode}/2026`, ...by, deviceCode },
    ...{ at: new Date().toISOString(), pin: 'verified', override: null, papers: ['face'], identity: { seen: true } },
    ...{ oldCard: { kind: 'none' }, signature: sha256(picture), photo: null, offline: false },
    collector: { kind: 'self', name: 'Dewi Lestari Handayani', nik: null, relation: 'Pemilik', proxyLetter: null },
  }
  return { type: 'handover.record', payload, picture, looked: ['scan', 'pin-verified'] }
}

/** A card is put into another place of the drawer. */
export function stored(cardId: string, deviceCode: string): DoneAct {
  const payload: CardsMoved = {
    ...{ actId: randomUUID(), kind: 'stored', ...by, deviceCode, at: new Date().toISOString(), offline: false },
    ...{
      cards: [{ cardId, place: { rack: 'B', box: '1', number: '2' } }],
      number: null,
      reason: null,
      signature: null,
    },
  }
  return { type: 'card.move', payload, picture: null, looked: ['search'] }
}
