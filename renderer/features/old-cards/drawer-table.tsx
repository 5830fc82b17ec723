import { useTranslation } from 'react-i18next'
import type { OldCardLine } from '#shared/contract/engine/old-cards.ts'
import { useFormat } from '../../app/format.ts'
import { CentreMark, StatusTag } from '../../ui/status-tag.tsx'
import tick from '../../ui/tick.module.css'
import type { Ticks } from '../../ui/use-ticks.ts'
import css from './old-cards.module.css'

/** Days after which an old card has lain long enough to be dealt with. */
const longDays = 90

interface DrawerTableProps {
  readonly rows: readonly OldCardLine[]
  readonly ticks: Ticks
}

/** Every old card in the drawer, oldest first; Space ticks, the arrows lead from row to row. */
export function DrawerTable({ rows, ticks }: DrawerTableProps) {
  const { t } = useTranslation('oldCards')
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('column.tick')}</span>
            </th>
            <th scope="col">{t('column.drawer')}</th>
            <th scope="col">{t('column.owner')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('column.receipt')}</th>
            <th scope="col">{t('column.withdrawn')}</th>
            <th scope="col">{t('column.centre')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={ticks.onKeyDown}>
          {rows.map((row) => (
            <Row key={row.oldCardId} row={row} on={ticks.ticked.has(row.oldCardId)} onTick={ticks.toggle} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: OldCardLine
  readonly on: boolean
  readonly onTick: (id: string) => void
}

function Row({ row, on, onTick }: RowProps) {
  const { t } = useTranslation(['oldCards', 'common'])
  const format = useFormat()
  const owner = row.ownerName ?? t('unknownOwner')
  return (
    <tr data-on={on} onClick={() => onTick(row.oldCardId)}>
      <td>
        <input
          type="checkbox"
          className={tick.box}
          data-row={row.oldCardId}
          aria-label={t('tick', { owner, receipt: row.receiptNumber })}
          checked={on}
          onChange={() => onTick(row.oldCardId)}
          onClick={(event) => event.stopPropagation()}
        />
      </td>
      <td className="num">{row.drawer ?? t('noDrawer')}</td>
      <td>
        <b>{owner}</b> <small>{row.ownerNikMasked}</small>
      </td>
      <td>{row.cardKind ? t(`common:cardKind.${row.cardKind}`) : ''}</td>
      <td className="num">{row.receiptNumber}</td>
      <td className="num">
        {format.dateTime(row.withdrawnAt)}
        <small>
          {row.ageDays > longDays ? (
            <StatusTag tone="warn" plain>
              {t('days', { count: row.ageDays })}
            </StatusTag>
          ) : (
            t('days', { count: row.ageDays })
          )}
        </small>
      </td>
      <td>
        <CentreMark centre={row.centre} />
      </td>
    </tr>
  )
}
