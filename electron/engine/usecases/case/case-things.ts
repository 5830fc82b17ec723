import type { CaseShown } from '#shared/contract/engine/cases.ts'
import type { Case } from '#shared/domain/handover/handover.ts'
import { oldCardActsTold } from '#shared/domain/old-card/old-card-acts-told.ts'
import type { ReadSet } from '../stores.ts'

/** Every berita acara about the old cards that a case names, the one that stands first. */
export async function oldCardActsOf(
  { things }: Pick<ReadSet, 'things'>,
  { oldCardIds = [] }: Case,
): Promise<CaseShown['oldCards']> {
  const found = await Promise.all(oldCardIds.map((id) => things.find('old-card', id)))
  return found.flatMap((seen) => (seen ? oldCardActsTold(seen.row) : []))
}

/** The lines of the book of blanks that a case names. */
export async function blanksOf(
  { things }: Pick<ReadSet, 'things'>,
  { blankEntryIds = [] }: Case,
): Promise<CaseShown['blanks']> {
  const found = await Promise.all(blankEntryIds.map((id) => things.find('blank-entry', id)))
  return found.flatMap((seen) => {
    if (!seen) return []
    const { id: entryId, kind, cardKind, quantity, at, staffName, staffCode, deviceCode, number, reason } = seen.row
    return [{ entryId, kind, cardKind, quantity, at, staffName, staffCode, deviceCode, number, reason }]
  })
}
