import type { Content } from 'pdfmake/interfaces.js'
import { terbilang } from '#shared/domain/money/terbilang.ts'
import type { PaperCard } from '#shared/domain/paper/paper-base.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { centred, grid } from './pieces.ts'

const { columns } = paperWords

/** The list of a berita acara: one row per card, however many. */
export const cardTable = (rows: readonly PaperCard[]): Content =>
  grid({
    widths: [20, 84, '*', 92, 34, 48, 70],
    head: [columns.no, columns.kitir, columns.name, columns.nik, columns.kind, columns.condition, columns.note],
    rows: rows.map((row, at) => [
      centred(at + 1),
      row.kitirNumber,
      row.ownerName ?? paperWords.unknownCard,
      row.nikMasked ?? '-',
      centred(row.cardKind ? paperWords.card[row.cardKind] : '-'),
      centred(paperWords.condition[row.condition]),
      row.note,
    ]),
    empty: paperWords.noRows,
  })

/** `12 (dua belas) keping`. */
export const pieces = (count: number): string => paperWords.pieces(count, terbilang(count))
