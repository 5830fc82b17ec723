import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useAct } from '../app/use-act.ts'
import { AccountForm } from './account-form.tsx'
import { TextField } from './text-field.tsx'
import { useUnfitPassword } from './unfit-password.ts'

type Changed = OutputOf<'session.change-password'>

interface ChangePasswordFormProps {
  /** It takes the place of one that was given. */
  readonly first: boolean
  readonly onDone: (changed: Changed) => void
  readonly beside?: ReactNode
}

/** The password now, the new one twice. */
export function ChangePasswordForm({ first, onDone, beside }: ChangePasswordFormProps) {
  const { t } = useTranslation('account')
  const { act, pending, fault } = useAct('session.change-password', onDone)
  const [typed, setTyped] = useState({ current: '', next: '', again: '', code: '' })
  const change = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more })
  const { current, next, again, code } = typed
  const differs = again !== '' && next !== '' && !next.startsWith(again)
  const asksCode = fault?.code === 'second-factor-required' || fault?.code === 'second-factor-wrong' || code !== ''
  const ready = current !== '' && next !== '' && next === again && !pending
  const why = useUnfitPassword(fault)
  return (
    <AccountForm
      lead={first ? t('password.firstLead') : t('password.needsNetwork')}
      action={t('password.save')}
      ready={ready}
      problem={differs ? t('password.differs') : why}
      fault={fault}
      onSubmit={() => void act({ current, next, ...(code === '' ? {} : { code }) })}
      beside={beside}
    >
      <TextField
        id="password-current"
        type="password"
        label={first ? t('password.first') : t('password.current')}
        value={current}
        max={256}
        autoFocus
        focus
        onChange={(value) => change({ current: value })}
      />
      <TextField
        id="password-next"
        type="password"
        label={t('password.next')}
        value={next}
        max={256}
        onChange={(value) => change({ next: value })}
      />
      <TextField
        id="password-again"
        type="password"
        label={t('password.again')}
        value={again}
        max={256}
        onChange={(value) => change({ again: value })}
      />
      {asksCode && (
        <TextField
          id="password-code"
          label={t('signInCode.code')}
          value={code}
          max={32}
          onChange={(value) => change({ code: value })}
        />
      )}
      <p>{t('password.rule')}</p>
    </AccountForm>
  )
}
