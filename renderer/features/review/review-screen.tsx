import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ToReview } from '#shared/contract/engine/review.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useIsSupervisor } from '../../app/session.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { ShownOf } from '../../ui/shown-of.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './review.module.css'
import { ReviewDialog } from './review-dialog.tsx'
import { ReviewRow } from './review-row.tsx'

/** Perlu ditinjau: hand-overs that were marked at the counter, for a supervisor who did not give or allow them. */
export function ReviewScreen() {
  const { t } = useTranslation('review')
  if (useIsSupervisor()) return <List />
  return (
    <Page title={t('title')}>
      <EmptyState icon={<Eye />} title={t('supervisorsOnly')} text={t('supervisorsOnlyText')} />
    </Page>
  )
}

function List() {
  const { t } = useTranslation(['review', 'common'])
  const list = useEngineQuery('handover.to-review', {})
  const slow = useSlow(list.isPending)
  if (list.data) return <Shown list={list.data} />
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        {list.isError ? (
          <ErrorState fault={list.error.fault}>
            <KeyButton onClick={() => void list.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        ) : (
          <SkeletonRows rows={8} shown={slow} />
        )}
      </div>
    </Page>
  )
}

function Shown({ list }: { readonly list: OutputOf<'handover.to-review'> }) {
  const { t } = useTranslation('review')
  const [open, setOpen] = useState<ToReview | null>(null)
  const count = list.rows.length
  // Where the list begins, and again after each that was looked at: Enter opens the next one.
  useEffect(() => {
    if (open === null && count > 0) document.querySelector<HTMLElement>('button[data-review]')?.focus()
  }, [open, count])
  return (
    <>
      <Page
        title={t('title')}
        lead={
          <span className="num">
            {t('lead', { count: list.total })} · <DataAsOf />
          </span>
        }
      >
        {count === 0 ? (
          <EmptyState mood="good" icon={<Eye />} title={t('none')} text={t('noneText')} />
        ) : (
          <ul className={`${panel.panel} ${css.list}`} aria-label={t('title')}>
            {list.rows.map((row, at) => (
              <ReviewRow key={row.handoverId} row={row} at={at} onOpen={() => setOpen(row)} />
            ))}
          </ul>
        )}
        <ShownOf shown={count} total={list.total} />
      </Page>
      <ReviewDialog row={open} onClose={() => setOpen(null)} />
    </>
  )
}
