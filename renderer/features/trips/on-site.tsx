import { ClipboardCheck, Megaphone, Ticket } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TripDetail, VisitLine } from '#shared/contract/engine/trips.ts'
import { isOfLaptop } from '#shared/domain/trip/queue-number.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { EmptyState, FaultLine } from '../../ui/states.tsx'
import { Queue } from './queue.tsx'
import { ServedPerson } from './served-person.tsx'
import css from './site.module.css'
import { TakeNumber } from './take-number.tsx'
import { Tally } from './tally.tsx'
import { useStep } from './use-step.ts'

interface OnSiteProps {
  readonly trip: TripDetail
  readonly visitId?: string | undefined
  readonly onClose: () => void
}

/** Who is shown where nobody was chosen: who is being served, else who was called, else who waits longest. */
const firstOf = (visits: readonly VisitLine[]) =>
  (['serving', 'called', 'waiting'] as const).flatMap(
    (state) => visits.find((visit) => visit.state === state) ?? [],
  )[0] ?? null

/** Where the last number of this laptop was given; before the first one, the only place of the day. */
function placeNow({ visits, letter, places }: TripDetail): string | null {
  const last = visits.findLast(({ number }) => isOfLaptop(number, letter))
  return last?.placeId ?? (places.length === 1 ? (places[0]?.id ?? null) : null)
}

/** On site: the numbered queue at the left, the person in the middle, the tally at the right. Ctrl+Enter moves the person on. */
export function OnSite({ trip, visitId, onClose }: OnSiteProps) {
  const { t } = useTranslation('trips')
  const { go } = useNavigation()
  const [chosen, setChosen] = useState<string | null>(visitId ?? null)
  const [taking, setTaking] = useState(false)
  const [placeId, setPlaceId] = useState(placeNow(trip))
  const { visits } = trip
  const shown = visits.find((visit) => visit.visitId === chosen) ?? firstOf(visits)
  const step = useStep(() => setChosen(null))
  const waiting = visits.find(({ state }) => state === 'waiting')
  const callNext = () => {
    if (waiting) {
      setChosen(waiting.visitId)
      step.call(waiting)
    }
  }
  const take = () => setTaking(true)
  const leave = () => go({ name: 'trips', all: true })
  useShortcuts({ 'Alt+KeyN': take, 'Alt+KeyP': callNext, 'Alt+KeyH': onClose, 'Alt+KeyS': leave }, !taking)
  useEffect(() => document.getElementById('queue')?.focus(), [])
  return (
    <Page
      fill
      title={t('title')}
      lead={
        <span className="num">
          {trip.line.places.join(', ')} · <DataAsOf />
        </span>
      }
      actions={
        <>
          <KeyButton look="quiet" hint="Alt+S" onClick={leave}>
            {t('all')}
          </KeyButton>
          <KeyButton hint="Alt+H" icon={<ClipboardCheck />} onClick={onClose}>
            {t('site.close')}
          </KeyButton>
        </>
      }
      bar={
        <ActionBar reason={step.fault ? <FaultLine fault={step.fault} /> : null}>
          <KeyButton size="tall" hint="Alt+P" icon={<Megaphone />} aria-disabled={!waiting} onClick={callNext}>
            {t('site.next')} {waiting?.number}
          </KeyButton>
          <KeyButton look={shown ? 'plain' : 'primary'} size="tall" hint="Alt+N" icon={<Ticket />} onClick={take}>
            {t('site.take')}
          </KeyButton>
        </ActionBar>
      }
    >
      <div className={css.site}>
        <Queue visits={visits} shown={shown?.visitId ?? null} onChoose={setChosen} />
        <section className={css.person} aria-label={t('site.here')}>
          {shown ? (
            <ServedPerson
              key={shown.visitId}
              visitId={shown.visitId}
              tripId={trip.line.tripId}
              step={step}
              keys={!taking}
            />
          ) : (
            <EmptyState
              title={visits.length === 0 ? t('site.nobody') : t('site.allDone')}
              text={visits.length === 0 ? t('site.nobodyText') : t('site.allDoneText')}
            />
          )}
        </section>
        <Tally trip={trip} />
      </div>
      <TakeNumber
        opened={taking}
        trip={trip}
        placeId={placeId}
        onPlace={setPlaceId}
        onClose={() => setTaking(false)}
        onGiven={(id) => {
          setTaking(false)
          if (!shown) setChosen(id)
        }}
      />
    </Page>
  )
}
