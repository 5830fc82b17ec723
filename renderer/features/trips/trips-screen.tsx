import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { TripList } from './trip-list.tsx'
import { TripScreen } from './trip-screen.tsx'

interface TripsScreenProps {
  readonly tripId?: string | undefined
  /** The number of the queue to come back to. */
  readonly visitId?: string | undefined
}

/** Jemput bola: the days of the team. Where this laptop is out with one, that is what opens. */
export function TripsScreen({ tripId, visitId }: TripsScreenProps) {
  const { t } = useTranslation(['trips', 'common'])
  const current = useEngineQuery('trip.list', { filter: 'current', offset: 0, limit: 50 }, { keepPrevious: true })
  const slow = useSlow(current.isPending)
  if (tripId) return <TripScreen tripId={tripId} visitId={visitId} />
  if (!current.data)
    return (
      <Page title={t('title')}>
        {current.isError ? (
          <ErrorState fault={current.error.fault}>
            <KeyButton onClick={() => void current.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        ) : (
          <SkeletonRows rows={5} shown={slow} />
        )}
      </Page>
    )
  const out = current.data.rows.filter(({ startedHere, closedHere }) => startedHere && !closedHere)
  const [only] = out
  if (only && out.length === 1) return <TripScreen tripId={only.tripId} />
  return <TripList current={current.data} />
}
