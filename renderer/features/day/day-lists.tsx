import { useTranslation } from 'react-i18next'
import type { ShiftToday } from '#shared/contract/engine/shifts.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import panel from '../../ui/panel.module.css'
import css from './day.module.css'

/** Rows shown; the count in the heading is whole. */
const shown = 50

export function HandOvers({ rows }: { readonly rows: ShiftToday['handOvers'] }) {
  const { t } = useTranslation(['day', 'common', 'receipt'])
  const format = useFormat()
  const { showReceipt } = useNavigation()
  return (
    <List title={t('handOvers')} count={rows.length} none={t('handOversNone')}>
      {rows.slice(0, shown).map((one) => (
        <li key={one.handoverId}>
          <button type="button" onClick={() => showReceipt(one.handoverId)}>
            <b>{one.ownerName}</b>
            <span>
              {t(`common:cardKind.${one.cardKind}`)}
              {one.standing !== 'stands' && ` · ${t(`receipt:standing.${one.standing}`)}`}
            </span>
            <small>
              {t('handOverBy', { time: format.time(one.at), number: one.receiptNumber, staff: one.staffName })}
            </small>
          </button>
        </li>
      ))}
    </List>
  )
}

export function Arrivals({ rows }: { readonly rows: ShiftToday['arrivals'] }) {
  const { t } = useTranslation(['day', 'common'])
  const format = useFormat()
  return (
    <List title={t('arrivals')} count={rows.length} none={t('arrivalsNone')}>
      {rows.slice(0, shown).map((one) => (
        <li key={one.movementId}>
          <div>
            <b>{one.ownerName}</b>
            <span>{t(`common:cardKind.${one.cardKind}`)}</span>
            <small>{format.time(one.at)}</small>
          </div>
        </li>
      ))}
    </List>
  )
}

/** Shifts listed. */
const shifts = 60

/** Every shift that was closed at this desk leads to its berita acara. */
export function ClosedShifts({ onPaper }: { readonly onPaper: (shiftId: string) => void }) {
  const { t } = useTranslation('day')
  const format = useFormat()
  const rows = useEngineQuery('shift.closed', { limit: shifts }).data ?? []
  return (
    <List title={t('shifts')} count={rows.length} none={t('shiftsNone')}>
      {rows.map(({ shiftId, number, closedAt, staffName, takingName, differs }) => (
        <li key={shiftId}>
          <button type="button" onClick={() => onPaper(shiftId)}>
            <b className="num">{number}</b>
            <span>{differs && t('shift.differed')}</span>
            <small>
              {format.when(closedAt)} ·{' '}
              {takingName ? t('shiftHanded', { name: staffName, taking: takingName }) : staffName}
            </small>
          </button>
        </li>
      ))}
    </List>
  )
}

interface ListProps {
  readonly title: string
  readonly count: number
  readonly none: string
  readonly children: React.ReactNode
}

function List({ title, count, none, children }: ListProps) {
  return (
    <section>
      <div className={panel.head}>
        <h2>
          {title} <span className={panel.count}>{count}</span>
        </h2>
      </div>
      <div className={panel.panel}>
        {count === 0 ? <p className={panel.quiet}>{none}</p> : <ul className={css.list}>{children}</ul>}
      </div>
    </section>
  )
}
