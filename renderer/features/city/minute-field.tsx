import { useTranslation } from 'react-i18next'
import css from './city.module.css'

interface MinuteFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
}

/** A day and a time, typed as the office writes them. */
export function MinuteField({ label, value, onChange, autoFocus }: MinuteFieldProps) {
  const { t } = useTranslation('city')
  return (
    <label className={css.area}>
      {label}
      <input
        value={value}
        placeholder={t('minuteShape')}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        data-autofocus={autoFocus ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
