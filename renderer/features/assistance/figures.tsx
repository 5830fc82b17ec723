import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { assistanceKinds } from '#shared/domain/assistance/assistance.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { DateField } from '../../ui/date-field.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import css from './assistance.module.css'

type Shown = OutputOf<'assistance.figures'>

/** Citizens helped in a period, where they live and with what; this month to begin with. */
export function Figures({ day }: { readonly day: string }) {
  const { t } = useTranslation('assistance')
  const [from, setFrom] = useState(`${day.slice(0, 8)}01`)
  const [to, setTo] = useState(day)
  const complete = from !== '' && to !== ''
  const figures = useEngineQuery('assistance.figures', { from, to }, { enabled: complete, keepPrevious: true })
  return (
    <section>
      <div className={panel.head}>
        <h2>{t('figures.title')}</h2>
      </div>
      <div className={css.period}>
        <DateField id="assistance-from" label={t('figures.from')} value={from} onChange={setFrom} />
        <DateField id="assistance-to" label={t('figures.to')} value={to} onChange={setTo} />
      </div>
      {figures.isError && <ErrorState fault={figures.error.fault} />}
      {figures.data && figures.data.all === 0 && (
        <div className={panel.panel}>
          <EmptyState title={t('figures.none')} />
        </div>
      )}
      {figures.data && figures.data.all > 0 && (
        <div className={css.figures}>
          <Table shown={figures.data} />
          <Bars people={figures.data.people} />
        </div>
      )}
    </section>
  )
}

function Table({ shown: { rows, people, all } }: { readonly shown: Shown }) {
  const { t } = useTranslation('assistance')
  const format = useFormat()
  const line = (of: Shown['people'], sum: number) => (
    <>
      {assistanceKinds.map((kind) => (
        <td key={kind}>{format.number(of[kind])}</td>
      ))}
      <td>{format.number(sum)}</td>
    </>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keys
    <section className={`${panel.panel} ${css.scroll}`} aria-label={t('figures.title')} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.kelurahan')}</th>
            {assistanceKinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('figures.all')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kelurahan ?? ''}>
              <th scope="row">{row.name ?? t('figures.elsewhere')}</th>
              {line(row.people, row.all)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('figures.all')}</th>
            {line(people, all)}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const tallest = 96

/** By kind; the table beside it says the same in numbers. */
function Bars({ people }: Pick<Shown, 'people'>) {
  const { t } = useTranslation('assistance')
  const format = useFormat()
  const top = Math.max(1, ...assistanceKinds.map((kind) => people[kind]))
  return (
    <section className={`${panel.panel} ${css.chart}`}>
      <h3>{t('figures.chart')}</h3>
      <div className={css.bars} aria-hidden="true">
        {assistanceKinds.map((kind) => (
          <div key={kind}>
            <b className="num">{format.number(people[kind])}</b>
            <i style={{ height: `${Math.round((people[kind] / top) * tallest)}px` }} />
            <span>{t(`kind.${kind}`)}</span>
          </div>
        ))}
      </div>
    </section>
  )
}
