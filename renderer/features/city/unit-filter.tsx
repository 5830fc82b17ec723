import { Search } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import css from './city.module.css'

/** Narrows the list of units by their names. */
export function UnitFilter({
  value,
  onChange,
  label,
  hint,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Of something else than units. */
  readonly label?: string
  readonly hint?: string
}) {
  const { t } = useTranslation('city')
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ 'Control+f': () => field.current?.focus() })
  return (
    <label className={css.search}>
      <Search aria-hidden="true" size={18} />
      <input
        ref={field}
        value={value}
        placeholder={hint ?? t('units.filterHint')}
        aria-label={label ?? t('units.filter')}
        onChange={(event) => onChange(event.target.value)}
      />
      <Keys>Ctrl+F</Keys>
    </label>
  )
}
