import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { CardsMoved } from '#shared/domain/movement/card-move-rule.ts'
import { dutiesOfMove, type MoveDuties } from '#shared/domain/movement/decide-move.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { paperNumber } from '../paper-number.ts'
import type { WriteSet } from '../stores.ts'
import { refusalHere } from './refusal-here.ts'

type Input = ParsedInputOf<'card.move'>

/** Records what was done with cards: number, signature, outbox, audit and what the screens show commit together for all of them or not at all. */
export async function moveCards(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'card.move'>> {
  const duties = dutiesOfMove(input.kind)
  const ink = input.signature === null ? null : pngBytes(input.signature)
  if (duties.signature && ink === null) return fail('signature-missing')
  if (duties.reason && input.reason.trim() === '') return fail('reason-missing')
  if (duties.place && input.cards.some(({ place }) => place === null)) return fail('place-missing')
  if (input.kind === 'carried-out' && !input.carrier) return fail('input-invalid', { field: 'carrier' })
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const cards = await cardsToMove(deps, tx, input, who)
    if (!cards.ok) return cards
    return ok(await write(deps, tx, { input, who, duties, cards: cards.value, ink, offline }))
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce(
    'cards',
    'things',
    'thing:movement',
    'thing:trip',
    'queue',
    'status',
    ...input.cards.map(({ cardId }) => `card:${cardId}`),
  )
  return answer
}

/** All of them, each once; the first that may not be moved so is told by its owner's name. */
async function cardsToMove(deps: Deps, tx: WriteSet, { kind, cards }: Input, who: Who): Promise<Result<Card[], Fault>> {
  const now = deps.clock.now()
  const found: Card[] = []
  for (const cardId of new Set(cards.map((one) => one.cardId))) {
    const seen = await tx.cards.find(cardId)
    if (!seen) return fail('card-unknown')
    const refusal = await refusalHere(tx, seen.row, kind, who, now)
    const { ownerName, state } = seen.row
    if (refusal) return fail(refusal.code, { ownerName, state, days: refusal.days })
    found.push(seen.row)
  }
  return ok(found)
}

interface ToWrite {
  readonly input: Input
  readonly who: Who
  readonly duties: MoveDuties
  readonly cards: readonly Card[]
  readonly ink: Uint8Array | null
  readonly offline: boolean
}

async function write(deps: Deps, tx: WriteSet, { input, who: { staff }, duties, cards, ink, offline }: ToWrite) {
  const device = await tx.device.current()
  if (device === null) throw new Error('a movement of cards needs an enrolled device')
  const at = deps.clock.now()
  const placeOf = new Map(input.cards.map(({ cardId, place }) => [cardId, place]))
  const fact: CardsMoved = {
    actId: deps.ids.uuid(),
    kind: input.kind,
    at,
    staffId: staff.id,
    staffName: staff.name,
    staffCode: staff.code,
    deviceCode: device.deviceCode,
    cards: cards.map(({ id }) => ({ cardId: id, place: placeOf.get(id) ?? null })),
    number: duties.record ? await paperNumber(tx, 'BAR', at, tx.numbers.next) : null,
    reason: input.reason.trim() || null,
    ...(input.kind === 'carried-out' && { carrier: input.carrier, ...(input.tripId && { tripId: input.tripId }) }),
    signature: ink && (await tx.blobs.put(ink, 'image/png')),
    offline,
  }
  const [first] = cards
  const of = { staffId: staff.id, scope: first?.scope ?? device.homeScope, subject: first?.id ?? fact.actId }
  await recordAct(
    tx,
    { type: 'card.move', payload: fact },
    { ...of, audit: { kind: 'move-cards', subject: fact.actId } },
  )
  return { actId: fact.actId, number: fact.number, moved: cards.length }
}
