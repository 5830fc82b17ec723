import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentLine } from '#shared/contract/engine/document.ts'
import { Dialog } from '../dialog.tsx'
import type { DocumentAsked } from './document-asked.ts'
import { DocumentWork } from './document-work.tsx'
import { KeptDocument } from './kept-document.tsx'

interface DocumentDialogProps {
  /** null: closed. */
  readonly asked: DocumentAsked | null
  readonly onClose: () => void
  readonly onKept: (document: DocumentLine) => void
  readonly onRemoved: (documentId: string) => void
}

/** Makes, shows and removes the one PDF of a requirement: by camera or by file. */
export function DocumentDialog({ asked, onClose, ...done }: DocumentDialogProps) {
  const { t } = useTranslation('document')
  // While it fades out nothing is asked any more, but it has a title.
  const [name, setName] = useState(asked?.name ?? '')
  if (asked && asked.name !== name) setName(asked.name)
  return (
    <Dialog opened={asked !== null} onClose={onClose} title={t('title', { name })} width={1240}>
      {asked && <Asked key={`${asked.draftId} ${asked.requirementId}`} asked={asked} onClose={onClose} {...done} />}
    </Dialog>
  )
}

type AskedProps = Omit<DocumentDialogProps, 'asked'> & { readonly asked: DocumentAsked }

function Asked({ asked, onClose, onKept, onRemoved }: AskedProps) {
  const [kept, setKept] = useState(asked.kept)
  const [again, setAgain] = useState(false)
  if (kept && !again)
    return (
      <KeptDocument
        document={kept}
        onClose={onClose}
        onAgain={() => setAgain(true)}
        onRemoved={() => {
          onRemoved(kept.documentId)
          onClose()
        }}
      />
    )
  return (
    <DocumentWork
      asked={asked}
      onClose={onClose}
      onKept={(document) => {
        onKept(document)
        setKept(document)
        setAgain(false)
      }}
    />
  )
}
