import type { Card } from '#shared/domain/card/card.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import { readCode } from '../scan/read-code.ts'
import type { ReadSet } from '../stores.ts'

/** What was held before the scanner, or typed. `unknown`: a label of no card that is known here. */
export type Label =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'kitir'; readonly card: Card }
  | { readonly kind: 'shipment'; readonly shipment: Shipment }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'unreadable' }

type Reads = Pick<ReadSet, 'cards' | 'things'>

/** A card by the code on its label, or by its kitir number where a label cannot be read and is typed: then the one of the parcel that is still looked for. */
export async function readLabel(db: Reads, code: string, stillLookedFor: ReadonlySet<string>): Promise<Label> {
  const read = readCode(code)
  if (read.kind !== 'text') return { kind: 'unreadable' }
  const { text } = read
  const byCode = (await db.cards.byCode(text)).map(({ row }) => row)
  const labelled = byCode.find(({ labelCode }) => labelCode === text)
  if (labelled) return { kind: 'card', card: labelled }
  if (byCode[0]) return { kind: 'kitir', card: byCode[0] }
  const [parcel] = await db.things.list('shipment', { about: text.toUpperCase(), limit: 1 })
  if (parcel) return { kind: 'shipment', shipment: parcel.row }
  const typed = (await db.cards.byKitirNumber(text)).map(({ row }) => row)
  const card = typed.find(({ id }) => stillLookedFor.has(id)) ?? typed[0]
  return card ? { kind: 'card', card } : { kind: 'unknown', text }
}
