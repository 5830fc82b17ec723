import { useState } from 'react'
import { useEngine } from '../../app/engine-hooks.ts'
import type { DocumentAsked } from '../../ui/document/document-asked.ts'
import { DocumentDialog } from '../../ui/document/document-dialog.tsx'
import { withPaper } from './begun.ts'
import type { IntakeForm } from './form.ts'
import type { Drafting } from './use-draft.ts'

type Form = Pick<IntakeForm, 'begun' | 'change' | 'service'>

/**
 * Takes the document of a paper by camera or file. The draft is kept before, since documents belong to one; under a name of their own, since several services of a family
 * ask for papers of the same name.
 */
export function useAttach({ keep }: Drafting, { begun, change, service }: Form) {
  const engine = useEngine()
  const [asked, ask] = useState<(DocumentAsked & { readonly paper: string }) | null>(null)
  const attach = async (paper: string) => {
    const draftId = await keep()
    if (draftId === null) return
    const { documents } = await engine.call('document.list', { draftId })
    const there = begun.requirements[paper]?.documents ?? []
    const kept = documents.find(({ documentId }) => there.includes(documentId)) ?? null
    const name = service.requirements.find(({ id }) => id === paper)?.label ?? paper
    ask({ draftId, paper, name, kept, requirementId: kept?.requirementId ?? crypto.randomUUID() })
  }
  const set = (documents: string[]) =>
    asked && change((one) => withPaper(one, asked.paper, { how: 'upload', documents }))
  const dialog = (
    <DocumentDialog
      asked={asked}
      onClose={() => ask(null)}
      onKept={({ documentId }) => set([documentId])}
      onRemoved={() => set([])}
    />
  )
  return { attach: (paper: string) => void attach(paper), dialog }
}
