import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import type { DailyRecord, StockFigure } from '#shared/domain/paper/daily-record.ts'
import type { PaperParty } from '#shared/domain/paper/paper-base.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { writtenWeekday } from '#shared/domain/paper/written-date.ts'
import { localTime } from '#shared/domain/receipt/paper-date.ts'
import { pageFrame } from './page-frame.ts'
import { atRight, centred, fields, grid, paragraph } from './pieces.ts'
import { signatureRow } from './signers.ts'

const words = paperWords.daily

/** Berita acara harian: the day in figures, signed by who closes and who takes over. */
export const dailyRecordLayout = (record: DailyRecord): TDocumentDefinitions =>
  pageFrame(record, {
    title: paperTitle(record),
    number: record.number,
    free: false,
    content: [
      fields([
        [words.day, writtenWeekday(record.day)],
        [words.shift, shift(record)],
      ]),
      {
        columns: [
          { width: 290, stack: [section(words.stock), stock(record.stock)] },
          { width: '*', stack: figures(record) },
        ],
        columnGap: 20,
      },
      section(words.differences),
      differences(record),
      section(words.handOvers),
      handOvers(record),
      signatures(record),
    ],
  })

const shift = ({ openedAt, closedAt, zone }: DailyRecord) =>
  words.between(localTime(openedAt, zone).time, localTime(closedAt, zone).time)

const section = (text: string): Content => ({ text, bold: true, margin: [0, 2, 0, 2] })

type Kinds = { readonly ktpEl: number; readonly kia: number }

const kinds = ({ ktpEl, kia }: Kinds, bold = false): TableCell[] =>
  [ktpEl, kia, ktpEl + kia].map((count) => atRight(count, bold))

const numberWidths = [36, 30, 38]

function stock(figures: readonly StockFigure[]): Content {
  const lines = figures.map((figure): TableCell[] => {
    const bold = figure.line === 'expected' || figure.line === 'counted'
    return [{ text: words.stockLine[figure.line], bold }, ...kinds(figure, bold)]
  })
  const difference = differenceOf(figures)
  const last = difference ? [[{ text: words.difference, bold: true }, ...kinds(difference, true)]] : []
  return grid({
    widths: ['*', ...numberWidths],
    head: words.stockColumns,
    rows: [...lines, ...last],
    empty: paperWords.noRows,
    fontSize: 9,
  })
}

function differenceOf(figures: readonly StockFigure[]): Kinds | null {
  const [expected, counted] = (['expected', 'counted'] as const).map((line) => figures.find((one) => one.line === line))
  if (!expected || !counted) return null
  return { ktpEl: counted.ktpEl - expected.ktpEl, kia: counted.kia - expected.kia }
}

function differences({ differences: found }: DailyRecord): Content {
  if (found.length === 0) return paragraph(words.noDifference)
  const { columns, condition } = paperWords
  return grid({
    widths: [20, 92, 120, 34, 56, '*'],
    head: [columns.no, columns.kitir, columns.name, columns.kind, words.difference, words.explanation],
    rows: found.map((one, at) => [
      centred(at + 1),
      one.kitirNumber,
      one.ownerName ?? paperWords.unknownCard,
      centred(one.cardKind ? paperWords.card[one.cardKind] : '-'),
      centred(condition[one.found]),
      one.explanation,
    ]),
    empty: paperWords.noRows,
  })
}

function handOvers({ handOvers: rows }: DailyRecord): Content {
  const sum = { ktpEl: total(rows.map(({ ktpEl }) => ktpEl)), kia: total(rows.map(({ kia }) => kia)) }
  return grid({
    widths: ['*', 70, 70, 70],
    head: [words.collectorColumn, ...words.stockColumns.slice(1)],
    rows: [
      ...rows.map((row): TableCell[] => [words.collector[row.collector], ...kinds(row)]),
      [{ text: words.total, bold: true }, ...kinds(sum, true)],
    ],
    empty: paperWords.noRows,
    fontSize: 9,
  })
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** Three short lists below each other, beside the stock. */
const figures = ({ oldCards, promise, complaints, payments }: DailyRecord): Content[] => [
  ...list(words.oldCards, pairs(words.oldCardLines, oldCards)),
  ...list(words.promise, pairs(words.promiseLines, promise)),
  ...list(words.complaints, [
    ...pairs(words.complaintLines, complaints),
    [words.payments, words.payment(payments.count, rupiah(payments.amount))],
  ]),
]

const pairs = <K extends string>(labels: Readonly<Record<K, string>>, counts: Readonly<Record<K, number>>) =>
  (Object.keys(labels) as K[]).map((key) => [labels[key], String(counts[key])] as const)

const list = (heading: string, rows: readonly (readonly [string, string])[]): Content[] => [
  section(heading),
  {
    table: { widths: ['*', 'auto'], body: rows.map(([label, value]): TableCell[] => [label, atRight(value)]) },
    fontSize: 9,
    margin: [0, 0, 0, 4],
    layout: {
      hLineWidth: (at: number) => (at === 0 ? 0 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => '#c9d0d5',
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 1.5,
      paddingBottom: () => 0.5,
    },
  },
]

/** The last sentence stays with the signatures. */
const signatures = ({ closing, taking }: DailyRecord): Content => ({
  unbreakable: true,
  stack: [
    paragraph(paperWords.closing, [0, 2, 0, 6]),
    signatureRow(
      [
        { heading: [`${words.takesOver},`], party: taking ?? nobody },
        { heading: [`${words.closes},`], party: closing },
      ],
      [0, 0, 0, 0],
      42,
    ),
  ],
})

const nobody: PaperParty = { name: null, position: null, code: null, signature: null }
