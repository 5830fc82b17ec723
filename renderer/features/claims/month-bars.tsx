import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import css from './claim-register.module.css'

const tallest = 110

/** Paid claims by month, oldest first; the table beside it says the same in words. */
export function MonthBars({ months }: { readonly months: OutputOf<'claim.ledger'>['months'] }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const top = Math.max(1, ...months.map(({ paid }) => paid))
  return (
    <section className={`${panel.panel} ${css.chart}`}>
      <h2>{t('ledger.chart')}</h2>
      <div className={css.bars} aria-hidden="true">
        {months.map(({ month, paid }) => (
          <div key={month}>
            <b className="num">{format.number(paid)}</b>
            <i style={{ height: `${Math.round((paid / top) * tallest)}px` }} />
            <span>{format.month(month, 'short')}</span>
          </div>
        ))}
      </div>
    </section>
  )
}
