import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { countCards } from '#shared/domain/paper/count-cards.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { ReturnRecord } from '#shared/domain/paper/return-record.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { cardTable, pieces } from './card-table.ts'
import { pageFrame } from './page-frame.ts'
import { closing, opening } from './parties.ts'
import { paragraph } from './pieces.ts'

/** Berita acara pengembalian kartu ke Dinas. */
export function returnRecordLayout(record: ReturnRecord): TDocumentDefinitions {
  const { ktpEl, kia } = countCards(record.rows)
  return pageFrame(record, {
    title: paperTitle(record),
    number: record.number,
    free: false,
    content: [
      ...opening(record),
      paragraph(paperWords.returns.handed(pieces(ktpEl), pieces(kia))),
      cardTable(record.rows),
      ...closing(record),
    ],
  })
}
