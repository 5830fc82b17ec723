import type { ReadSet } from '../stores.ts'

/** Is it open, as far as is known here, who has this card: of two hand-overs, which stands? */
export async function isContested(db: Pick<ReadSet, 'cases' | 'handovers'>, cardId: string): Promise<boolean> {
  const cases = await db.cases.about(cardId)
  const handovers = await db.handovers.ofCard(cardId)
  return (
    cases.some(({ row }) => row.state === 'open' && row.kind === 'double-hand-over') ||
    handovers.some(({ row }) => row.standing === 'contested')
  )
}
