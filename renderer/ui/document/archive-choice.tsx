import { FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { archivePurposes, type DocumentLine } from '#shared/contract/engine/document.ts'
import { useFormat } from '../../app/format.ts'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../dialog.tsx'
import { KeyButton, once } from '../key-button.tsx'
import { EmptyState, FaultLine } from '../states.tsx'
import css from './document.module.css'
import type { DocumentAsked } from './document-asked.ts'
import { PurposeChoice } from './purpose-choice.tsx'

type Purpose = (typeof archivePurposes)[number]
type Archived = OutputOf<'document.archive'>['documents']

interface ArchiveChoiceProps {
  readonly opened: boolean
  readonly asked: Pick<DocumentAsked, 'draftId' | 'requirementId'>
  readonly onClose: () => void
  readonly onKept: (document: DocumentLine) => void
}

/** What the people of this draft filed before. First it is said what for: that is kept with the name of who looks. */
export function ArchiveChoice({ opened, onClose, ...rest }: ArchiveChoiceProps) {
  const { t } = useTranslation('document')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('archive.title')} width={640}>
      <Choice onClose={onClose} {...rest} />
    </Dialog>
  )
}

function Choice({ asked, onClose, onKept }: Omit<ArchiveChoiceProps, 'opened'>) {
  const { t } = useTranslation('document')
  const [found, setFound] = useState<{ readonly purpose: Purpose; readonly documents: Archived } | null>(null)
  const look = useAct('document.archive', ({ documents }, { purpose }) => setFound({ purpose, documents }))
  const take = useAct('document.from-archive', onKept)
  const fault = look.fault ?? take.fault
  return (
    <>
      {found === null ? (
        <PurposeChoice
          lead={t('archive.lead')}
          purposes={archivePurposes.map((purpose) => ({ purpose, label: t(`archive.purpose.${purpose}`) }))}
          onPurpose={(purpose) => void look.act({ draftId: asked.draftId, purpose })}
        />
      ) : (
        <FoundOnes
          documents={found.documents}
          onTake={({ filingId, sha256 }) => void take.act({ ...ids(asked), filingId, sha256, purpose: found.purpose })}
        />
      )}
      {fault && <FaultLine fault={fault} kept={false} />}
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('cancel')}
        </KeyButton>
      </DialogActions>
    </>
  )
}

const ids = ({ draftId, requirementId }: ArchiveChoiceProps['asked']) => ({ draftId, requirementId })

interface FoundProps {
  readonly documents: Archived
  readonly onTake: (document: Archived[number]) => void
}

function FoundOnes({ documents, onTake }: FoundProps) {
  const { t } = useTranslation('document')
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  // The button that was pressed is gone.
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  if (documents.length === 0) return <EmptyState title={t('archive.none')} text={t('archive.noneNext')} />
  return (
    <ul ref={list} className={css.pages} aria-label={t('archive.title')}>
      {documents.map((one) => (
        <li key={one.sha256} className={css.line}>
          <button type="button" className={css.thumb} onClick={once(() => onTake(one))}>
            <FileText aria-hidden="true" />
            <span>
              <b>{one.label}</b>
              <small>
                {one.ofName}, {one.serviceName}, {format.longDate(one.filedAt)}
              </small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
