import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { oldCardDuty } from '#shared/domain/card/old-card-duty.ts'
import type { PickUp } from '#shared/domain/handover/pick-ups.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLine } from '../card/card-line.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { withPinInForce } from '../ekitir/kitirs-of.ts'
import { mayHandOver } from '../handover/may-hand-over.ts'
import type { ReadSet, SeenCard } from '../stores.ts'
import { doubtsInCharge } from './bulk-doubts.ts'
import { type BulkList, bulkInput, bulkRule } from './bulk-input.ts'

type Input = ParsedInputOf<'bulk.check'>
type Output = OutputOf<'bulk.check'>

/**
 * Each card of a list that is being put together: as it stands, why it cannot be given so, and what should make one look twice at who is in charge;
 * what there is to look at for those who are given a card.
 */
export async function checkBulk(deps: Deps, input: Input, who: Who): Answer<Output> {
  return deps.reading(async (db) => {
    const region = await db.settings.region()
    const list = anyList(input)
    const lines: Output['lines'] = []
    const given: Card[] = []
    const taken: PickUp[] = []
    for (const asked of input.cards) {
      const seen = await db.cards.find(asked.cardId)
      if (!seen) continue
      const line = await lineOf(deps, db, { seen, list, label: asked.label, region }, who)
      const isGiven = asked.received && line.refusal === null
      if (isGiven) given.push(seen.row)
      const doubts = isGiven ? await doubtsInCharge(deps, db, seen.row, { ...input, taken }) : []
      lines.push({ ...line, doubts })
    }
    const limit = region.limits.pickUpsForOtherHouseholdsPerDay
    return ok({ lines, papers: papersOf(given, input, region), limit })
  })
}

/** Every paper that the rules ask for those who are given a card, each once, in the words of the city. */
function papersOf(given: readonly Card[], { receivedBy }: Input, region: RegionPack): Output['papers'] {
  const asked = given.flatMap((card) => bulkRule(card, receivedBy, region)?.papers ?? [])
  return [...new Map(asked.map(({ id, label }) => [id, { id, label }])).values()]
}

/** What will be said of the list is not known yet: somebody in charge who certainly is in order. */
const anyList = ({ receivedBy }: Input): BulkList => ({
  group: { kind: 'school', name: '', place: '' },
  receivedBy,
  inCharge: { name: '-', nik: '1101010101800001', position: '', seen: true },
  letter: { number: '-', date: '2000-01-01' },
  checked: [],
  doubtReason: '-',
})

interface Line {
  readonly seen: SeenCard
  readonly list: BulkList
  readonly label: string | null
  readonly region: RegionPack
}

async function lineOf(
  deps: Deps,
  db: ReadSet,
  { seen, list, label, region }: Line,
  who: Who,
): Promise<Omit<Output['lines'][number], 'doubts'>> {
  const oldCard = oldCardDuty(seen.row.issueReason)
  const card = await withPinInForce(db, seen.row)
  const asked = bulkInput(card, list, { withdrawn: oldCard === 'withdraw', label }, region)
  const none = { find: async () => null }
  const may = await mayHandOver(deps, { ...db, grants: none }, asked, who)
  return { card: cardLine(seen, deps.clock.now()), oldCard, refusal: may.ok ? null : may.refusal }
}
