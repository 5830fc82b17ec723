import type { CountLine, Shipment } from '#shared/domain/shipment/shipment.ts'
import type { CountedCard } from '../count-stores.ts'
import type { WriteSet } from '../stores.ts'
import { isSignedAlready } from './parcel-lines.ts'

/** What is noted of the card and waits to be signed. */
export async function openDraft(tx: WriteSet, { id }: Shipment, key: string, signed: CountLine | null) {
  const draft = await tx.counts.find(id, key)
  return draft && !isSignedAlready({ draft, signed }) ? draft : null
}

/** An announced card that nobody has noted yet. */
export async function unnoted(
  tx: WriteSet,
  { id: shipmentId, cardIds }: Shipment,
  key: string,
): Promise<CountedCard | null> {
  if (!cardIds.includes(key)) return null
  const labelCode = (await tx.cards.find(key))?.row.labelCode ?? ''
  const noted = { counted: 'missing' as const, place: null, note: '', ofShipment: null, at: '', staffId: '' }
  return { shipmentId, key, cardId: key, labelCode, ...noted }
}
