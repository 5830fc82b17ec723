import type { Instant } from '#shared/domain/time.ts'
import { cardsOfApplication, isReplaced, kitirByText, kitirsOf, pinVerifiersOf } from '../ekitir/kitirs-of.ts'
import type { ReadSet } from '../stores.ts'

export interface FoundKitir {
  readonly kitirNumber: string
  readonly applicationId: string
  /** What a PIN is compared with; empty: it has none. */
  readonly verifiers: readonly string[]
  /** Under what wrong tries are counted: the card's id, so that asking for the status gives nobody more tries. */
  readonly triesKey: string
  readonly replaced: { readonly at: Instant | null } | null
}

/** The e-Kitir behind the text of a code or a typed number, by what this device knows; null: it knows none. */
export async function findKitir(db: ReadSet, text: string): Promise<FoundKitir | null> {
  const named = await namedBy(db, text)
  if (named === null) return null
  const { applicationId, kitirNumber } = named
  const [card] = await cardsOfApplication(db, applicationId)
  const own = card ?? (await db.cards.byKitirNumber(kitirNumber))[0]
  const gone = await isReplaced(db, applicationId, kitirNumber)
  const [newest] = gone ? await kitirsOf(db, applicationId) : []
  return {
    ...named,
    verifiers: await pinVerifiersOf(db, { applicationId, pinVerifier: own?.row.pinVerifier ?? null }),
    triesKey: own?.row.id ?? applicationId,
    replaced: gone ? { at: newest?.at ?? null } : null,
  }
}

async function namedBy(db: ReadSet, text: string) {
  const kitir = await kitirByText(db, text)
  if (kitir) return { applicationId: kitir.applicationId, kitirNumber: kitir.number }
  const cards = [...(await db.cards.byCode(text)), ...(await db.cards.byKitirNumber(text))]
  const card = cards.find(({ row }) => row.labelCode !== text)?.row
  if (card) return { applicationId: card.applicationId, kitirNumber: card.kitirNumber }
  const application = (await db.applications.byCode(text)) ?? (await db.applications.byKitirNumber(text))
  return application && { applicationId: application.id, kitirNumber: application.kitirNumber }
}
