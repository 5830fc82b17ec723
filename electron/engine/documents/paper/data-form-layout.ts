import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { DataColumn, DataPiece, DataRow, Ticked } from '#shared/domain/paper/data-form.ts'
import { paperTitle } from '#shared/domain/paper/paper-name.ts'
import type { Statement } from '#shared/domain/paper/statement.ts'
import { paperWords } from '#shared/domain/paper/words.ts'
import { dayBoxes, digitBoxes, ruled, tickLine, writingBox } from './form-boxes.ts'
import { grey } from './page-frame.ts'

const words = paperWords.statement
const side = 36
const labelWidth = 148
const shade = '#e6eaed'

/** A form that is a table of data: small type, the office in one line, the code in a box, as the ministry's forms look. */
export const boxedFrame = (form: Statement, content: Content[]): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [side, 30, side, 38],
  language: 'id',
  info: { title: form.code ?? paperTitle(form), creator: 'Loket', creationDate: new Date(form.at) },
  defaultStyle: { font: 'Inter', fontSize: 8.5, lineHeight: 1.15 },
  footer: (page, pages) => foot(form, page, pages),
  content: [top(form), ...title(form), ...content],
})

const top = ({ head, unitLine, code }: Statement): Content => ({
  columns: [
    { width: '*', stack: [{ text: head.join(' · '), bold: true }, unitLine] },
    code === null
      ? { width: 1, text: '' }
      : {
          width: 70,
          table: { widths: ['*'], body: [[{ text: code, bold: true, fontSize: 12, alignment: 'center' }]] },
          layout: ruled(4, 3),
        },
  ],
})

const title = (form: Statement): Content[] => [
  { text: paperTitle(form), bold: true, fontSize: 11.5, alignment: 'center', margin: [0, 5, 0, 0] },
  ...(form.about === null ? [] : [{ text: form.about, bold: true, alignment: 'center' } satisfies Content]),
  { text: words.print, fontSize: 7.5, alignment: 'center', margin: [0, 1, 0, 4] },
]

const foot = (form: Statement, page: number, pages: number): Content => ({
  margin: [side, 10, side, 0],
  fontSize: 7.5,
  color: grey,
  columns: [
    { width: '*', text: [form.free, ...(form.unchecked ? [words.unchecked] : [])].join(' ') },
    { width: 'auto', text: [...(form.code === null ? [] : [form.code]), paperWords.page(page, pages)].join(' · ') },
  ],
})

/** Numbered rows, ticks or a table, under its heading. */
export function dataPiece(of: DataPiece): Content {
  const body = 'rows' in of ? rows(of) : 'lists' in of ? lists(of) : table(of)
  const long = 'cells' in of && of.cells.length > 12
  return { stack: [...heading(of.section), body], margin: [0, 0, 0, 4], unbreakable: !long }
}

const heading = (section: string | null): Content[] =>
  section === null
    ? []
    : [
        {
          table: { widths: ['*'], body: [[{ text: section, bold: true, fillColor: shade }]] },
          layout: ruled(4, 1.5),
          margin: [0, 0, 0, 2],
        },
      ]

const rows = ({ rows: all, from }: Extract<DataPiece, { rows: unknown }>): Content => ({
  table: {
    widths: [14, labelWidth, 3, '*'],
    body: all.map(({ label, value }, at): TableCell[] => [
      { text: `${from + at}.`, fontFeatures: ['tnum'], margin: [0, 2, 0, 0] },
      { text: label, margin: [0, 2, 0, 0] },
      { text: ':', margin: [0, 2, 0, 0] },
      valueCell(value),
    ]),
  },
  layout: {
    ...ruled(2, 0),
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingBottom: () => 1.6,
  },
})

function valueCell(value: DataRow['value']): Content {
  if ('ticks' in value) return tickGrid(value.ticks)
  if ('day' in value) return dayBoxes(value.day)
  return 'boxes' in value ? digitBoxes(value.boxes, value.text) : writingBox(value.text)
}

/** Long words stand alone in their line, short ones by up to four. */
function tickGrid(ticks: readonly Ticked[]): Content {
  const longest = Math.max(...ticks.map(({ label }) => label.length))
  const inRow = longest > 42 ? 1 : longest > 24 ? 2 : longest > 12 ? 3 : 4
  const lines = Array.from({ length: Math.ceil(ticks.length / inRow) }, (_, at) =>
    ticks.slice(at * inRow, (at + 1) * inRow),
  )
  return {
    margin: [0, 1, 0, 0],
    stack: lines.map((line) => ({
      columns: [
        ...line.map((one) => tickLine(one)),
        ...Array.from({ length: inRow - line.length }, () => ({ text: '' })),
      ],
      columnGap: 6,
    })),
  }
}

const lists = ({ lists: all }: Extract<DataPiece, { lists: unknown }>): Content => ({
  table: {
    widths: all.map(() => '*'),
    body: [
      ...(all.some(({ head }) => head !== null)
        ? [all.map(({ head }): TableCell => ({ text: head ?? '', bold: true, fillColor: shade }))]
        : []),
      all.map(({ ticks }): TableCell => ({ stack: ticks.map((one) => tickLine(one)) })),
    ],
  },
  layout: ruled(4, 2),
})

function table({ table: columns, cells }: Extract<DataPiece, { table: unknown }>): Content {
  const widths = [14, ...columns.map((column) => column.width ?? ('*' as const))]
  const heads = headsOf(columns)
  return {
    fontSize: 7.5,
    table: {
      headerRows: heads.length,
      dontBreakRows: true,
      widths,
      heights: (row) => (row < heads.length ? 8 : 14),
      body: [
        ...heads,
        ...cells.map((row, at): TableCell[] => [
          { text: `${at + 1}`, alignment: 'center' },
          ...row.map((text, column): TableCell => cellOf(text, columns[column])),
        ]),
      ],
    },
    layout: ruled(2, 1),
  }
}

const cellOf = (text: string | null, column: DataColumn | undefined): TableCell =>
  text === null && column && column.boxes > 0
    ? digitBoxes(column.boxes, null, 9.5)
    : { text: text ?? '', fontFeatures: ['tnum'] }

/** One row of heads, or two where neighbours have a group above them. */
function headsOf(columns: readonly DataColumn[]): TableCell[][] {
  const head = (text: string, more: object = {}): TableCell => {
    return { text, bold: true, alignment: 'center', fillColor: shade, ...more }
  }
  if (columns.every(({ group }) => group === null))
    return [[head(words.number), ...columns.map(({ label }) => head(label))]]
  const upper = columns.map(({ group, label }, at): TableCell => {
    if (group === null) return head(label, { rowSpan: 2 })
    if (columns[at - 1]?.group === group) return ''
    return head(group, { colSpan: columns.filter((one) => one.group === group).length })
  })
  const lower = columns.map(({ group, label }): TableCell => (group === null ? '' : head(label)))
  return [
    [head(words.number, { rowSpan: 2 }), ...upper],
    ['', ...lower],
  ]
}
