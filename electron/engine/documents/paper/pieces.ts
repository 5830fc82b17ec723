import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { clockLegible } from '../clock-legible.ts'
import { textWidth } from './page-frame.ts'

type Around = [number, number, number, number]

/** Not justified: the gaps would tear `KTP-el` and numbers apart at their hyphens and strokes. */
export const paragraph = (text: string, around: Around = [0, 0, 0, 6]): Content => ({
  text: clockLegible(text),
  margin: around,
})

export type Field = readonly [label: string, value: string | null]

/**
 * Label, colon, value; a value that is null is a dotted line to write on. A second line of the same value has no label. `before`: points at
 * the left that are another column's.
 */
export function fields(rows: readonly Field[], indent = 0, labelWidth = 120, before = 0): Content {
  const room = textWidth - before - indent - labelWidth - colonWidth - 2 * gap
  const byHand = (at: number) => rows[at]?.[1] === null
  return {
    margin: [indent, 0, 0, 6],
    table: {
      widths: [labelWidth, colonWidth, room],
      body: rows.map(([label, value]): TableCell[] => [
        label,
        label === '' ? '' : ':',
        value === null ? writingLine(room) : { text: clockLegible(value) },
      ]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : gap),
      paddingRight: () => 0,
      paddingTop: (row) => (byHand(row) ? 4 : 0),
      paddingBottom: () => 0.5,
    },
  }
}

const colonWidth = 3
const gap = 3

/** Dotted, at the height of the letters' foot. */
export const writingLine = (width: number): Content => ({
  canvas: [
    {
      type: 'line',
      x1: 0,
      y1: 11,
      x2: width,
      y2: 11,
      lineWidth: 0.7,
      dash: { length: 0.8, space: 2.2 },
      lineColor: '#333',
    },
  ],
})

export interface Grid {
  /** Points. */
  readonly widths: readonly (number | '*')[]
  readonly head: readonly string[]
  readonly rows: readonly TableCell[][]
  /** Said in one cell where there are no rows. */
  readonly empty: string
  readonly fontSize?: number
  readonly margin?: Around
}

/** A table with lines; its head stands on every page, and no row is torn apart. */
export function grid({ widths, head, rows, empty, fontSize = 8.5, margin = [0, 2, 0, 8] }: Grid): Content {
  const heads = head.map((text): TableCell => ({ text, bold: true, alignment: 'center', fillColor: '#edf0f2' }))
  const none: TableCell[] = [
    { text: empty, colSpan: head.length, alignment: 'center' },
    ...Array.from({ length: head.length - 1 }, (): TableCell => ''),
  ]
  return {
    margin,
    fontSize,
    lineHeight: 1.12,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [...widths],
      body: [heads, ...(rows.length === 0 ? [none] : rows)],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 2.5,
      paddingBottom: () => 1.5,
    },
  }
}

export const centred = (text: string | number): TableCell => ({ text: String(text), alignment: 'center' })
export const atRight = (text: string | number, bold = false): TableCell => ({
  text: String(text),
  alignment: 'right',
  bold,
})
