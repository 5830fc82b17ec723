import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import planCss from './plan.module.css'
import css from './trips.module.css'
import type { PlacePlanned, TargetPlanned } from './use-plan.ts'

interface TargetRowsProps {
  readonly targets: readonly TargetPlanned[]
  readonly places: readonly PlacePlanned[]
  readonly onRemove: (id: string) => void
}

/** Who is to be served, as planned so far. */
export function TargetRows({ targets, places, onRemove }: TargetRowsProps) {
  const { t } = useTranslation('trips')
  if (targets.length === 0) return <p className={css.quiet}>{t('plan.noTargets')}</p>
  return (
    <ul className={planCss.targets} aria-label={t('plan.targets')}>
      {targets.map(({ id, name, kind, placeId, wants, note, masked }) => (
        <li key={id}>
          <b>{name}</b>
          <span>{t(`kind.${kind}`)}</span>
          <span>{wants.map((want) => t(`want.${want}`)).join(', ')}</span>
          <span>{places.find((place) => place.id === placeId)?.name ?? t('plan.anyPlace')}</span>
          <span className="num">{masked}</span>
          <span>{note}</span>
          <button
            type="button"
            className={css.drop}
            aria-label={t('plan.removeTarget', { name })}
            onClick={() => onRemove(id)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
