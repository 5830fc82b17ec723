import { CircleCheck, FileText, HandHelping } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './bulk.module.css'

/** After the fact: every receipt number, who was left out and why, and the list to be signed. */
export function BulkResult({ recorded }: { readonly recorded: OutputOf<'bulk.record'> }) {
  const { t } = useTranslation(['bulk', 'faults'])
  const { go, showPaper } = useNavigation()
  const { listId, number, leftOut } = recorded
  const paper = () => showPaper({ kind: 'handover-list', id: listId })
  const next = () => go({ name: 'cards' })
  useShortcuts({ Escape: next, 'Control+Enter': paper })
  return (
    <Page
      fill
      title={t('title')}
      lead={<span className="num">{number}</span>}
      bar={
        <ActionBar
          reason={
            <div className={css.reason}>
              <b>{t('done', { count: recorded.recorded.length })}</b>
              <span>{leftOut.length > 0 ? t('leftOut', { count: leftOut.length }) : t('doneNext')}</span>
            </div>
          }
        >
          <KeyButton size="tall" hint="Esc" icon={<HandHelping />} onClick={next}>
            {t('toCards')}
          </KeyButton>
          <KeyButton look="primary" size="big" hint="Ctrl+Enter" icon={<FileText />} autoFocus onClick={paper}>
            {t('paper')}
          </KeyButton>
        </ActionBar>
      }
    >
      <div className={`${panel.panel} ${css.scroll}`} aria-live="polite">
        <ul className={css.results}>
          {leftOut.map(({ cardId, ownerName, refusal }) => (
            <li key={cardId}>
              <StatusTag tone="bad" plain>
                {ownerName ?? cardId}
              </StatusTag>
              <span>{t(`faults:${refusal.code}.title`)}</span>
            </li>
          ))}
          {recorded.recorded.map((one) => (
            <li key={one.cardId}>
              <StatusTag tone="ok" icon={CircleCheck} plain>
                {one.ownerName}
              </StatusTag>
              <span className="num">{one.receiptNumber}</span>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
