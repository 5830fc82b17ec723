import type { Chance } from '../../server/simulate/chance.ts'
import { confirmation } from '../fixtures/counter-job.ts'
import { aSignature } from '../fixtures/signature.ts'
import type { DeskInTrouble } from './desk-in-trouble.ts'
import type { Office } from './office.ts'

/** An act that its desk told its clerk was done. */
export type Acknowledged =
  | { readonly kind: 'hand-over'; readonly desk: string; readonly handoverId: string; readonly receiptNumber: string }
  | { readonly kind: 'undo'; readonly desk: string; readonly undoId: string }
  | { readonly kind: 'count'; readonly desk: string; readonly label: string }

export interface Day {
  readonly acknowledged: readonly Acknowledged[]
  /** Acts that the desk refused, by code. */
  readonly refused: Readonly<Record<string, number>>
}

/** Different ones, as many as make no two hand-overs of one moment alike. */
const signatures = Array.from({ length: 24 }, (_, index) => aSignature(index + 1))

/** A clerk at a desk does one thing after the other, all from chance, until told to stop. */
export async function workDay(desk: DeskInTrouble, office: Office, chance: Chance, done: () => boolean): Promise<Day> {
  const acknowledged: Acknowledged[] = []
  const refused: Record<string, number> = {}
  const given: string[] = []
  const note = (code: string) => {
    refused[code] = (refused[code] ?? 0) + 1
  }
  while (!done()) {
    const roll = chance.next()
    if (roll < 0.7) {
      const answer = await handOver(desk, chance.pick(office.cardIds), chance)
      if ('refusedWith' in answer) note(answer.refusedWith)
      else {
        const { handoverId, receiptNumber } = answer.value
        acknowledged.push({ kind: 'hand-over', desk: desk.name, handoverId, receiptNumber })
        given.push(handoverId)
      }
    } else if (roll < 0.85 && given.length > 0) {
      const terms = { reason: 'Salah orang', place: null, supervisor: null }
      const answer = await desk.surely('handover.undo', { handoverId: chance.pick(given), ...terms })
      if ('refusedWith' in answer) note(answer.refusedWith)
      else acknowledged.push({ kind: 'undo', desk: desk.name, undoId: answer.value.undoId })
    } else {
      const code = chance.pick(office.parcel.cards).labelCode
      const answer = await desk.surely('shipment.count-line', { shipmentId: office.parcel.shipmentId, code })
      if ('refusedWith' in answer) note(answer.refusedWith)
      else acknowledged.push({ kind: 'count', desk: desk.name, label: code })
    }
  }
  return { acknowledged, refused }
}

/** To the owner, who comes in person with everything in order. */
export async function handOver(desk: DeskInTrouble, cardId: string, chance: Chance) {
  const found = await desk.surely('card.get', { cardId })
  if ('refusedWith' in found) return found
  const status = await desk.surely('app.status', {})
  if ('refusedWith' in status) return status
  const card = found.value
  const rule = status.value.policy.collectorRules.find(
    ({ cardKind, collector }) => cardKind === card.card.kind && collector === 'self',
  )
  const job = { card, pinToken: null } as Parameters<typeof confirmation>[0]
  const input = confirmation(job, rule?.papers.map(({ id }) => id) ?? [])
  return desk.surely('handover.record', { ...input, signature: chance.pick(signatures) })
}
