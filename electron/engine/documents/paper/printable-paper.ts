import type { Paper } from '#shared/domain/paper/paper.ts'
import { printable } from '../../printing/printable.ts'

/** The paper with every text in letters that the typeface has; the text of a QR is drawn, not written, and stays as it is. */
export const printablePaper = (paper: Paper): Paper => printableParts(paper) as Paper

const drawn = new Set(['labelCode'])

function printableParts(part: unknown): unknown {
  if (typeof part === 'string') return printable(part)
  if (Array.isArray(part)) return part.map(printableParts)
  if (part === null || typeof part !== 'object' || part instanceof Uint8Array) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, drawn.has(key) ? value : printableParts(value)]),
  )
}
