import { useTranslation } from 'react-i18next'
import type { ShiftToday } from '#shared/contract/engine/shifts.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import css from './day.module.css'

/** Lines that are told even where nothing happened: the sum stays readable. */
const always = new Set(['opening', 'received', 'handed-over', 'returned', 'lost', 'expected'])

/** The sum of the drawer: awal + masuk - keluar - retur - hilang = seharusnya. */
export function StockTable({ stock, drawer }: Pick<ShiftToday, 'stock' | 'drawer'>) {
  const { t } = useTranslation('day')
  const format = useFormat()
  const told = stock.filter(({ line, ktpEl, kia }) => always.has(line) || ktpEl + kia !== 0)
  const rows = told.length > 0 ? told : [{ line: 'now' as const, ...drawer }]
  return (
    <section className={`${panel.panel} ${css.stock}`}>
      <table>
        <caption>
          <b>{t('stock.title')}</b> <small>{t('stock.caption')}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('stock.line')}</th>
            <th scope="col">{t('stock.ktpEl')}</th>
            <th scope="col">{t('stock.kia')}</th>
            <th scope="col">{t('stock.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, ktpEl, kia }) => (
            <tr key={line} data-line={line}>
              <th scope="row">{t(`stock.${line}`)}</th>
              {[ktpEl, kia, ktpEl + kia].map((pieces, at) => (
                // Columns have no other name than their place.
                // biome-ignore lint/suspicious/noArrayIndexKey: order is identity
                <td key={at} className="num">
                  {format.number(pieces)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
