import { CalendarPlus, MapPinned } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { TripLine } from '#shared/contract/engine/trips.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { CentreMark } from '../../ui/status-tag.tsx'
import { PlanForm } from './plan-form.tsx'
import { TripStateTag } from './trip-state-tag.tsx'
import css from './trips.module.css'

const pageSize = 20

/** What is planned or under way, and what was closed with its reports. */
export function TripList({ current }: { readonly current: OutputOf<'trip.list'> }) {
  const { t } = useTranslation('trips')
  const { go } = useNavigation()
  const [planning, setPlanning] = useState(false)
  const [limit, setLimit] = useState(pageSize)
  const past = useEngineQuery('trip.list', { filter: 'past', offset: 0, limit }, { keepPrevious: true })
  const plan = () => setPlanning(true)
  useShortcuts({ 'Alt+KeyN': plan }, !planning)
  useEffect(
    () => (document.querySelector<HTMLElement>('[data-trip]') ?? document.getElementById('plan-new'))?.focus(),
    [],
  )
  if (planning)
    return (
      <PlanForm trip={null} onLeave={() => setPlanning(false)} onSaved={(id) => go({ name: 'trips', tripId: id })} />
    )
  const more = (past.data?.counts.past ?? 0) > limit
  return (
    <Page
      title={t('title')}
      lead={
        <span className="num">
          {t('lead', { count: current.counts.current })} · <DataAsOf />
        </span>
      }
      actions={
        <KeyButton id="plan-new" look="primary" hint="Alt+N" icon={<CalendarPlus />} onClick={plan}>
          {t('planNew')}
        </KeyButton>
      }
    >
      <Trips title={t('now')} rows={current.rows}>
        <EmptyState icon={<MapPinned />} title={t('none')} text={t('noneText')} />
      </Trips>
      <Trips title={t('past')} rows={past.data?.rows ?? []}>
        <p className={panel.quiet}>{t('nonePast')}</p>
      </Trips>
      {more && (
        <KeyButton onClick={() => setLimit((before) => Math.min(200, before + pageSize))}>{t('more')}</KeyButton>
      )}
    </Page>
  )
}

interface TripsProps {
  readonly title: string
  readonly rows: readonly TripLine[]
  readonly children: React.ReactNode
}

function Trips({ title, rows, children }: TripsProps) {
  return (
    <section className={css.section}>
      <div className={panel.head}>
        <h2>
          {title} <span className={panel.count}>{rows.length}</span>
        </h2>
      </div>
      <div className={panel.panel}>
        {rows.length === 0 && children}
        {rows.map((line) => (
          <TripRow key={line.tripId} line={line} />
        ))}
      </div>
    </section>
  )
}

function TripRow({ line }: { readonly line: TripLine }) {
  const { t } = useTranslation('trips')
  const { go } = useNavigation()
  const format = useFormat()
  const { tripId, day, places, members, people, targets, centre } = line
  return (
    <button type="button" className={css.row} data-trip={tripId} onClick={() => go({ name: 'trips', tripId })}>
      <b className="num">{format.dayLong(day)}</b>
      <span>
        {places.join(', ')}
        <small>{members.join(', ')}</small>
      </span>
      <span className="num">
        {people.opened > 0 ? t('people', { count: people.opened }) : t('targets', { count: targets })}
      </span>
      <TripStateTag line={line} />
      <CentreMark centre={centre} />
    </button>
  )
}
