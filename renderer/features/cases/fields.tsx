import { PasswordInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import css from './fields.module.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why, in the person's own words. */
export function ReasonField({
  label,
  value,
  onChange,
  hint,
  autoFocus = false,
}: FieldProps & { readonly hint?: string; readonly autoFocus?: boolean }) {
  const { t } = useTranslation('cases')
  return (
    <Textarea
      label={
        <>
          {label} <small className={css.hint}>{hint ?? t('decision.required')}</small>
        </>
      }
      value={value}
      maxLength={500}
      autosize
      minRows={2}
      maxRows={5}
      autoFocus={autoFocus}
      classNames={{ input: css.words, root: css.field }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** The own password signs the decision. */
export function PasswordField({ label, value, onChange }: FieldProps) {
  const { t } = useTranslation('signIn')
  return (
    <PasswordInput
      label={label}
      value={value}
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': t('reveal') }}
      classNames={{ root: css.field }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
