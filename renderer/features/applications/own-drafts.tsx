import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { DraftList } from '../../ui/draft-list.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'

/** What this clerk has begun: nobody else sees it. */
export function OwnDrafts() {
  const { t } = useTranslation('applications')
  const drafts = useEngineQuery('intake.drafts', {})
  const slow = useSlow(drafts.isPending)
  if (drafts.isError) return <ErrorState fault={drafts.error.fault} />
  if (!drafts.data) return <SkeletonRows rows={4} shown={slow} />
  if (drafts.data.length === 0) return <EmptyState mood="good" title={t('none.drafts')} text={t('none.draftsText')} />
  return <DraftList focus />
}
