import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentLine } from '#shared/contract/engine/document.ts'
import { Dialog, DialogActions } from '../dialog.tsx'
import { KeyButton } from '../key-button.tsx'
import type { DocumentAsked } from './document-asked.ts'
import { DocumentWork, type Holds } from './document-work.tsx'
import { KeptDocument } from './kept-document.tsx'

interface DocumentDialogProps {
  /** null: closed. */
  readonly asked: DocumentAsked | null
  readonly onClose: () => void
  readonly onKept: (document: DocumentLine) => void
  readonly onRemoved: (documentId: string) => void
}

/** Makes, shows and removes the one PDF of a requirement: by camera, by file, or from what was filed before. */
export function DocumentDialog({ asked, onClose, ...done }: DocumentDialogProps) {
  const { t } = useTranslation('document')
  // While it fades out nothing is asked any more, but it has a title.
  const [name, setName] = useState(asked?.name ?? '')
  if (asked && asked.name !== name) setName(asked.name)
  const [holds, setHolds] = useState<Holds>({ pages: 0, inner: false })
  const [asking, setAsking] = useState(false)
  // Esc is heard by every open dialog: it is for the uppermost.
  const close = () => {
    if (asking || holds.inner) return
    // After this Esc: the question would hear it, too, and be gone again.
    if (holds.pages > 0) setTimeout(() => setAsking(true))
    else onClose()
  }
  const leave = () => {
    setAsking(false)
    onClose()
  }
  const key = `${asked?.draftId} ${asked?.requirementId}`
  return (
    <Dialog opened={asked !== null} onClose={close} title={t('title', { name })} width={1240}>
      {asked && <Asked key={key} asked={asked} onClose={close} onHolds={setHolds} {...done} />}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('unsaved.title')} width={460}>
        <p>{t('unsaved.text', { count: holds.pages })}</p>
        <DialogActions>
          <KeyButton hint="Esc" data-autofocus onClick={() => setAsking(false)}>
            {t('unsaved.stay')}
          </KeyButton>
          <KeyButton look="primary" onClick={leave}>
            {t('unsaved.leave')}
          </KeyButton>
        </DialogActions>
      </Dialog>
    </Dialog>
  )
}

type AskedProps = Omit<DocumentDialogProps, 'asked'> & {
  readonly asked: DocumentAsked
  readonly onHolds: (holds: Holds) => void
}

function Asked({ asked, onClose, onHolds, onKept, onRemoved }: AskedProps) {
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
      onHolds={onHolds}
      onKept={(document) => {
        onKept(document)
        setKept(document)
        setAgain(false)
      }}
    />
  )
}
