import { z } from 'zod'
import { id } from '#shared/contract/sync/values.ts'
import { isStorable } from './storable.ts'

const naming = z.looseObject({ cardId: id })

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
