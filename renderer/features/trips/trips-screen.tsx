import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TripLine } from '#shared/contract/engine/trips.ts'
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
  // The day that was opened stays open when it is closed, too.
  const [kept, keep] = useState<string | null>(null)
  const shown = tripId ?? kept ?? (all ? null : onlyOneOut(current.data?.rows ?? []))
  useEffect(() => keep(shown), [shown])
  if (shown) return <TripScreen tripId={shown} visitId={visitId} />
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
  return <TripList current={current.data} />
}

/** The trip with which this laptop is out, where there is one alone. */
function onlyOneOut(rows: readonly TripLine[]): string | null {
  const [first, ...more] = rows.filter(({ startedHere, closedHere }) => startedHere && !closedHere)
  return more.length === 0 ? (first?.tripId ?? null) : null
}
