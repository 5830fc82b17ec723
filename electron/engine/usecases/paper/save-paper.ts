import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { makePaper, subjectOf } from './make-paper.ts'

/** A4 PDF, kept where the person says. Faults: paper-unknown, those of its builder, file-not-saved. */
export async function savePaper(
  deps: Deps,
  { paper }: ParsedInputOf<'paper.save'>,
  who: Who,
): Answer<OutputOf<'paper.save'>> {
  const made = await makePaper(deps, paper, who)
  if (!made.ok) return made
  const { pdf, fileName } = made.value
  const outcome = await deps.shell.saveFile(fileName, pdf)
  if (outcome === 'failed') return fail('file-not-saved')
  if (outcome === 'saved')
    await deps.inOneWrite((tx) =>
      tx.audit.append({ kind: 'save-pdf', subject: subjectOf(paper), staffId: who.staff.id, at: deps.clock.now() }),
    )
  return ok({ saved: outcome === 'saved', fileName })
}
