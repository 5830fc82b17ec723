import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { type BlankEntry, changeOf, countsFollowed, stockOf } from '#shared/domain/blank/blank-entry.ts'
import type { CardKind } from '#shared/domain/card/card.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import type { Device, ReadSet } from '../stores.ts'

type Book = OutputOf<'blanks.book'>

/** What is left of the blanks, and the lines of the book. */
export function blankBook(deps: Deps, { offset, limit }: ParsedInputOf<'blanks.book'>): Answer<Book> {
  return deps.reading(async (db) => {
    if ((await siola(db)) === null) return fail('not-at-the-dinas')
    const seen = await db.things.list('blank-entry', { newestFirst: true, offset, limit })
    const [ktpEl, kia] = [await blankEntries(db, 'ktp-el'), await blankEntries(db, 'kia')]
    const followed = new Set([...countsFollowed(ktpEl), ...countsFollowed(kia)])
    const rows = seen.map(({ row, centre }) => {
      const { id: entryId, kind, cardKind, quantity, number, reason, at, staffName, deviceCode } = row
      const beside = kind === 'counted' && !followed.has(entryId)
      const change = beside ? 0 : changeOf(row)
      return { entryId, kind, cardKind, quantity, change, beside, number, reason, at, staffName, deviceCode, centre }
    })
    const stock = { 'ktp-el': stockOf(ktpEl), kia: stockOf(kia) }
    return ok({ stock, rows, total: await db.things.count('blank-entry') })
  })
}

/** The lines of the book about one kind of card. */
export async function blankEntries(db: Pick<ReadSet, 'things'>, cardKind: CardKind): Promise<readonly BlankEntry[]> {
  return (await db.things.list('blank-entry', { about: cardKind })).map(({ row }) => row)
}

/** This device, where it stands at the Dinas: cards are printed nowhere else. */
export async function siola(db: Pick<ReadSet, 'device' | 'directory'>): Promise<Device | null> {
  const device = await db.device.current()
  const unit = device && (await db.directory.unit(device.homeScope))
  return unit?.kind === 'dinas' ? device : null
}
