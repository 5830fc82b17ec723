import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import type { PinState } from './draft.ts'
import css from './override-dialog.module.css'
import { type MeansProps, OverrideForm, reasonGiven } from './override-form.tsx'

/** A code is read out; the supervisor's device answers with another one, also without a network. */
export function ByTelephone({ cardId, reason, reasonField, onPin }: MeansProps) {
  const { t } = useTranslation('handover')
  const start = useEngineCommand('override.challenge')
  if (start.data) return <Answer challenge={start.data} onPin={onPin} />
  return (
    <OverrideForm
      action={t('override.makeCode')}
      ready={reasonGiven(reason) && !start.isPending}
      onSubmit={() => start.mutate({ input: { cardId, reason } })}
    >
      <Fields>{reasonField}</Fields>
      {start.isError && <FaultLine fault={faultOf(start.error)} />}
    </OverrideForm>
  )
}

interface AnswerProps {
  readonly challenge: OutputOf<'override.challenge'>
  readonly onPin: (pin: PinState) => void
}

function Answer({ challenge, onPin }: AnswerProps) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  const device = useEngineQuery('app.status', {}).data?.device
  const supervisors = useEngineQuery('override.supervisors', {})
  const check = useEngineCommand('override.answer')
  const [chosen, setChosen] = useState('')
  const supervisorId = chosen || (supervisors.data?.length === 1 ? (supervisors.data[0]?.staffId ?? '') : '')
  const [answer, setAnswer] = useState('')
  const submit = () =>
    check.mutate(
      { input: { challengeId: challenge.challengeId, supervisorId, answer } },
      {
        onSuccess: ({ overrideToken, supervisorName }) => onPin({ kind: 'override', overrideToken, supervisorName }),
        onError: () => setAnswer(''),
      },
    )
  return (
    <OverrideForm
      action={t('override.check')}
      ready={supervisorId !== '' && answer.length === 8 && !check.isPending}
      onSubmit={submit}
    >
      <div className={css.challenge}>
        <small>{t('override.readOut')}</small>
        <strong>{challenge.challenge.replace(/(\d{4})(\d{4})/, '$1 $2')}</strong>
        <span>{device && t('override.device', { code: device.deviceCode, unit: device.unitName })}</span>
        <span>{t('override.validUntil', { time: format.time(challenge.validUntil) })}</span>
      </div>
      <Fields>
        <SelectField
          id="override-supervisor"
          label={t('override.supervisor')}
          value={supervisorId}
          choose={t('override.choose')}
          options={(supervisors.data ?? []).map(({ staffId, name }) => ({ value: staffId, label: name }))}
          onChange={setChosen}
        />
        <TextField
          id="override-answer"
          label={t('override.answer')}
          value={answer}
          max={8}
          digits
          onChange={setAnswer}
        />
      </Fields>
      {check.isError && <FaultLine fault={faultOf(check.error)} />}
    </OverrideForm>
  )
}
