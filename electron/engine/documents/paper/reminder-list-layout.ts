import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { ReminderList } from '#shared/domain/paper/reminder-list.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenDay } from '#shared/domain/paper/written-date.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import { pageFrame } from './page-frame.ts'
import { centred, grid, paragraph } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.reminders
const { columns } = paperWords

/** Daftar kartu belum diambil: a line per card, with room for a pen. */
export const reminderListLayout = (list: ReminderList): TDocumentDefinitions =>
  pageFrame(list, {
    title: paperTitle(list),
    number: null,
    free: true,
    content: [paragraph(words.lead), table(list), signature(list)],
  })

const table = ({ rows, zone }: ReminderList): Content =>
  grid({
    widths: [20, '*', 30, 58, 40, 74, 110],
    head: [columns.no, columns.name, columns.kind, words.place, words.days, words.last, words.outcome],
    rows: rows.map((row, at) => [
      centred(at + 1),
      { stack: [row.ownerName, { text: row.kitirNumber, fontSize: 7.5 }] },
      centred(paperWords.card[row.cardKind]),
      row.place ?? '-',
      centred(row.days),
      row.remindedAt ? writtenDay(localTime(row.remindedAt, zone).day) : '-',
      { text: '', margin: [0, 0, 0, 14] },
    ]),
    empty: paperWords.noRows,
  })

const signature = (list: ReminderList): Content => ({
  unbreakable: true,
  stack: [
    {
      text: `${list.town}, ${writtenDay(localTime(list.at, list.zone).day)}`,
      alignment: 'right',
      margin: [0, 10, 40, 6],
    },
    signatureRow([{ heading: [`${words.officer},`], party: list.officer }], [0, 0, 0, 0]),
  ],
})
