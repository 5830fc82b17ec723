import { useTranslation } from 'react-i18next'
import { type Want, wants } from '#shared/domain/trip/want.ts'
import tick from '../../ui/tick.module.css'
import css from './plan.module.css'

interface WantChoiceProps {
  /** Begins the ids of its boxes. */
  readonly id: string
  readonly legend: string
  readonly wanted: readonly Want[]
  readonly onChange: (wanted: readonly Want[]) => void
}

/** What somebody came for: any of a few. */
export function WantChoice({ id, legend, wanted, onChange }: WantChoiceProps) {
  const { t } = useTranslation('trips')
  const toggle = (want: Want) =>
    onChange(wants.filter((one) => (one === want ? !wanted.includes(want) : wanted.includes(one))))
  return (
    <fieldset className={css.wants}>
      <legend>{legend}</legend>
      {wants.map((want) => (
        <label key={want} htmlFor={`${id}-${want}`}>
          <input
            id={`${id}-${want}`}
            type="checkbox"
            className={tick.box}
            checked={wanted.includes(want)}
            onChange={() => toggle(want)}
          />
          {t(`want.${want}`)}
        </label>
      ))}
    </fieldset>
  )
}
