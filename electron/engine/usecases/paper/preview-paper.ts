import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { makePaper } from './make-paper.ts'

const screenDpi = 110
const mostPages = 6

/** The paper as it will be printed, its first pages as pictures. Faults: paper-unknown, those of its builder. */
export async function previewPaper(
  deps: Deps,
  { paper }: ParsedInputOf<'paper.preview'>,
  who: Who,
): Answer<OutputOf<'paper.preview'>> {
  const made = await makePaper(deps, paper, who)
  if (!made.ok) return made
  const { pageCount, pages } = await deps.documents.pictures(made.value.pdf, { dpi: screenDpi, mostPages })
  const shown = pages.map((page) => Buffer.from(page).toString('base64'))
  return ok({ fileName: made.value.fileName, pageCount, pages: shown })
}
