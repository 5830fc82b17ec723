import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookPurposes } from '#shared/contract/engine/document.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { DocumentPages } from '../../ui/document/document-pages.tsx'
import { PurposeChoice } from '../../ui/document/purpose-choice.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import paper from '../../ui/paper-dialog.module.css'

export type LookPurpose = (typeof lookPurposes)[number]
export interface FiledDocumentAsked {
  readonly applicationId: string
  readonly sha256: string
  /** What the requirement is called. */
  readonly label: string
}

interface FiledDocumentProps {
  /** null: closed. */
  readonly asked: FiledDocumentAsked | null
  /** Said once for all documents of an application; null: not yet. */
  readonly purpose: LookPurpose | null
  readonly onPurpose: (purpose: LookPurpose) => void
  readonly onClose: () => void
}

/** A document that was filed. First it is said what it is opened for: that is kept with the name of who looks. */
export function FiledDocument({ asked, purpose, onPurpose, onClose }: FiledDocumentProps) {
  const { t } = useTranslation('document')
  // While it fades out nothing is asked any more, but it has a title.
  const [name, setName] = useState('')
  if (asked && asked.label !== name) setName(asked.label)
  return (
    <Dialog opened={asked !== null} onClose={onClose} title={t('title', { name })} width={purpose ? 1080 : 640}>
      {asked && purpose && <Pages {...asked} purpose={purpose} onClose={onClose} />}
      {asked && !purpose && <Purposes onPurpose={onPurpose} onClose={onClose} />}
    </Dialog>
  )
}

function Purposes({ onPurpose, onClose }: Pick<FiledDocumentProps, 'onPurpose' | 'onClose'>) {
  const { t } = useTranslation(['document', 'applications'])
  const purposes = lookPurposes.map((one) => ({ purpose: one, label: t(`applications:look.purpose.${one}`) }))
  return (
    <>
      <PurposeChoice lead={t('applications:look.lead')} purposes={purposes} onPurpose={onPurpose} />
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('cancel')}
        </KeyButton>
      </DialogActions>
    </>
  )
}

type PagesProps = FiledDocumentAsked & { readonly purpose: LookPurpose; readonly onClose: () => void }

function Pages({ applicationId, sha256, purpose, onClose }: PagesProps) {
  const { t } = useTranslation(['document', 'applications'])
  const asked = useEngineQuery('document.filed', { applicationId, sha256, purpose })
  return (
    <div className={paper.columns}>
      <DocumentPages asked={asked} of="document.filed" focused />
      <div className={paper.side}>
        {asked.data && (
          <p className={paper.facts}>
            {t('applications:look.noted', { purpose: t(`applications:look.purpose.${purpose}`) })}
          </p>
        )}
        <div className={paper.acts}>
          <KeyButton look="primary" hint="Esc" onClick={onClose}>
            {t('done')}
          </KeyButton>
        </div>
      </div>
    </div>
  )
}
