import type { Handover } from '#shared/domain/handover/handover.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { HandoverListRow } from '#shared/domain/paper/handover-list.ts'
import { paperPositions, paperWords } from '#shared/domain/paper/words.ts'
import { ok } from '#shared/domain/result.ts'
import { fail } from '../fail.ts'
import type { ReadSet } from '../stores.ts'
import { paperBaseOf, staffParty } from './paper-base-of.ts'
import type { PaperBuilder } from './paper-builder.ts'

/** Daftar tanda terima of the list `id`. Fault: paper-unknown. */
export const handoverList: PaperBuilder<'handover-list'> = async (db, { id }) => {
  const lines = await db.handovers.ofList(id)
  const [first] = lines
  const list = first?.list
  if (!first || !list) return fail('paper-unknown')
  const base = await paperBaseOf(db, first.scope, first.at)
  // Every line bears the one signature of who is in charge; each person signs with a pen.
  const party = { ...list.inCharge, code: null, signature: await db.blobs.get(first.signature) }
  const rows: HandoverListRow[] = []
  for (const line of lines) rows.push(await rowOf(db, line))
  return ok({
    ...base,
    kind: 'handover-list',
    number: list.number,
    group: list.kind,
    groupName: list.name,
    place: list.place,
    inCharge: { ...party, position: party.position === '' ? null : party.position },
    officer: await staffParty(db, { name: first.staffName, code: first.staffCode }, paperPositions.registrar, null),
    rows,
  })
}

async function rowOf(db: ReadSet, line: Handover): Promise<HandoverListRow> {
  const card = (await db.cards.find(line.cardId))?.row
  const { standing } = line
  const ended = standing === 'undone' || standing === 'set-aside'
  return {
    kitirNumber: card?.kitirNumber ?? '',
    ownerName: card?.ownerName ?? line.collector.name,
    nikMasked: card ? maskNik(card.ownerNik) : '',
    cardKind: card?.kind ?? 'ktp-el',
    receiptNumber: line.receiptNumber,
    received: !ended,
    note: ended ? paperWords.list.ended[standing] : '',
  }
}
