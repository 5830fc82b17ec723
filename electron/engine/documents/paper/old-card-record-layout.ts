import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { countCards } from '#shared/domain/paper/count-cards.ts'
import type { OldCardRecord } from '#shared/domain/paper/old-card-record.ts'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { solemnTime } from '#shared/domain/paper/written-date.ts'
import { paperDay } from '#shared/domain/receipt/paper-date.ts'
import { pieces } from './card-table.ts'
import { pageFrame } from './page-frame.ts'
import { acknowledges } from './parties.ts'
import { centred, fields, grid, paragraph } from './pieces.ts'
import { signatureInTheMiddle, signatureRow } from './signers.ts'

const words = paperWords.oldCards
const { columns } = paperWords

/** Berita acara pemusnahan or pengembalian of withdrawn cards, with two witnesses. */
export const oldCardRecordLayout = (record: OldCardRecord): TDocumentDefinitions =>
  pageFrame(record, {
    title: paperTitle(record),
    number: record.number,
    free: false,
    content: [
      paragraph(paperWords.today(solemnTime(record.at, record.zone), record.place)),
      fields(partiesOf(record).map(({ heading, party }) => [heading, described(party)])),
      paragraph(whatWasDone(record)),
      table(record),
      signatures(record),
    ],
  })

const partiesOf = ({ officer, receiver, witnesses }: OldCardRecord) => [
  { heading: words.officer, party: officer },
  ...(receiver ? [{ heading: words.receiver, party: receiver }] : []),
  ...witnesses.map((party, at) => ({ heading: words.witness(at + 1), party })),
]

const described = ({ name, position }: PaperParty): string | null =>
  name === null ? null : position ? `${name}, ${position}` : name

function whatWasDone({ outcome, rows, method }: OldCardRecord): string {
  const { ktpEl, kia } = countCards(rows)
  return outcome === 'destroyed'
    ? words.destroyed(pieces(ktpEl), pieces(kia), method ?? words.method)
    : words.returned(pieces(ktpEl), pieces(kia))
}

const table = ({ rows }: OldCardRecord): Content =>
  grid({
    widths: [18, '*', 91, 30, 52, 106, 50],
    head: [columns.no, columns.name, columns.nik, columns.kind, columns.withdrawn, columns.receipt, columns.note],
    rows: rows.map((row, at) => [
      centred(at + 1),
      row.ownerName,
      row.nikMasked,
      centred(paperWords.card[row.cardKind]),
      centred(paperDay(row.withdrawnOn)),
      { text: row.receiptNumber, fontSize: 6.9, noWrap: true },
      row.note,
    ]),
    empty: paperWords.noRows,
  })

const signatures = (record: OldCardRecord): Content => {
  const [officer, ...others] = partiesOf(record).map(({ heading, party }) => ({ heading: [`${heading},`], party }))
  const receiver = record.receiver ? others.slice(0, 1) : []
  return {
    unbreakable: true,
    stack: [
      paragraph(paperWords.closing, [0, 4, 0, 8]),
      ...(officer ? [signatureRow([...receiver, officer], [0, 0, 0, 10])] : []),
      signatureRow(others.slice(receiver.length), [0, 0, 0, 10]),
      signatureInTheMiddle(acknowledges(record.acknowledged), [0, 0, 0, 0]),
    ],
  }
}
