import { unitTitle } from '#shared/domain/region/unit-title.ts'
import type { Db } from '../database/open-database.ts'
import { readRow, readRowsByEitherKey } from '../sync/read-row.ts'

/** An e-Kitir somewhere in the city. */
export interface KnownKitir {
  readonly applicationId: string
  readonly kitirNumber: string
  readonly scope: string
  readonly replaced: boolean
  /** What the citizen's PIN is compared with; null: it has none. */
  readonly pinVerifier: string | null
}

/** By the text of its code or its number however it is typed; the label on a card is none. */
export async function findKitir(db: Db, code: string): Promise<KnownKitir | null> {
  return (await madeAtCounter(db, code)) ?? (await madeByKng(db, code))
}

async function madeAtCounter(db: Db, code: string): Promise<KnownKitir | null> {
  const [named] = await readRowsByEitherKey(db, 'filing', code)
  // KNG's own number leads to what was filed, and that to its e-Kitir.
  const kitirs = await readRowsByEitherKey(db, 'kitir', code)
  const [kitir] = kitirs.length > 0 ? kitirs : named ? await readRowsByEitherKey(db, 'kitir', named.kitirNumber) : []
  if (!kitir) return null
  const { applicationId, number: kitirNumber, scope, state, pinVerifier } = kitir
  return { applicationId, kitirNumber, scope, replaced: state === 'replaced', pinVerifier }
}

async function madeByKng(db: Db, code: string): Promise<KnownKitir | null> {
  const cards = (await readRowsByEitherKey(db, 'card', code)).filter(({ labelCode }) => labelCode !== code)
  const [application] = await readRowsByEitherKey(db, 'application', code)
  const one = cards[0] ?? application
  if (!one) return null
  const applicationId = application?.id ?? cards[0]?.applicationId ?? ''
  const pinVerifier = cards.find((card) => card.pinVerifier !== null)?.pinVerifier ?? null
  return { applicationId, kitirNumber: one.kitirNumber, scope: one.scope, replaced: false, pinVerifier }
}

/** As a unit is addressed; its code where it is not known. */
export async function unitNameOf(db: Db, scope: string): Promise<string> {
  const unit = await readRow(db, 'unit', scope)
  return unit ? unitTitle(unit) : scope
}
