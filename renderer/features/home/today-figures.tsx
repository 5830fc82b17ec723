import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import css from './today-figures.module.css'

/** The day in numbers; the one that counts is large. */
export function TodayFigures({ today }: { readonly today: OutputOf<'home.summary'>['today'] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <div className={`${panel.panel} ${css.figures}`}>
      <div className={css.hero}>
        <b className="num">{format.number(today.handedOver)}</b>
        <span>{t('handedOver', { count: today.handedOver })}</span>
      </div>
      <dl>
        <div>
          <dt>{t('waiting')}</dt>
          <dd className="num">{format.number(today.ready)}</dd>
        </div>
        <div>
          <dt>{t('scans')}</dt>
          <dd className="num">{format.number(today.scans)}</dd>
        </div>
        <div>
          <dt>{t('onTime')}</dt>
          <dd className="num">{today.onTimeShare30 === null ? t('noFigure') : format.percent(today.onTimeShare30)}</dd>
        </div>
        {today.clerks.map(({ staffId, name, handedOver, unsent }) => (
          <div key={staffId}>
            <dt>{name}</dt>
            <dd className="num">
              {t('clerk', { count: handedOver })}
              {unsent > 0 && <small> · {t('clerkUnsent', { count: unsent })}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
