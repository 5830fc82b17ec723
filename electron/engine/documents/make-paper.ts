import type { Paper } from '#shared/domain/paper/paper.ts'
import { paperLayout } from './paper/paper-layouts.ts'
import { printablePaper } from './paper/printable-paper.ts'
import { build, loadMaker } from './pdf-maker.ts'

/** One A4 paper to be made; `resourcesDir`: absolute folder of the fonts. */
export interface PaperOrder {
  readonly resourcesDir: string
  readonly paper: Paper
}

/** The paper as PDF. Three hundred rows take more than a second: never on the engine's own loop. */
export async function makePaper({ resourcesDir, paper }: PaperOrder): Promise<Uint8Array> {
  const printable = printablePaper(paper)
  return build(await loadMaker(resourcesDir), (size, tooTall) => paperLayout(printable, size, tooTall))
}
