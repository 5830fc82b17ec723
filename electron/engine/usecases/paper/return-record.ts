import type { Card } from '#shared/domain/card/card.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { PaperCard, PaperCondition } from '#shared/domain/paper/paper-base.ts'
import { paperPositions } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, penParty, staffParty, unitNameOf } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Berita acara pengembalian of one act by which cards went back, named by its id; who gave the cards away stands on it, whoever prints it. Fault: paper-unknown. */
export const returnRecord: PaperBuilder<'return-record'> = async (db, { id }) => {
  const lines = (await db.things.list('movement', { idStart: `${id}:`, states: ['returned'] })).map(({ row }) => row)
  const [first] = lines
  if (!first?.number) return fail('paper-unknown')
  const rows: PaperCard[] = []
  for (const line of lines) {
    const card = (await db.cards.find(line.cardId))?.row
    if (card) rows.push(await rowOf(db, card, line))
  }
  const giver = { name: first.staffName, code: first.staffCode }
  return ok({
    ...(await paperBaseOf(db, first.scope, first.at)),
    kind: 'return-record',
    number: first.number,
    place: await unitNameOf(db, first.scope),
    first: await staffParty(db, giver, paperPositions.registrar, null),
    second: penParty(paperPositions.office),
    acknowledged: penParty(paperPositions.lurah),
    rows,
  })
}

async function rowOf(db: ReadSet, card: Card, line: Movement): Promise<PaperCard> {
  const before = (await db.things.list('movement', { about: card.id, newestFirst: true })).map(({ row }) => row)
  const broken = line.from === 'damaged' ? before.find(({ kind }) => kind in conditionOf) : undefined
  const { kitirNumber, ownerName, ownerNik, kind } = card
  return {
    ...{ kitirNumber, ownerName, nikMasked: maskNik(ownerNik), cardKind: kind },
    condition: line.from === 'damaged' ? (conditionOf[broken?.kind ?? 'damaged'] ?? 'damaged') : 'uncollected',
    note: broken?.reason ?? line.reason ?? '',
  }
}

/** How a card came to be out of the drawer. */
const conditionOf: Partial<Record<Movement['kind'], PaperCondition>> = {
  damaged: 'damaged',
  'received-damaged': 'damaged',
  misprinted: 'misprinted',
  'wrong-data': 'wrong-data',
}
