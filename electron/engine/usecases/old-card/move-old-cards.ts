import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { WithdrawnCard } from '#shared/domain/old-card/old-card.ts'
import type { OldCardsMoved } from '#shared/domain/old-card/old-card-rule.ts'
import { ok } from '#shared/domain/result.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { paperNumber } from '../paper-number.ts'
import type { WriteSet } from '../stores.ts'

type Input = ParsedInputOf<'old-card.move'>

/** Records that old cards were destroyed or went back, with the number of their berita acara. Faults: see the contract. */
export async function moveOldCards(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'old-card.move'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const device = await tx.device.current()
    if (device === null) return fail('not-enrolled')
    const cards = await heldOf(tx, input.oldCardIds)
    if (cards.length < input.oldCardIds.length)
      return fail('old-card-gone', { count: input.oldCardIds.length - cards.length })
    const fact = await factOf(deps, tx, input, who, { cards, offline, deviceCode: device.deviceCode })
    const by = { staffId: who.staff.id, scope: cards[0]?.scope ?? device.homeScope, subject: fact.actId }
    await recordAct(tx, { type: 'old-card.move', payload: fact }, { ...by, audit: { kind: 'old-cards' } })
    return ok({ actId: fact.actId, number: fact.number, cards: cards.length })
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('thing:old-card', 'queue', 'status')
  return answer
}

async function heldOf(tx: WriteSet, ids: readonly string[]): Promise<readonly WithdrawnCard[]> {
  const found: WithdrawnCard[] = []
  for (const id of new Set(ids)) {
    const seen = await tx.things.find('old-card', id)
    if (seen?.row.state === 'held') found.push(seen.row)
  }
  return found
}

interface Told {
  readonly cards: readonly WithdrawnCard[]
  readonly offline: boolean
  readonly deviceCode: string
}

async function factOf(
  deps: Deps,
  tx: WriteSet,
  { kind, place, method, witnesses, receiver }: Input,
  { staff }: Who,
  { cards, offline, deviceCode }: Told,
): Promise<OldCardsMoved> {
  const at = deps.clock.now()
  return {
    actId: deps.ids.uuid(),
    kind,
    at,
    staffId: staff.id,
    staffName: staff.name,
    staffCode: staff.code,
    deviceCode,
    number: await paperNumber(tx, 'BAM', at, (counter) => tx.numbers.next(counter)),
    place,
    method: kind === 'destroyed' ? method : null,
    witnesses,
    receiver: kind === 'returned' ? receiver : null,
    cards: cards.map(({ id, cardId }) => ({ oldCardId: id, cardId })),
    offline,
  }
}
