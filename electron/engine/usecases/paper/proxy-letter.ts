import type { Card } from '#shared/domain/card/card.ts'
import type { LetterPerson } from '#shared/domain/paper/proxy-letter.ts'
import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, unitNameOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Surat kuasa of a card, or an empty form of the asker's unit. Fault: card-unknown. */
export const proxyLetter: PaperBuilder<'proxy-letter'> = async (db, { id }, { staff, now }) => {
  const seen = id === null ? null : await db.cards.find(id)
  if (id !== null && seen === null) return fail('card-unknown')
  const card = seen?.row ?? null
  const scope = card?.scope ?? (await db.device.current())?.homeScope ?? staff.scope
  return ok({
    ...(await paperBaseOf(db, scope, now)),
    kind: 'proxy-letter',
    giver: card && (await giverOf(db, card)),
    proxy: null,
    card: card && { cardKind: card.kind, ownerName: card.ownerName, kitirNumber: card.kitirNumber },
    unit: await unitNameOf(db, scope),
  })
}

/** A child's card is collected for a parent, whom the clerk does not choose: that form stays empty. The NIK is the giver's to write. */
async function giverOf(db: ReadSet, card: Card): Promise<LetterPerson | null> {
  if (card.kind === 'kia') return null
  const household = card.kkNumber === null ? null : await db.directory.household(card.kkNumber)
  return {
    name: card.ownerName,
    nikMasked: null,
    birthPlace: null,
    birthDate: card.ownerBirthDate,
    address: household?.address ?? null,
  }
}
