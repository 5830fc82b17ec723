import { useQueryClient } from '@tanstack/react-query'
import { FilePlus2, Trash2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentLine } from '#shared/contract/engine/document.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton, once } from '../key-button.tsx'
import paper from '../paper-dialog.module.css'
import { ErrorState, FaultLine, SkeletonRows } from '../states.tsx'
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
  const { t } = useTranslation(['document', 'common'])
  const preview = useEngineQuery('document.preview', { documentId })
  const slow = useSlow(preview.isPending)
  useForgotten()
  if (preview.isError)
    return (
      <div className={paper.pages}>
        <ErrorState fault={preview.error.fault}>
          <KeyButton onClick={() => void preview.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      </div>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long document is scrolled by keyboard too
    <section className={paper.pages} tabIndex={0} aria-label={t('preview')} aria-busy={preview.isFetching}>
      {preview.data ? (
        preview.data.pages.map((page, at) => (
          <img
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their place
            key={at}
            className={paper.page}
            style={{ aspectRatio: 'auto' }}
            src={`data:image/jpeg;base64,${page}`}
            alt={t('page', { number: at + 1 })}
          />
        ))
      ) : (
        <SkeletonRows rows={8} shown={slow} />
      )}
    </section>
  )
}

/** Pictures of papers with names on them are not kept longer than they are looked at. */
function useForgotten() {
  const queries = useQueryClient()
  useEffect(() => () => queries.removeQueries({ queryKey: ['document.preview'] }), [queries])
}
