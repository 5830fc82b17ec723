import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import css from './week-bars.module.css'

const tallest = 82

interface WeekBarsProps extends Pick<OutputOf<'home.summary'>, 'week'> {
  /** None of the bars where the office is closed today. */
  readonly today: string
}

/** Arrived and handed over, six days; the numbers as text beneath, and a table for who cannot see bars. */
export function WeekBars({ week, today }: WeekBarsProps) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const top = Math.max(1, ...week.flatMap(({ arrived, handedOver }) => [arrived, handedOver]))
  const height = (count: number) => `${Math.round((count / top) * tallest)}px`
  return (
    <div className={`${panel.panel} ${css.chart}`}>
      <div className={css.chartHead}>
        <h3>{t('week')}</h3>
        <span aria-hidden="true">
          <i className={css.in} /> {t('arrived')} <i className={css.out} /> {t('handed')}
        </span>
      </div>
      <div className={css.bars} aria-hidden="true">
        {week.map(({ day, arrived, handedOver }) => (
          <div key={day} data-now={day === today}>
            <span className={css.pair}>
              <i className={css.in} style={{ height: height(arrived) }} />
              <i className={css.out} style={{ height: height(handedOver) }} />
            </span>
            <span>{format.weekday(day)}</span>
            <b className="num">{handedOver}</b>
          </div>
        ))}
      </div>
      <table className="visually-hidden">
        <caption>{t('weekTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('arrived')}</th>
            <th scope="col">{t('handed')}</th>
          </tr>
        </thead>
        <tbody>
          {week.map(({ day, arrived, handedOver }) => (
            <tr key={day}>
              <th scope="row">{format.day(day)}</th>
              <td>{arrived}</td>
              <td>{handedOver}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
