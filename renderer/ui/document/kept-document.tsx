import { FilePlus2, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentLine } from '#shared/contract/engine/document.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton, once } from '../key-button.tsx'
import paper from '../paper-dialog.module.css'
import { FaultLine } from '../states.tsx'
import { DocumentPages } from './document-pages.tsx'
import { sizeWords } from './size-words.ts'

interface KeptDocumentProps {
  readonly document: DocumentLine
  readonly onClose: () => void
  readonly onAgain: () => void
  readonly onRemoved: () => void
}

/** The PDF as it will be sent, and what can be done with it. */
export function KeptDocument({ document, onClose, onAgain, onRemoved }: KeptDocumentProps) {
  const { t, i18n } = useTranslation('document')
  const { act, pending, fault } = useAct('document.remove', onRemoved)
  const remove = () => void act({ documentId: document.documentId })
  useShortcuts({ 'Alt+KeyU': onAgain, 'Alt+Delete': remove })
  return (
    <div className={paper.columns}>
      <Preview documentId={document.documentId} />
      <div className={paper.side}>
        <p className={paper.facts}>
          {t('facts', { count: document.pages, size: sizeWords(document.size, i18n.language) })}
          {document.dpi > 0 && ` ${t('sharpness', { dpi: document.dpi })}`}
        </p>
        {document.grey && <p className={paper.facts}>{t('madeGrey')}</p>}
        {fault && <FaultLine fault={fault} />}
        <div className={paper.acts}>
          <KeyButton look="primary" hint="Esc" autoFocus onClick={onClose}>
            {t('done')}
          </KeyButton>
          <KeyButton hint="Alt+U" icon={<FilePlus2 />} onClick={onAgain}>
            {t('again')}
          </KeyButton>
          <KeyButton hint="Alt+Del" icon={<Trash2 />} aria-disabled={pending} onClick={once(remove)}>
            {t('takeOut')}
          </KeyButton>
        </div>
      </div>
    </div>
  )
}

function Preview({ documentId }: { readonly documentId: string }) {
  return <DocumentPages asked={useEngineQuery('document.preview', { documentId })} of="document.preview" />
}
