import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { makePaper, subjectOf } from './make-paper.ts'
import { saveNoted } from './save-noted.ts'

/** A4 PDF, kept where the person says. Faults: paper-unknown, those of its builder, file-not-saved. */
export async function savePaper(
  deps: Deps,
  { paper }: ParsedInputOf<'paper.save'>,
  who: Who,
): Answer<OutputOf<'paper.save'>> {
  const made = await makePaper(deps, paper, who)
  if (!made.ok) return made
  const { pdf, fileName } = made.value
  const entry = { kind: 'save-pdf', subject: subjectOf(paper), staffId: who.staff.id } as const
  return saveNoted(deps, entry, { fileName, bytes: pdf })
}
