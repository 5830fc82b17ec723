import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useAct } from '../../app/use-act.ts'
import { AccountForm } from '../../ui/account-form.tsx'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import { useUnfitPassword } from '../../ui/unfit-password.ts'
import css from './help-dialog.module.css'
import type { MeansProps } from './means-props.ts'

type Challenge = OutputOf<'help.challenge'>

/** A code is read out to a supervisor elsewhere, whose Loket answers it, also without a network. */
export function HelpByTelephone(props: MeansProps) {
  const { t } = useTranslation('account')
  const [challenge, setChallenge] = useState<Challenge | null>(null)
  const { act, pending, fault } = useAct('help.challenge', setChallenge)
  if (challenge) return <Answer {...props} challenge={challenge} />
  return (
    <AccountForm
      lead=""
      action={t('help.makeCode')}
      ready={props.ready && !pending}
      problem={null}
      fault={fault}
      onSubmit={() => void act({ whom: props.person.username, purpose: props.help.purpose })}
    >
      {null}
    </AccountForm>
  )
}

function Answer({ person, help, onHelped, challenge }: MeansProps & { readonly challenge: Challenge }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const staff = useEngineQuery('session.staff', {}).data ?? []
  const supervisors = staff.filter(({ roles, staffId }) => roles.includes('supervisor') && staffId !== person.staffId)
  const [chosen, setChosen] = useState('')
  const supervisorId = chosen || (supervisors.length === 1 ? (supervisors[0]?.staffId ?? '') : '')
  const [answer, setAnswer] = useState('')
  const { act, pending, fault } = useAct('help.answer', ({ supervisorName }) => onHelped(supervisorName))
  const why = useUnfitPassword(fault)
  const { challengeId } = challenge
  return (
    <AccountForm
      lead=""
      action={t('help.check')}
      ready={supervisorId !== '' && answer.length === 8 && !pending}
      problem={why}
      fault={fault}
      onSubmit={() => void act({ challengeId, supervisorId, answer, help })}
    >
      <div className={css.code}>
        <small>{t('help.readOut')}</small>
        <strong>{challenge.challenge.replace(/(\d{4})(\d{4})/, '$1 $2')}</strong>
        <span>{t('help.readHint', { what: t(`help.${help.purpose}`) })}</span>
        <span>{t('help.validUntil', { time: format.time(challenge.validUntil) })}</span>
      </div>
      <Fields>
        <SelectField
          id="help-supervisor"
          label={t('help.choose')}
          value={supervisorId}
          choose={t('help.choose')}
          options={supervisors.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          onChange={setChosen}
        />
        <TextField id="help-answer" label={t('help.answer')} value={answer} max={8} digits onChange={setAnswer} />
      </Fields>
    </AccountForm>
  )
}
