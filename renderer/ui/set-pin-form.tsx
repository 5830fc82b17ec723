import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unlockPinFault } from '#shared/domain/staff/unlock-pin.ts'
import { useAct } from '../app/use-act.ts'
import { AccountForm } from './account-form.tsx'
import { TextField } from './text-field.tsx'

const digits = 6

/** The PIN of the lock screen, twice, signed with the password. What is easily guessed is said at once. */
export function SetPinForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('account')
  const { act, pending, fault } = useAct('session.set-pin', onDone)
  const [typed, setTyped] = useState({ pin: '', again: '', password: '' })
  const change = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more })
  const { pin, again, password } = typed
  const unfit = pin.length === digits ? unlockPinFault(pin) : null
  const differs = again !== '' && !pin.startsWith(again)
  const ready = pin.length === digits && pin === again && password !== '' && unfit === null && !pending
  return (
    <AccountForm
      lead={t('pin.lead')}
      action={t('pin.save')}
      ready={ready}
      problem={unfit ? t(`pin.why.${unfit}`) : differs ? t('pin.differs') : null}
      fault={fault}
      onSubmit={() => void act({ pin, password })}
    >
      <TextField
        id="pin-new"
        type="password"
        digits
        label={t('pin.pin')}
        value={pin}
        max={digits}
        autoFocus
        onChange={(value) => change({ pin: value })}
      />
      <TextField
        id="pin-again"
        type="password"
        digits
        label={t('pin.again')}
        value={again}
        max={digits}
        onChange={(value) => change({ again: value })}
      />
      <TextField
        id="pin-password"
        type="password"
        label={t('password.own')}
        value={password}
        max={256}
        onChange={(value) => change({ password: value })}
      />
    </AccountForm>
  )
}
