import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../app/session.tsx'
import { useAct } from '../../app/use-act.ts'
import { AccountForm } from '../../ui/account-form.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './sign-in-screen.module.css'

interface CodeEntryProps {
  readonly username: string
  /** Was right; the centre asks for the second factor. */
  readonly password: string
  readonly onBack: () => void
}

/** The code of the authenticator, after the password. */
export function CodeEntry({ username, password, onBack }: CodeEntryProps) {
  const { t } = useTranslation('account')
  const { begin } = useSession()
  const [code, setCode] = useState('')
  const { act, pending, fault } = useAct('session.sign-in', begin)
  return (
    <div className={css.entry}>
      <h1>{t('signInCode.code')}</h1>
      <AccountForm
        lead={t('signInCode.lead')}
        action={t('factor.confirm')}
        ready={code.trim().length >= 6 && !pending}
        problem={null}
        fault={fault}
        onSubmit={() => void act({ username, password, code: code.trim() })}
        beside={
          <KeyButton look="ghost" onClick={onBack}>
            {t('signInCode.back')}
          </KeyButton>
        }
      >
        <TextField id="sign-in-code" label={t('factor.code')} value={code} max={32} focus onChange={setCode} />
        <p>{t('signInCode.hint')}</p>
      </AccountForm>
    </div>
  )
}
