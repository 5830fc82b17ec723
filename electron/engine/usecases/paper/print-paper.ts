import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { makePaper, subjectOf } from './make-paper.ts'
import { a4Mm, pagesHtml, printDpi } from './pages-html.ts'

const mostPages = 24

/**
 * On an A4 printer of the operating system. The audit is written first: paper that came out without a trace would be worse than a trace of paper that
 * did not. Faults: paper-unknown, those of its builder, paper-too-long, printer-unreachable, printer-stalled (perhaps it was printed).
 */
export async function printPaper(
  deps: Deps,
  { paper, printerName }: ParsedInputOf<'paper.print'>,
  who: Who,
): Answer<OutputOf<'paper.print'>> {
  const made = await makePaper(deps, paper, who)
  if (!made.ok) return made
  const { pageCount, pages } = await deps.documents.pictures(made.value.pdf, { dpi: printDpi, mostPages })
  if (pages.length < pageCount) return fail('paper-too-long', { pages: pageCount, most: mostPages })
  await deps.inOneWrite((tx) =>
    tx.audit.append({ kind: 'print-paper', subject: subjectOf(paper), staffId: who.staff.id, at: deps.clock.now() }),
  )
  const outcome = await deps.shell.systemPrint({ printerName, widthMm: a4Mm, html: pagesHtml(pages) })
  if (outcome === 'timed-out') return fail('printer-stalled', { why: 'no-confirmation' })
  if (outcome !== 'printed')
    return fail('printer-unreachable', { why: outcome === 'failed' ? 'spooler-refused' : 'not-installed' })
  return ok({ pageCount })
}
