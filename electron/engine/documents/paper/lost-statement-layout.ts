import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { LostStatement } from '#shared/domain/paper/lost-statement.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenDay } from '#shared/domain/paper/written-date.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import { pageFrame, textWidth } from './page-frame.ts'
import { acknowledges } from './parties.ts'
import { fields, paragraph, writingLine } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.lost
const indent = 14

/** Layout E: surat pernyataan menghilangkan. */
export const lostStatementLayout = (statement: LostStatement): TDocumentDefinitions =>
  pageFrame(statement, {
    title: paperTitle(statement),
    number: statement.number,
    free: false,
    content: [
      paragraph(words.signed),
      officer(statement),
      paragraph(words.states),
      card(statement),
      paragraph(words.happened(statement.unit)),
      ...account(statement),
      paragraph(words.promises, [0, 6, 0, 6]),
      paragraph(words.closing, [0, 0, 0, 14]),
      signatures(statement),
    ],
  })

const officer = ({ officer: { name, code, position }, unit }: LostStatement): Content =>
  fields(
    [
      [paperWords.party.name, name],
      [paperWords.party.code, code],
      [paperWords.party.position, position],
      [words.unit, unit],
    ],
    indent,
  )

const card = ({ card: { cardKind, ownerName, nikMasked, kitirNumber }, shipment }: LostStatement): Content =>
  fields(
    [
      [words.kind, paperWords.card[cardKind]],
      [words.owner, ownerName],
      [paperWords.columns.nik, nikMasked],
      [paperWords.columns.kitir, kitirNumber],
      [words.received, shipment && words.record(shipment.number, writtenDay(shipment.day))],
    ],
    indent,
  )

const account = ({ account: told }: LostStatement): Content[] =>
  told === null
    ? [1, 2, 3].map((): Content => ({ stack: [writingLine(textWidth)], margin: [0, 3, 0, 3] }))
    : [paragraph(told)]

const signatures = (statement: LostStatement): Content => {
  const day = writtenDay(localTime(statement.at, statement.zone).day)
  const lurah = acknowledges(statement.acknowledged)
  return signatureRow(
    [
      { ...lurah, heading: ['', ...lurah.heading] },
      {
        heading: [`${statement.town}, ${day}`, words.states2, ''],
        party: { ...statement.officer, position: null },
        materai: true,
      },
    ],
    [0, 0, 0, 0],
  )
}
