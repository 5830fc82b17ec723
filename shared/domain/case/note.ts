import type { Outcome, Rule, Seen } from '../act/rule.ts'
import type { Case, CaseNote } from '../handover/handover.ts'
import type { DoneBy } from '../movement/movement.ts'

/** The fact that somebody said something about a case, or was asked for it (keterangan). */
export interface CaseNoted extends DoneBy {
  readonly noteId: string
  readonly caseId: string
  readonly cardId: string | null
  readonly kind: CaseNote['kind']
  readonly text: string
}

/** A note is kept whatever became of the case; one about a case that nobody knows opens it. */
export const noteRule: Rule<CaseNoted> = {
  kind: 'fact',
  id: ({ noteId }) => noteId,
  staffId: ({ staffId }) => staffId,
  at: ({ at }) => at,
  needs: ({ caseId }) => [{ entity: 'case', id: caseId }],
  apply: (rows, fact, seen): Outcome => {
    const known = rows.get('case', fact.caseId)
    const file = withNote(known ?? unknownCase(fact, seen), fact)
    const code = known === null ? 'case-unknown' : seen.permitted ? null : 'not-permitted'
    return {
      changed: [{ entity: 'case', id: file.id, row: file }],
      verdict: known === null ? 'conflict' : 'applied',
      code,
      caseId: code === null ? null : file.id,
    }
  },
}

function withNote(file: Case, { noteId, kind, text, at, staffId, staffName, staffCode, deviceCode }: CaseNoted): Case {
  const { notes = [] } = file
  if (notes.some((note) => note.noteId === noteId)) return file
  return { ...file, notes: [...notes, { noteId, kind, text, at, staffId, staffName, staffCode, deviceCode }] }
}

const unknownCase = ({ caseId, cardId, at }: CaseNoted, { scope, acceptedAt }: Seen): Case => ({
  id: caseId,
  scope,
  kind: 'flagged-hand-over',
  cardId,
  handoverIds: [],
  state: 'open',
  openedAt: acceptedAt ?? at,
})
