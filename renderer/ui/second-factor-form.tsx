import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useAct } from '../app/use-act.ts'
import css from './account-form.module.css'
import { AccountForm } from './account-form.tsx'
import { DialogActions } from './dialog.tsx'
import { KeyButton } from './key-button.tsx'
import { qrDrawing } from './qr-drawing.ts'
import { TextField } from './text-field.tsx'

type Begun = OutputOf<'session.begin-second-factor'>

interface SecondFactorFormProps {
  readonly required: boolean
  readonly onDone: () => void
  readonly beside?: ReactNode
}

/** The own password, the QR (shown once), a code of the app, and the recovery codes (shown once). */
export function SecondFactorForm({ required, onDone, beside }: SecondFactorFormProps) {
  const { t } = useTranslation('account')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [begun, setBegun] = useState<Begun | null>(null)
  const [recovery, setRecovery] = useState<readonly string[] | null>(null)
  const { act, pending, fault } = useAct('session.begin-second-factor', setBegun)
  if (recovery) return <RecoveryCodes codes={recovery} onDone={onDone} />
  if (begun) return <Confirm begun={begun} password={password} onConfirmed={setRecovery} beside={beside} />
  return (
    <AccountForm
      lead={required ? t('factor.lead') : t('factor.offer')}
      action={t('factor.begin')}
      ready={password !== '' && !pending}
      problem={null}
      fault={fault}
      onSubmit={() => void act({ password, ...(code === '' ? {} : { code }) })}
      beside={beside}
    >
      <TextField
        id="factor-password"
        type="password"
        label={t('password.own')}
        value={password}
        max={256}
        autoFocus
        focus
        onChange={setPassword}
      />
      {!required && <TextField id="factor-now" label={t('factor.current')} value={code} max={32} onChange={setCode} />}
    </AccountForm>
  )
}

interface ConfirmProps {
  readonly begun: Begun
  readonly password: string
  readonly onConfirmed: (codes: readonly string[]) => void
  readonly beside?: ReactNode
}

function Confirm({ begun, password, onConfirmed, beside }: ConfirmProps) {
  const { t } = useTranslation('account')
  const [code, setCode] = useState('')
  const { act, pending, fault } = useAct('session.confirm-second-factor', ({ recoveryCodes }) =>
    onConfirmed(recoveryCodes),
  )
  return (
    <AccountForm
      lead={t('factor.scan')}
      action={t('factor.confirm')}
      ready={code.length === 6 && !pending}
      problem={null}
      fault={fault}
      onSubmit={() => void act({ password, code })}
      beside={beside}
    >
      <div className={css.qr}>
        <Qr text={begun.uri} label={t('factor.qr')} />
        <div>
          <p>{t('factor.secret')}</p>
          <span className={css.secret} data-secret>
            {begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </span>
        </div>
      </div>
      <TextField
        id="factor-code"
        label={t('factor.code')}
        value={code}
        max={6}
        digits
        autoFocus
        focus
        onChange={setCode}
      />
    </AccountForm>
  )
}

function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => qrDrawing(text), [text])
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  )
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation('account')
  return (
    <div className={css.form} role="status">
      <h3>{t('factor.doneTitle')}</h3>
      <p>{t('factor.recovery')}</p>
      <ul className={css.codes}>
        {codes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <DialogActions>
        <KeyButton look="primary" hint="Enter" autoFocus onClick={onDone}>
          {t('factor.written')}
        </KeyButton>
      </DialogActions>
    </div>
  )
}
