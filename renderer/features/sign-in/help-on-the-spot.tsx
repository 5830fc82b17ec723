import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pinOrPassword } from '../../app/pin-or-password.ts'
import { useAct } from '../../app/use-act.ts'
import { AccountForm } from '../../ui/account-form.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import { useUnfitPassword } from '../../ui/unfit-password.ts'
import type { MeansProps } from './means-props.ts'

/** The supervisor stands here, and signs with the own password or PIN. */
export function HelpOnTheSpot({ person, help, ready, onHelped }: MeansProps) {
  const { t } = useTranslation('account')
  const [username, setUsername] = useState('')
  const [proof, setProof] = useState('')
  const { act, pending, fault } = useAct('help.on-the-spot', ({ supervisorName }) => onHelped(supervisorName))
  const why = useUnfitPassword(fault)
  const send = () =>
    void act({
      whom: person.username,
      supervisor: { username: username.trim(), ...pinOrPassword(proof) },
      help,
    }).then(() => setProof(''))
  return (
    <AccountForm
      lead=""
      action={t('help.allow')}
      ready={ready && username.trim() !== '' && proof !== '' && !pending}
      problem={why}
      fault={fault}
      onSubmit={send}
    >
      <Fields>
        <TextField id="help-username" label={t('help.supervisor')} value={username} max={64} onChange={setUsername} />
        <TextField
          id="help-proof"
          type="password"
          label={t('help.proof')}
          value={proof}
          max={256}
          onChange={setProof}
        />
      </Fields>
    </AccountForm>
  )
}
