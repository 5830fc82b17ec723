import type { Column, Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import type { Ticked } from '#shared/domain/paper/data-form.ts'
import type { CalendarDay } from '#shared/domain/time.ts'

/** Thin lines, and as little room around as a form can do with. */
export const ruled = (side: number, above: number): CustomTableLayout => ({
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => side,
  paddingRight: () => side,
  paddingTop: () => above,
  paddingBottom: () => above,
})

/** Points: a little over 4.5 mm, as wide as a digit by hand wants. */
const digitWidth = 13
const height = 11

/** A frame to write in, as high as its text wants. Kerning would hide the comma of `No. 17, RT`. */
export const writingBox = (text: string | null): Content => ({
  table: { widths: ['*'], heights: [height], body: [[{ text: text ?? '', fontFeatures: ['tnum'] }]] },
  layout: ruled(3, 1),
})

/** A box for each digit; `.` is a gap. */
function boxes(pattern: string, width: number): Content {
  const cells = [...pattern].map((sign): TableCell => {
    if (sign === '.') return { text: '', border: [false, false, false, false] }
    return { text: sign === '_' ? '' : sign, alignment: 'center' }
  })
  const widths = [...pattern].map((sign) => (sign === '.' ? width / 3 : width))
  return { table: { widths, heights: [height], body: [cells] }, layout: ruled(0, 1) }
}

export const digitBoxes = (count: number, text: string | null, width = digitWidth): Content =>
  boxes((text ?? '').slice(0, count).padEnd(count, '_'), width)

export function dayBoxes(day: CalendarDay | null): Content {
  const [year = '', month = '', date = ''] = (day ?? '____-__-__').split('-')
  return boxes(`${date}.${month}.${year}`, digitWidth)
}

/** A box and what it stands for; headings stand where boxes would begin. */
export const tickLine = ({ label, ticked }: Ticked, width: Column['width'] = '*'): Column =>
  ticked === null
    ? { width, text: label, bold: true, margin: [0, 2, 0, 1] }
    : {
        width,
        columns: [
          { width: 11, margin: [0, 0.5, 0, 1], ...tickBox(ticked) },
          { width: '*', text: label, margin: [0, 0.5, 0, 0] },
        ],
        columnGap: 4,
      }

const tickBox = (ticked: boolean): ContentTable => ({
  table: {
    widths: [9],
    heights: [9],
    body: [[{ text: ticked ? 'X' : '', bold: true, alignment: 'center', fontSize: 8, lineHeight: 1 }]],
  },
  layout: ruled(0, 0),
})
