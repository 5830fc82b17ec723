import { useTranslation } from 'react-i18next'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import panel from '../../ui/panel.module.css'
import css from './trips.module.css'

const columns = ['people', 'recorded', 'failed', 'cards', 'applications', 'assistance'] as const

/** What was done at each place, and in all. */
export function WorkTable({ trip: { places, byPlace, work } }: { readonly trip: TripDetail }) {
  const { t } = useTranslation('trips')
  const nameOf = (placeId: string | null) => places.find(({ id }) => id === placeId)?.name ?? t('closed.noPlace')
  return (
    <div className={`${panel.panel} ${css.work}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('closed.column.place')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`closed.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byPlace.map(({ placeId, work: done }) => (
            <tr key={placeId ?? ''}>
              <th scope="row">{nameOf(placeId)}</th>
              {columns.map((name) => (
                <td key={name} className="num">
                  {done[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('closed.total')}</th>
            {columns.map((name) => (
              <td key={name} className="num">
                {work[name]}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
