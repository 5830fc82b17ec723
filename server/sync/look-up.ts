import { randomUUID } from 'node:crypto'
import type { LookupAnswer } from '#shared/contract/sync/protocol.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import type { Device } from '../auth/device.ts'
import { countUse } from '../auth/rate-limit.ts'
import { sha256Hex } from '../auth/raw-keys.ts'
import { type Centre, instantOf } from '../centre.ts'
import { readRow, readRowsByKey } from './read-row.ts'
import { kitirKey } from './row-keys.ts'

const perDevice = { times: 60, perSeconds: 60 }

const nothing: LookupAnswer = { found: false, kitirNumber: null, cards: [], applicationStatus: null }

/** What an e-Kitir, a number or a card label is, anywhere in the city. Logged with the code's hash only. Throws 429 `rate-limited`. */
export async function lookUp(centre: Centre, device: Device, code: string): Promise<LookupAnswer> {
  await countUse(centre, `lookup:${device.deviceId}`, perDevice)
  const answer = await answerTo(centre, code.trim())
  const at = instantOf(centre.now())
  const code_hash = sha256Hex(code)
  await centre.db
    .insertInto('lookups')
    .values({ id: randomUUID(), device_id: device.deviceId, at, code_hash, found: answer.found })
    .execute()
  return answer
}

async function answerTo(centre: Centre, code: string): Promise<LookupAnswer> {
  const cards = await byEitherKey(centre, 'card', code)
  const [application] = await byEitherKey(centre, 'application', code)
  const kitirNumber = cards[0]?.kitirNumber ?? application?.kitirNumber ?? null
  if (kitirNumber === null) return nothing
  return {
    found: true,
    kitirNumber,
    cards: await Promise.all(cards.map((card) => whereabouts(centre, card))),
    applicationStatus: application?.status ?? null,
  }
}

async function byEitherKey<E extends 'card' | 'application'>({ db }: Centre, entity: E, code: string) {
  const rows = await readRowsByKey(db, entity, code)
  return rows.length > 0 ? rows : readRowsByKey(db, entity, kitirKey(code))
}

async function whereabouts({ db }: Centre, card: Card): Promise<LookupAnswer['cards'][number]> {
  const unit = await readRow(db, 'unit', card.scope)
  return {
    cardId: card.id,
    kind: card.kind,
    state: card.state,
    ownerName: card.ownerName,
    scope: card.scope,
    unitName: unit ? unitTitle(unit) : card.scope,
    kecamatan: unit?.kecamatan ?? '',
  }
}
