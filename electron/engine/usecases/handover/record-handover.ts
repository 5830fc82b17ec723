import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLines, shownCard } from '../card/card-lines.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import type { WriteSet } from '../stores.ts'
import { claimedElsewhere } from './begin-handover.ts'
import { type Allowed, mayHandOver } from './may-hand-over.ts'
import { pngBytes } from './png-bytes.ts'
import { queueReceipt } from './queue-receipt.ts'
import { writeHandover } from './write-handover.ts'

type Input = ParsedInputOf<'handover.record'>

/** Hands the card over: fact, outbox, audit, receipt and what the screens show commit together or not at all. Faults: see the contract. */
export async function recordHandover(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'handover.record'>> {
  const signature = pngBytes(input.signature)
  const photo = input.photo === null ? null : pngBytes(input.photo)
  if (signature === null) return fail('signature-missing')
  if (input.photo !== null && photo === null) return fail('input-invalid', { field: 'photo' })
  const elsewhere = await claimedElsewhere(deps, input.cardId)
  if (elsewhere) return elsewhere
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const allowed = await mayHandOver(deps, tx, input, who)
    if (!allowed.ok) return allowed
    return write(deps, tx, input, who, { ...allowed.value, signature, photo, offline })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.printing.wake()
  deps.announce('cards', `card:${input.cardId}`, 'queue', 'prints', 'status')
  return answer
}

interface Drawn extends Allowed {
  readonly signature: Uint8Array
  readonly photo: Uint8Array | null
  readonly offline: boolean
}

async function write(deps: Deps, tx: WriteSet, input: Input, who: Who, drawn: Drawn) {
  const { card, at } = drawn
  const signature = await tx.blobs.put(drawn.signature, 'image/png')
  const photo = drawn.photo && (await tx.blobs.put(drawn.photo, 'image/png'))
  const fact = await writeHandover(deps, tx, input, who, { ...drawn, signature, photo })
  const printJobId = await queueReceipt(deps, tx, { fact, card, region: drawn.region })
  const after = await tx.cards.find(card.id)
  if (!after) throw new Error('the card handed over is gone')
  const { handoverId, receiptNumber } = fact
  const alsoReady = await othersOfKitir(tx, card, at)
  return ok({ handoverId, receiptNumber, printJobId, card: await shownCard(tx, after, at), alsoReady })
}

/** A family often has a KTP-el and a KIA on one e-Kitir. */
async function othersOfKitir(tx: WriteSet, card: Card, at: string) {
  const found = await tx.cards.byKitirNumber(card.kitirNumber)
  const others = found.filter(({ row }) => row.id !== card.id && row.state === 'ready')
  return cardLines(tx, others, at)
}
