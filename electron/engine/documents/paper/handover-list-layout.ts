import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { HandoverList, HandoverListRow } from '#shared/domain/paper/handover-list.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenDay, writtenTime } from '#shared/domain/paper/written-date.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import { pageFrame } from './page-frame.ts'
import { centred, fields, grid, paragraph } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.list
const { columns } = paperWords

/** Daftar tanda terima: a line per person, each signs; who is in charge and the officer sign below. */
export const handoverListLayout = (list: HandoverList): TDocumentDefinitions =>
  pageFrame(list, {
    title: paperTitle(list),
    number: list.number,
    free: true,
    content: [
      fields([
        [words.group[list.group], list.groupName],
        [words.place, list.place],
        [words.time, writtenTime(list.at, list.zone)],
      ]),
      paragraph(words.statement),
      table(list.rows),
      { text: words.sum(list.rows.filter(({ received }) => received).length, list.rows.length), bold: true },
      signatures(list),
    ],
  })

const table = (rows: readonly HandoverListRow[]): Content =>
  grid({
    widths: [20, '*', 91, 30, 104, 84],
    head: [columns.no, columns.name, columns.nik, columns.kind, columns.received, columns.signature],
    rows: rows.map((row, at) => [
      centred(at + 1),
      { stack: [row.ownerName, { text: row.kitirNumber, fontSize: 7.5 }] },
      row.nikMasked,
      centred(paperWords.card[row.cardKind]),
      received(row),
      ink(row),
    ]),
    empty: paperWords.noRows,
  })

const received = (row: HandoverListRow): TableCell =>
  row.received
    ? { stack: [tick(), { text: row.receiptNumber ?? '', fontSize: 6.8, alignment: 'center', noWrap: true }] }
    : centred(words.no)

/** Drawn: the typeface has no such letter. */
const tick = (): Content => ({
  alignment: 'center',
  margin: [0, 0, 0, 3],
  canvas: [
    {
      type: 'polyline',
      lineWidth: 1.4,
      points: [
        { x: 0, y: 6 },
        { x: 3.5, y: 10 },
        { x: 10, y: 1 },
      ],
    },
  ],
})

/** Every row has room for a pen. */
const ink = ({ received: given, note }: HandoverListRow): TableCell =>
  given ? { text: '', margin: [0, 0, 0, 14] } : { text: note, fontSize: 8 }

const signatures = (list: HandoverList): Content => ({
  unbreakable: true,
  stack: [
    {
      text: `${list.town}, ${writtenDay(localTime(list.at, list.zone).day)}`,
      alignment: 'right',
      margin: [0, 10, 40, 6],
    },
    signatureRow(
      [
        { heading: [`${words.inCharge[list.group]},`], party: list.inCharge },
        { heading: [`${words.officer},`], party: list.officer },
      ],
      [0, 0, 0, 0],
    ),
  ],
})
