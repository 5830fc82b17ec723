import { PasswordInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf } from '../app/engine-hooks.ts'
import { useFormat } from '../app/format.ts'
import { KeyButton } from './key-button.tsx'
import css from './password-form.module.css'
import { FaultLine } from './states.tsx'

interface PasswordFormProps {
  readonly action: string
  /** Rejects with EngineFault; the form says why and empties the field. */
  readonly onPassword: (password: string) => Promise<void>
  /** Asked before the password (a name that is not in the list). */
  readonly before?: ReactNode
  readonly autoFocus?: boolean
  /** Where the field takes more than a password. */
  readonly label?: string
  /** Beneath the field until something is wrong. */
  readonly hint?: string
}

/** Password with reveal, what was wrong with it, and one button. */
export function PasswordForm({ action, onPassword, before, autoFocus = true, hint, label }: PasswordFormProps) {
  const { t } = useTranslation('signIn')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (password === '') return field.current?.focus()
    setBusy(true)
    try {
      await onPassword(password)
      setFault(null)
      setPassword('')
    } catch (error) {
      setFault(faultOf(error))
      setPassword('')
      field.current?.focus()
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {before}
      <PasswordInput
        ref={field}
        label={label ?? t('password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={fault !== null && (fault.code === 'wrong-password' || fault.code === 'pin-wrong')}
        autoComplete="off"
        // In a dialog it is the dialog that gives the focus.
        data-autofocus={autoFocus || undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('reveal') }}
        classNames={{ input: css.input }}
      />
      <div className={css.below}>
        {fault ? <FaultLine fault={fault} extra={<Tries fault={fault} />} /> : (hint ?? t('hint'))}
      </div>
      <KeyButton type="submit" look="primary" size="big" hint="Enter" className={css.submit} aria-disabled={busy}>
        {action}
      </KeyButton>
    </form>
  )
}

function Tries({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation('signIn')
  const format = useFormat()
  const { triesLeft, until } = fault.details ?? {}
  if (typeof triesLeft === 'number') return <>{t('triesLeft', { count: triesLeft })}</>
  if (typeof until === 'string') return <>{t('lockedUntil', { time: format.time(until) })}</>
  return null
}
