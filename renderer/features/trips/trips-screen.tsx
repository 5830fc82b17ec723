import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import type { Screen } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { TripList } from './trip-list.tsx'
import { TripScreen } from './trip-screen.tsx'

type Asked = Extract<Screen, { name: 'trips' }>

/** Jemput bola: the days of the team. Where this laptop is out with one, that is what opens. */
export function TripsScreen({ of: { tripId, visitId, all } }: { readonly of: Asked }) {
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
  if (only && out.length === 1 && !all) return <TripScreen tripId={only.tripId} />
  return <TripList current={current.data} />
}
