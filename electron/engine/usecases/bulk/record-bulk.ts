import { setImmediate as breathe } from 'node:timers/promises'
import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { withPinInForce } from '../ekitir/kitirs-of.ts'
import { fail } from '../fail.ts'
import { allClaimedElsewhere } from '../handover/begin-handover.ts'
import { mayHandOver } from '../handover/may-hand-over.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { writeHandover } from '../handover/write-handover.ts'
import { paperNumber } from '../paper-number.ts'
import type { WriteSet } from '../stores.ts'
import { bulkInput } from './bulk-input.ts'

type Input = ParsedInputOf<'bulk.record'>
type Output = OutputOf<'bulk.record'>

/** Hands over all cards of a list together; one that may not be given keeps nobody else back. Faults: see the contract. */
export async function recordBulk(deps: Deps, input: Input, who: Who, answering: Answering): Answer<Output> {
  const signature = pngBytes(input.signature)
  if (signature === null) return fail('signature-missing')
  const claimed = await allClaimedElsewhere(
    deps,
    input.cards.map(({ cardId }) => cardId),
  )
  const offline = !deps.sync.online()
  const answer = await answering((tx) => recordAll(deps, tx, input, { who, signature, offline, claimed }))
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce(
    'bulk-draft',
    'cards',
    ...answer.value.recorded.map(({ cardId }) => `card:${cardId}`),
    'thing:old-card',
    'queue',
    'status',
  )
  return answer
}

interface Around {
  readonly who: Who
  readonly signature: Uint8Array
  readonly offline: boolean
  /** Cards that another desk is handing over now. */
  readonly claimed: ReadonlyMap<string, Result<never, Fault>>
}

async function recordAll(deps: Deps, tx: WriteSet, input: Input, around: Around): Promise<Result<Output, Fault>> {
  const listId = deps.ids.uuid()
  const signature = await tx.blobs.put(around.signature, 'image/png')
  const recorded: Output['recorded'] = []
  const leftOut: Output['leftOut'] = []
  let number: string | null = null
  for (const line of input.cards) {
    const card = (await tx.cards.find(line.cardId))?.row ?? null
    const numbered = number ?? (await paperNumber(tx, 'DST', deps.clock.now(), (counter) => tx.numbers.peek(counter)))
    const place = { id: listId, number: numbered, line: recorded.length + 1 }
    const told = await recordOne(deps, tx, { input, line, signature, place }, around)
    if (told.ok) {
      number ??= await paperNumber(tx, 'DST', deps.clock.now(), (counter) => tx.numbers.next(counter))
      const { handoverId, receiptNumber } = told.value
      recorded.push({ cardId: line.cardId, ownerName: card?.ownerName ?? '', handoverId, receiptNumber })
    } else leftOut.push({ cardId: line.cardId, ownerName: card?.ownerName ?? null, refusal: told.refusal })
    // A long list must not keep the questions of the screen waiting.
    await breathe()
  }
  if (number === null)
    return fail('bulk-nobody', { reasons: [...new Set(leftOut.map(({ refusal }) => refusal.code))].join(' ') })
  await tx.settings.saveDraft('bulk', null)
  return ok({ listId, number, recorded, leftOut })
}

interface One {
  readonly input: Input
  readonly line: Input['cards'][number]
  /** SHA-256 of the signature of who is in charge, under every line. */
  readonly signature: string
  readonly place: { readonly id: string; readonly number: string; readonly line: number }
}

async function recordOne(
  deps: Deps,
  tx: WriteSet,
  { input, line, signature, place }: One,
  { who, offline, claimed }: Around,
): Promise<Result<HandoverFact, Fault>> {
  const card = (await tx.cards.find(line.cardId))?.row
  if (!card) return fail('card-unknown')
  const elsewhere = claimed.get(card.id)
  if (elsewhere) return elsewhere
  const region = await tx.settings.region()
  const asked = bulkInput(await withPinInForce(tx, card), input, line, region)
  const allowed = await mayHandOver(deps, tx, asked, who)
  if (!allowed.ok) return allowed
  const { group, inCharge } = input
  const list = { ...place, ...group, inCharge: { name: inCharge.name, position: inCharge.position } }
  return ok(await writeHandover(deps, tx, asked, who, { ...allowed.value, signature, photo: null, offline, list }))
}
