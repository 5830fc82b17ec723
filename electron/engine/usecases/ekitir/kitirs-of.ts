import type { Card } from '#shared/domain/card/card.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { Kitir } from '#shared/domain/filing/filing.ts'
import type { ReadSet, SeenCard, ThingReads } from '../stores.ts'

type Things = { readonly things: Pick<ThingReads, 'list' | 'find'> }

/** An e-Kitir made at a counter, by the text of its QR or by its number in any spelling. */
export async function kitirByText(db: Things, text: string): Promise<Kitir | null> {
  for (const key of [text, looseKitirNumber(text)].filter((one) => one !== '')) {
    const [found] = await db.things.list('kitir', { key, newestFirst: true, limit: 1 })
    if (found) return found.row
  }
  return null
}

/** Those of one application, the newest first. */
export const kitirsOf = async (db: Things, applicationId: string): Promise<readonly Kitir[]> =>
  (await db.things.list('kitir', { about: applicationId, newestFirst: true })).map(({ row }) => row)

/** Another e-Kitir took the place of the one with this number: whoever holds it is not let in by it. */
export async function isReplaced(db: Things, applicationId: string, number: string): Promise<boolean> {
  const loose = looseKitirNumber(number)
  const kitirs = await kitirsOf(db, applicationId)
  const own = kitirs.find((kitir) => looseKitirNumber(kitir.number) === loose)
  if (own) return own.state === 'replaced'
  return kitirs.some(({ replaces }) => replaces !== null && looseKitirNumber(replaces) === loose)
}

/** The cards of an application, found by every number that one of its e-Kitir has or had. */
export async function cardsOfApplication(
  db: Pick<ReadSet, 'cards' | 'things' | 'applications'>,
  applicationId: string,
): Promise<readonly SeenCard[]> {
  const filing = (await db.things.find('filing', applicationId))?.row
  const kitirs = await kitirsOf(db, applicationId)
  const numbers = [
    ...kitirs.flatMap(({ number, replaces }) => [number, replaces]),
    ...[filing?.kitirNumber, filing?.kngNumber, (await db.applications.find(applicationId))?.kitirNumber],
  ]
  const found = new Map<string, SeenCard>()
  for (const number of new Set(numbers.filter((one): one is string => typeof one === 'string')))
    for (const card of await db.cards.byKitirNumber(number)) found.set(card.row.id, card)
  return [...found.values()]
}

/** What the citizen's PIN is compared with: those of the e-Kitir in force, where one was made at a counter; otherwise the card's own. The first counts the tries. */
export async function pinVerifiersOf(
  db: Things,
  { applicationId, pinVerifier }: Pick<Card, 'applicationId' | 'pinVerifier'>,
): Promise<readonly string[]> {
  const inForce = (await kitirsOf(db, applicationId)).filter(({ state }) => state === 'valid')
  if (inForce.length > 0) return inForce.map((kitir) => kitir.pinVerifier)
  return pinVerifier === null ? [] : [pinVerifier]
}

/** The card with the verifier that holds now: rules that ask whether there is one see that of an e-Kitir made anew. */
export async function withPinInForce(db: Things, card: Card): Promise<Card> {
  return { ...card, pinVerifier: (await pinVerifiersOf(db, card))[0] ?? null }
}
