import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf, useEngineCommand } from '../../app/engine-hooks.ts'
import { pinOrPassword } from '../../app/pin-or-password.ts'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import { type MeansProps, OverrideForm, reasonGiven } from './override-form.tsx'

/** A supervisor who stands here signs with name and password. */
export function OnTheSpot({ cardId, reason, reasonField, onPin }: MeansProps) {
  const { t } = useTranslation('handover')
  const allow = useEngineCommand('override.on-the-spot')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const submit = () =>
    allow.mutate(
      { input: { cardId, username: username.trim(), ...pinOrPassword(password), reason } },
      {
        onSuccess: ({ overrideToken, supervisorName }) => onPin({ kind: 'override', overrideToken, supervisorName }),
        onError: () => setPassword(''),
      },
    )
  return (
    <OverrideForm
      action={t('override.allow')}
      ready={reasonGiven(reason) && username.trim() !== '' && password !== '' && !allow.isPending}
      onSubmit={submit}
    >
      <Fields>
        {reasonField}
        <TextField
          id="override-username"
          label={t('override.username')}
          value={username}
          max={64}
          onChange={setUsername}
        />
        <TextField
          id="override-password"
          type="password"
          label={t('override.password')}
          value={password}
          max={256}
          onChange={setPassword}
        />
      </Fields>
      {allow.isError && <FaultLine fault={faultOf(allow.error)} />}
    </OverrideForm>
  )
}
