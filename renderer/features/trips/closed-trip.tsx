import { FileText } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { TripStateTag } from './trip-state-tag.tsx'
import css from './trips.module.css'
import { WorkTable } from './work-table.tsx'

/** A day that this laptop has closed: the figures as they are known now, and what was signed. */
export function ClosedTrip({ trip }: { readonly trip: TripDetail }) {
  const { t } = useTranslation('trips')
  const { go, showPaper } = useNavigation()
  const format = useFormat()
  const { line, closings } = trip
  const leave = () => go({ name: 'trips', all: true })
  const show = (closeId: string) => showPaper({ kind: 'trip-report', id: closeId })
  useShortcuts({ Escape: leave })
  useEffect(() => document.querySelector<HTMLElement>('[data-report]')?.focus(), [])
  return (
    <Page
      title={format.dayLong(line.day)}
      lead={
        <>
          {line.places.join(', ')} · <TripStateTag line={line} />
        </>
      }
      actions={
        <KeyButton hint="Esc" onClick={leave}>
          {t('close.back2')}
        </KeyButton>
      }
    >
      <section className={css.section}>
        <div className={panel.head}>
          <h2>{t('closed.byPlace')}</h2>
        </div>
        <WorkTable trip={trip} />
      </section>
      <section className={css.section}>
        <div className={panel.head}>
          <h2>{t('closed.signed')}</h2>
        </div>
        <div className={panel.panel}>
          {closings.map(({ closeId, number, staffName, at, explanation }) => (
            <div key={closeId} className={css.closing}>
              <span>
                <b className="num">{number}</b>
                <small className="num">{t('closed.by', { name: staffName, time: format.when(at) })}</small>
                {explanation && <small>{t('closed.explained', { text: explanation })}</small>}
              </span>
              <KeyButton data-report={closeId} icon={<FileText />} onClick={() => show(closeId)}>
                {t('closed.report', { number: number.split('/')[0] ?? '' })}
              </KeyButton>
            </div>
          ))}
        </div>
      </section>
    </Page>
  )
}
