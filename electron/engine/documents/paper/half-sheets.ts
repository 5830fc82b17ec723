import type { Content } from 'pdfmake/interfaces.js'
import type { SheetSize } from '../pdf-maker.ts'

const page = { width: 595.28, height: 841.89 }
const side = 42

/** Where an A4 page is cut into two sheets of A5 height. */
export const middle = page.height / 2

export const cutLine: Content = {
  canvas: [
    {
      type: 'line',
      x1: side,
      y1: middle,
      x2: page.width - side,
      y2: middle,
      lineWidth: 0.5,
      dash: { length: 4, space: 3 },
      lineColor: '#7c8890',
    },
  ],
}

/** The second sheet on the lower half, or on a page of its own. `top`: points between the cut and its first line. */
export const placeOfSecond = (size: SheetSize, top: number, left = side) =>
  size === 'half' ? { absolutePosition: { x: left, y: middle + top } } : ({ pageBreak: 'before' } as const)
