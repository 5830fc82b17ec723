import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import planCss from './plan.module.css'
import { TimeField } from './time-field.tsx'
import css from './trips.module.css'
import type { PlacePlanned, Plan } from './use-plan.ts'

interface PlaceFieldsProps {
  readonly at: number
  readonly place: PlacePlanned
  readonly scopes: readonly { readonly scope: string; readonly name: string }[]
  readonly plan: Plan
}

/** One place of the day: what it is called, in which kelurahan, from when to when. */
export function PlaceFields({ at, place, scopes, plan }: PlaceFieldsProps) {
  const { t } = useTranslation('trips')
  const id = `place-${at}`
  const change = (change: Partial<PlacePlanned>) => plan.changePlace(place.id, change)
  return (
    <fieldset className={planCss.place} aria-label={place.name || t('plan.placeName')}>
      <TextField
        id={`${id}-name`}
        label={t('plan.placeName')}
        max={120}
        value={place.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        id={`${id}-address`}
        label={t('plan.address')}
        max={200}
        value={place.address}
        onChange={(address) => change({ address })}
      />
      <SelectField
        id={`${id}-scope`}
        label={t('plan.scope')}
        choose={t('plan.chooseScope')}
        value={place.scope}
        options={scopes.map(({ scope, name }) => ({ value: scope, label: name }))}
        onChange={(scope) => change({ scope })}
      />
      <TimeField id={`${id}-from`} label={t('plan.from')} value={place.from} onChange={(from) => change({ from })} />
      <TimeField id={`${id}-to`} label={t('plan.to')} value={place.to} onChange={(to) => change({ to })} />
      <button
        type="button"
        className={css.drop}
        disabled={plan.places.length === 1}
        aria-label={t('plan.removePlace', { name: place.name || at + 1 })}
        onClick={() => plan.removePlace(place.id)}
      >
        <X aria-hidden="true" />
      </button>
    </fieldset>
  )
}
