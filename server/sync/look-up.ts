import type { LookupAnswer } from '#shared/contract/sync/protocol.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import type { Device } from '../auth/device.ts'
import type { Centre } from '../centre.ts'
import { countLookup, noteLookup } from './note-lookup.ts'
import { readRow, readRowsByEitherKey } from './read-row.ts'
import { isStorable } from './storable.ts'

const nothing: LookupAnswer = {
  found: false,
  kitirNumber: null,
  cards: [],
  applicationStatus: null,
  application: null,
}

/** What an e-Kitir, a number or a card label is, anywhere in the city. Written down with who asked, as the device says, and the code's hash only. Throws 429 `rate-limited`. */
export async function lookUp(
  centre: Centre,
  device: Device,
  code: string,
  staffId: string | null,
): Promise<LookupAnswer> {
  await countLookup(centre, device)
  const answer = isStorable(code) ? await answerTo(centre, device, code.trim()) : nothing
  await noteLookup(centre, device, { code, staffId, found: answer.found })
  return answer
}

async function answerTo(centre: Centre, device: Device, code: string): Promise<LookupAnswer> {
  const cards = await readRowsByEitherKey(centre.db, 'card', code)
  const [card] = cards
  const [named] = await readRowsByEitherKey(centre.db, 'application', code)
  const issued = named && card ? null : await issuedAtCounter(centre, code)
  // The label on a card leads to the card alone, and an e-Kitir of a counter to what was filed: their application is asked for by id.
  const id = card?.applicationId ?? issued?.applicationId
  const application = named ?? (id === undefined ? null : await readRow(centre.db, 'application', id))
  const kitirNumber = card?.kitirNumber ?? issued?.number ?? application?.kitirNumber ?? null
  if (kitirNumber === null) return nothing
  const others = card || !application ? cards : await readRowsByEitherKey(centre.db, 'card', application.kitirNumber)
  return {
    found: true,
    kitirNumber,
    ...(issued?.state === 'replaced' && { replaced: true }),
    cards: await Promise.all(others.map((one) => cardThere(centre, device, one))),
    applicationStatus: application?.status ?? null,
    application: application ? await applicationThere(centre, device, application) : null,
  }
}

interface Issued {
  readonly applicationId: string
  readonly number: string
  readonly state: 'valid' | 'replaced'
}

/** By an e-Kitir that any counter made, also one that was replaced; or by KNG's own number of what a counter filed. */
async function issuedAtCounter(centre: Centre, code: string): Promise<Issued | null> {
  const [kitir] = await readRowsByEitherKey(centre.db, 'kitir', code)
  if (kitir) return kitir
  const [filing] = await readRowsByEitherKey(centre.db, 'filing', code)
  return filing ? { applicationId: filing.id, number: filing.kitirNumber, state: 'valid' } : null
}

async function cardThere(centre: Centre, device: Device, card: Card): Promise<LookupAnswer['cards'][number]> {
  const { id: cardId, kind, state, ownerName, handedOver } = card
  const where = await whereKept(centre, device, card.scope)
  return { cardId, kind, state, ownerName, ...where, handedOverAt: handedOver?.at ?? null }
}

async function applicationThere(centre: Centre, device: Device, { status, applicantName, scope }: Application) {
  return { status, applicantName, ...(await whereKept(centre, device, scope)) }
}

async function whereKept({ db }: Centre, device: Device, scope: string) {
  const unit = await readRow(db, 'unit', scope)
  return {
    scope,
    unitName: unit ? unitTitle(unit) : scope,
    kecamatan: unit?.kecamatan ?? '',
    own: device.scopes.includes(scope),
  }
}
