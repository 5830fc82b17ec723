import type { Paper } from '#shared/domain/paper/paper.ts'
import { printableTexts } from '../../printing/printable-texts.ts'

const drawn = new Set(['labelCode'])

/** The paper with every text in letters that the typeface has; the text of a QR is drawn, not written, and stays as it is. */
export const printablePaper = (paper: Paper): Paper => printableTexts(paper, drawn)
