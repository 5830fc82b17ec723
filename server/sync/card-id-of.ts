import { handoverFact } from '#shared/contract/sync/rows.ts'
import { isStorable } from './storable.ts'

const naming = handoverFact.pick({ cardId: true })

/** The card that a payload names, whatever else is in it; null when it names none that a database could know. */
export function cardIdOf(payload: string | null): string | null {
  try {
    const cardId = naming.safeParse(JSON.parse(payload ?? 'null')).data?.cardId ?? null
    return cardId !== null && isStorable(cardId) ? cardId : null
  } catch {
    // No JSON at all: there is no card to name.
    return null
  }
}
