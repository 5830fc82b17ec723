import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Parcel } from './parcels.ts'

/** Writes FOLDER/parcels.json: what is on its way to the kelurahan, with the code on the label of each card, to scan or to type. */
export function writeParcels(folder: string, parcels: readonly Parcel[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'parcels.json'), `${JSON.stringify(parcels.map(shown), null, 2)}\n`)
}

const shown = ({ shipment: { id: shipmentId, number, scope }, cards }: Parcel) => ({
  shipmentId,
  number,
  scope,
  cards: cards.map(({ id: cardId, labelCode, kitirNumber, ownerName, kind }) => {
    return { cardId, labelCode, kitirNumber, ownerName, kind }
  }),
})
