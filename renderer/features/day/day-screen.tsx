import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PaperDialog } from '../../ui/paper-dialog.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { Closing } from './closing.tsx'
import { Opening } from './opening.tsx'
import { Today } from './today.tsx'

/** Hari ini: the shift at this desk, the sum of the drawer, what was done today; opening and closing the shift. */
export function DayScreen() {
  const { t } = useTranslation(['day', 'common'])
  const [doing, setDoing] = useState<'today' | 'opening' | 'closing'>('today')
  const [paper, setPaper] = useState<PaperAsked | null>(null)
  const today = useEngineQuery('shift.today', {})
  const slow = useSlow(today.isPending)
  const rest = () => setDoing('today')
  if (!today.data)
    return (
      <Page title={t('title')}>
        {today.isError ? (
          <ErrorState fault={today.error.fault}>
            <KeyButton onClick={() => void today.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        ) : (
          <SkeletonRows rows={8} shown={slow} />
        )}
      </Page>
    )
  const { shift } = today.data
  if (doing === 'opening' && !shift) return <Opening drawer={today.data.drawer} onLeave={rest} />
  if (doing === 'closing' && shift) return <Closing shiftId={shift.shiftId} onLeave={rest} />
  return (
    <>
      <Today
        today={today.data}
        onOpen={() => setDoing('opening')}
        onClose={() => setDoing('closing')}
        onPaper={(id) => setPaper({ kind: 'daily-record', id })}
      />
      <PaperDialog paper={paper} onClose={() => setPaper(null)} />
    </>
  )
}
