import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { countCards } from '#shared/domain/paper/count-cards.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { ShipmentRecord } from '#shared/domain/paper/shipment-record.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { cardTable, pieces } from './card-table.ts'
import { pageFrame } from './page-frame.ts'
import { closing, opening } from './parties.ts'
import { fields, paragraph } from './pieces.ts'

const words = paperWords.shipment

/** Layout B: berita acara pengiriman or penerimaan. */
export const shipmentRecordLayout = (record: ShipmentRecord): TDocumentDefinitions =>
  pageFrame(record, {
    title: paperTitle(record),
    number: record.number,
    free: false,
    content: [
      ...opening(record),
      paragraph(handedOver(record)),
      cardTable(record.rows),
      figures(record),
      ...(record.complete ? [] : [paragraph(words.partly)]),
      ...closing(record),
    ],
  })

function handedOver({ shipmentNumber, rows }: ShipmentRecord): string {
  const { ktpEl, kia } = countCards(rows)
  const subject = shipmentNumber === null ? words.both : words.answers(shipmentNumber)
  return `${subject} ${words.handed(pieces(ktpEl), pieces(kia))}`
}

function figures({ announced, foundBefore, unlisted, rows }: ShipmentRecord): Content {
  const { all } = countCards(rows)
  const short = announced - foundBefore - (all - unlisted)
  const differs = [
    ...(short > 0 ? [words.short(pieces(short))] : []),
    ...(unlisted > 0 ? [words.over(pieces(unlisted))] : []),
  ]
  return fields([
    [words.announced, pieces(announced)],
    ...(foundBefore > 0 ? [[words.before, pieces(foundBefore)] as const] : []),
    [words.counted, pieces(all)],
    [words.difference, differs.length > 0 ? differs.join(', ') : words.none],
  ])
}
