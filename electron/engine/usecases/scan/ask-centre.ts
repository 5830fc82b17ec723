import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { Deps } from '../deps.ts'

/** Asks the centre for what this device does not know; its answer is shown and not stored. */
export async function askCentre(deps: Deps, text: string, characters: number): Promise<ScanResult> {
  const answer = deps.sync.online() ? await deps.centre.lookup(text) : null
  const dataAsOf = await deps.reading((db) => db.device.dataAsOf())
  if (!answer?.ok) return { kind: 'not-here', asked: 'offline', dataAsOf, characters }
  const { found, cards, kitirNumber, applicationStatus } = answer.value
  const [card] = cards
  if (found && card) {
    const { ownerName, unitName, kecamatan, state } = card
    return { kind: 'elsewhere', kitirNumber: kitirNumber ?? text.slice(0, 64), ownerName, unitName, kecamatan, state }
  }
  if (found && kitirNumber && applicationStatus)
    return { kind: 'no-card-yet', kitirNumber, ownerName: '', status: applicationStatus }
  return { kind: 'not-here', asked: 'centre', dataAsOf, characters }
}
