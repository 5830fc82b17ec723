import type { CardElsewhere, ScanResult } from '#shared/contract/engine/scan.ts'
import { type Fault, outOfReach } from '#shared/contract/errors.ts'
import type { LookupAnswer } from '#shared/contract/sync/protocol.ts'
import type { Deps } from '../deps.ts'

interface Question {
  readonly text: string
  /** Length of what was scanned, for the answer. */
  readonly characters: number
  /** Who asks: the centre writes it down. */
  readonly staffId: string
  /** Looks the same code up in this unit's data. */
  readonly lookHere: () => Promise<ScanResult | null>
}

/** Asks the centre for what this device does not know; its answer is shown and not stored. What is this unit's own is fetched by a sync. */
export async function askCentre(deps: Deps, { text, characters, staffId, lookHere }: Question): Promise<ScanResult> {
  const answer = deps.sync.online() ? await deps.centre.lookup(text, staffId) : await whyNotOnline(deps)
  if (!answer.ok) return notAsked(deps, answer.refusal, characters)
  const { found } = answer.value
  const told = { ...answer.value, kitirNumber: answer.value.kitirNumber ?? text.slice(0, 64) }
  if (found && (await isOwn(deps, told))) return (await afterSync(deps, lookHere)) ?? notPulledYet(told)
  const dataAsOf = await deps.reading((db) => db.device.dataAsOf())
  return (found && foundElsewhere(told)) || { kind: 'not-here', asked: 'centre', fault: null, dataAsOf, characters }
}

async function whyNotOnline({ sync }: Deps) {
  const { fault } = (await sync.status()).connection
  return { ok: false as const, refusal: fault ?? { code: 'offline' as const } }
}

async function notAsked(deps: Deps, fault: Fault, characters: number): Promise<ScanResult> {
  const dataAsOf = await deps.reading((db) => db.device.dataAsOf())
  return outOfReach.has(fault.code)
    ? { kind: 'not-here', asked: 'offline', fault: null, dataAsOf, characters }
    : { kind: 'not-here', asked: 'failed', fault, dataAsOf, characters }
}

type Told = LookupAnswer & { readonly kitirNumber: string }

/** Something of it belongs to a scope of this device: it will be here as soon as the device has pulled it. */
async function isOwn(deps: Deps, { cards, application }: Told): Promise<boolean> {
  const scopes = (await deps.reading((db) => db.device.current()))?.scopes ?? []
  const rows = application ? [...cards, application] : cards
  return rows.some(({ own, scope }) => own === true || scopes.includes(scope))
}

/** While a first copy runs nobody waits for its end. */
async function afterSync(deps: Deps, lookHere: Question['lookHere']): Promise<ScanResult | null> {
  if ((await deps.sync.status()).firstCopy === null) await deps.sync.now()
  return lookHere()
}

const notPulledYet = (told: Told): ScanResult => ({
  kind: 'not-pulled-yet',
  kitirNumber: told.kitirNumber,
  ownerName: told.cards[0]?.ownerName ?? told.application?.applicantName ?? null,
})

function foundElsewhere({ kitirNumber, cards, application, applicationStatus }: Told): ScanResult | null {
  if (cards.length > 0) return { kind: 'elsewhere', kitirNumber, cards: cards.map(cardElsewhere) }
  const status = application?.status ?? applicationStatus
  const ownerName = application?.applicantName ?? null
  return status ? { kind: 'no-card-yet', kitirNumber, ownerName, status, applicationId: null } : null
}

/** Field by field: the centre may send more than the contract with the screen has. */
const cardElsewhere = (card: LookupAnswer['cards'][number]): CardElsewhere => ({
  kind: card.kind,
  state: card.state,
  ownerName: card.ownerName,
  unitName: card.unitName,
  kecamatan: card.kecamatan,
  handedOverAt: card.handedOverAt ?? null,
})
