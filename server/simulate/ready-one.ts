import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { Household } from '#shared/domain/household/household.ts'
import type { ReadyOne } from './filings.ts'
import type { Simulated } from './kelurahan.ts'

/** The card on the shelf whose e-Kitir this counter made itself; null: there is none. */
export function readyIn({ rows, kitirs }: Pick<Simulated, 'rows' | 'kitirs'>): ReadyOne | null {
  const kitir = kitirs.find(({ note }) => note === 'own-signed')
  const card = rows.find(({ entity, id }) => entity === 'card' && id === kitir?.cardIds[0])?.row as Card | undefined
  const application = rows.find(({ entity, id }) => entity === 'application' && id === card?.applicationId)?.row
  const family = rows.find(({ entity, id }) => entity === 'household' && id === card?.kkNumber)?.row
  const owner = (family as Household | undefined)?.members.find(({ nik }) => nik === card?.ownerNik)
  if (!card || !application || !owner || card.kkNumber === null) return null
  const { pinVerifier, kkNumber } = card
  return { application: application as Application, owner, kkNumber, pinVerifier }
}
