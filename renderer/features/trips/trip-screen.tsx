import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CloseDay } from './close-day.tsx'
import { ClosedTrip } from './closed-trip.tsx'
import { OnSite } from './on-site.tsx'
import { PlanForm } from './plan-form.tsx'
import { ReadyCheck } from './ready-check.tsx'

interface TripScreenProps {
  readonly tripId: string
  readonly visitId?: string | undefined
}

/** One day: its plan and check before this laptop goes out, the queue on site, the closing, and what was signed. */
export function TripScreen({ tripId, visitId }: TripScreenProps) {
  const { t } = useTranslation(['trips', 'common'])
  const { go, showPaper } = useNavigation()
  const [part, setPart] = useState<'plan' | 'close' | null>(null)
  const found = useEngineQuery('trip.get', { tripId }, { keepPrevious: true })
  const slow = useSlow(found.isPending)
  const trip = found.data
  if (!trip)
    return (
      <Page title={t('title')}>
        {found.isError ? (
          <ErrorState fault={found.error.fault}>
            <KeyButton onClick={() => void found.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        ) : (
          <SkeletonRows rows={6} shown={slow} />
        )}
      </Page>
    )
  const stay = () => setPart(null)
  const { startedHere, closedHere } = trip.line
  if (closedHere || trip.line.state === 'closed') return <ClosedTrip trip={trip} />
  if (part === 'plan') return <PlanForm trip={trip} onLeave={stay} onSaved={stay} />
  if (!startedHere)
    return <ReadyCheck trip={trip} onPlan={() => setPart('plan')} onLeave={() => go({ name: 'trips' })} />
  if (part === 'close')
    return (
      <CloseDay
        trip={trip}
        onLeave={stay}
        onClosed={(closeId) => {
          stay()
          showPaper({ kind: 'trip-report', id: closeId })
        }}
      />
    )
  return <OnSite trip={trip} visitId={visitId} onClose={() => setPart('close')} />
}
