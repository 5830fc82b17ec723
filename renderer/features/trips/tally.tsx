import { useTranslation } from 'react-i18next'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import css from './site.module.css'

/** The day in figures, at the side, and who of the list has not come yet. */
export function Tally({ trip }: { readonly trip: TripDetail }) {
  const { t } = useTranslation('trips')
  const { people } = trip.line
  const { recorded, failed, cards, applications, assistance } = trip.work
  const figures = {
    ...{ here: people.here, served: people.served, gone: people.gone, postponed: people.postponed },
    ...{ recorded, failed, cards, applications, assistance, withTeam: trip.cards.withTeam },
  }
  const open = trip.targets.filter(({ numbers }) => numbers.length === 0)
  return (
    <section className={css.tally} aria-label={t('site.tally')}>
      <h2>{t('site.tally')}</h2>
      <dl>
        {(Object.keys(figures) as (keyof typeof figures)[]).map((name) => (
          <div key={name} data-some={figures[name] > 0}>
            <dt>{t(`site.tallyOf.${name}`)}</dt>
            <dd className="num">{figures[name]}</dd>
          </div>
        ))}
      </dl>
      {open.length > 0 && (
        <>
          <h3>{t('site.targetsLeft', { count: open.length })}</h3>
          <ul>
            {open.slice(0, 30).map(({ id, name, kind }) => (
              <li key={id}>
                {name} <small>{t(`kind.${kind}`)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
