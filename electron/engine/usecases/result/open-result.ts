import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { a4Mm, pagesHtml, printDpi } from '../paper/pages-html.ts'
import { saveNoted } from '../paper/save-noted.ts'
import type { OpenedPdf } from '../ports.ts'
import { resultBytes } from './result-bytes.ts'

const screenDpi = 110
const mostPages = 24

/** Pages and signature; both looked at in the guarded thread, one after the other. */
export async function openResult(
  deps: Deps,
  asked: ParsedInputOf<'result.open'>,
  { staff }: Who,
): Answer<OutputOf<'result.open'>> {
  const file = await resultBytes(deps, asked, staff.id)
  if (!file.ok) return file
  const { title, pdf } = file.value
  const pages = await pagesOf(deps, pdf, screenDpi)
  if (!pages.ok) return pages
  const { signatureAnchors = [] } = await deps.reading((db) => db.settings.region())
  const anchors = signatureAnchors.map((anchor) => Buffer.from(anchor, 'base64'))
  const signature = await deps.documents.signature(pdf, anchors)
  return ok({ title, pages: pages.value.map((page) => Buffer.from(page).toString('base64')), signature })
}

/** The audit is written first. */
export async function printResult(
  deps: Deps,
  { printerName, ...asked }: ParsedInputOf<'result.print'>,
  { staff }: Who,
): Answer<OutputOf<'result.print'>> {
  const file = await resultBytes(deps, asked, staff.id)
  if (!file.ok) return file
  const pages = await pagesOf(deps, file.value.pdf, printDpi)
  if (!pages.ok) return pages
  const entry = { kind: 'print-paper', subject: `result ${asked.applicationId}`, staffId: staff.id } as const
  await deps.inOneWrite((tx) => tx.audit.append({ ...entry, at: deps.clock.now() }))
  const html = pagesHtml(pages.value, 'image/jpeg')
  const outcome = await deps.shell.systemPrint({ printerName, widthMm: a4Mm, html })
  if (outcome === 'timed-out') return fail('printer-stalled', { why: 'no-confirmation' })
  if (outcome !== 'printed')
    return fail('printer-unreachable', { why: outcome === 'failed' ? 'spooler-refused' : 'not-installed' })
  return ok({ pageCount: pages.value.length })
}

/** As it was signed, to the byte. */
export async function saveResult(
  deps: Deps,
  asked: ParsedInputOf<'result.save'>,
  { staff }: Who,
): Answer<OutputOf<'result.save'>> {
  const file = await resultBytes(deps, asked, staff.id)
  if (!file.ok) return file
  const { title, pdf } = file.value
  const fileName = `${title
    .toLowerCase()
    .replace(/[^0-9a-z.-]+/g, '-')
    .slice(0, 80)}.pdf`
  const entry = { kind: 'save-pdf', subject: `result ${asked.applicationId}`, staffId: staff.id } as const
  return saveNoted(deps, entry, { fileName, bytes: pdf })
}

async function pagesOf(deps: Deps, pdf: Uint8Array, dpi: number): Promise<Result<readonly Uint8Array[], Fault>> {
  const opened = await deps.documents.open(pdf, { dpi, mostPages })
  return opened.outcome === 'opened' ? ok(opened.pages) : fail(faultOf[opened.outcome])
}

const faultOf = {
  encrypted: 'document-encrypted',
  damaged: 'document-damaged',
  'too-heavy': 'document-too-heavy',
  'too-many-pages': 'document-too-many-pages',
} as const satisfies Record<Exclude<OpenedPdf['outcome'], 'opened'>, Fault['code']>
