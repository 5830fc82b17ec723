import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import type { PinState, Policy } from './draft.ts'
import css from './handover.module.css'
import { TextField } from './text-field.tsx'

type Means = 'spot' | 'phone' | 'later'

interface OverrideDialogProps {
  readonly opened: boolean
  readonly cardId: string
  readonly owner: string
  readonly allowed: Policy['override']
  readonly onClose: () => void
  readonly onPin: (pin: PinState) => void
}

interface MeansProps {
  readonly cardId: string
  readonly reason: string
  readonly reasonField: ReactNode
  readonly onPin: (pin: PinState) => void
}

/** Leave to hand over without the PIN: a supervisor here, a supervisor by telephone, or noted for review, as the city allows. */
export function OverrideDialog({ opened, onClose, ...rest }: OverrideDialogProps) {
  const { t } = useTranslation('handover')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('override.title')} width={600}>
      <Override {...rest} onClose={onClose} />
    </Dialog>
  )
}

const meansOf = (allowed: Policy['override']): readonly Means[] => [
  ...(allowed.onTheSpot ? (['spot'] as const) : []),
  ...(allowed.challenge ? (['phone'] as const) : []),
  ...(allowed.reviewLater ? (['later'] as const) : []),
]

function Override({ cardId, owner, allowed, onPin, onClose }: Omit<OverrideDialogProps, 'opened'>) {
  const { t } = useTranslation('handover')
  const choices = meansOf(allowed)
  const [means, setMeans] = useState<Means | undefined>(choices[0])
  const [reason, setReason] = useState('')
  const granted = (pin: PinState) => {
    onPin(pin)
    onClose()
  }
  const reasonField = (
    <TextField id="override-reason" wide label={t('override.reason')} value={reason} max={300} onChange={setReason} />
  )
  const props = { cardId, reason, reasonField, onPin: granted }
  return (
    <div className={css.override}>
      <p>{t('override.why', { owner })}</p>
      <div className={css.kinds} role="radiogroup" aria-label={t('override.means')}>
        {choices.map((choice) => (
          <label key={choice} data-on={choice === means}>
            <input
              type="radio"
              name="means"
              className="visually-hidden"
              data-autofocus={choice === means ? true : undefined}
              checked={choice === means}
              onChange={() => setMeans(choice)}
            />
            <b>{t(`override.${choice}`)}</b>
          </label>
        ))}
      </div>
      {means === 'spot' && <OnTheSpot {...props} />}
      {means === 'phone' && <ByTelephone {...props} />}
      {means === 'later' && <Later {...props} />}
    </div>
  )
}

interface FormProps {
  readonly onSubmit: () => void
  readonly ready: boolean
  readonly action: string
  readonly children: ReactNode
}

function Form({ onSubmit, ready, action, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSubmit()
  }
  return (
    <form className={css.overrideForm} onSubmit={submit}>
      {children}
      <div className={css.dialogActions}>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready}>
          {action}
        </KeyButton>
      </div>
    </form>
  )
}

const reasonGiven = (reason: string) => reason.trim().length >= 3

function OnTheSpot({ cardId, reason, reasonField, onPin }: MeansProps) {
  const { t } = useTranslation('handover')
  const allow = useEngineCommand('override.on-the-spot')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const submit = () =>
    allow.mutate(
      { input: { cardId, username: username.trim(), password, reason } },
      {
        onSuccess: ({ overrideToken, supervisorName }) => onPin({ kind: 'override', overrideToken, supervisorName }),
        onError: () => setPassword(''),
      },
    )
  return (
    <Form
      action={t('override.allow')}
      ready={reasonGiven(reason) && username.trim() !== '' && password !== '' && !allow.isPending}
      onSubmit={submit}
    >
      <div className={css.fields}>
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
      </div>
      {allow.isError && <FaultLine fault={faultOf(allow.error)} />}
    </Form>
  )
}

function ByTelephone({ cardId, reason, reasonField, onPin }: MeansProps) {
  const { t } = useTranslation('handover')
  const start = useEngineCommand('override.challenge')
  if (start.data) return <Answer challenge={start.data} onPin={onPin} />
  return (
    <Form
      action={t('override.makeCode')}
      ready={reasonGiven(reason) && !start.isPending}
      onSubmit={() => start.mutate({ input: { cardId, reason } })}
    >
      <div className={css.fields}>{reasonField}</div>
      {start.isError && <FaultLine fault={faultOf(start.error)} />}
    </Form>
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
    <Form
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
      <div className={css.fields}>
        <label className={css.field} htmlFor="override-supervisor">
          <span>{t('override.supervisor')}</span>
          <select id="override-supervisor" value={supervisorId} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('override.choose')}</option>
            {supervisors.data?.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <TextField
          id="override-answer"
          label={t('override.answer')}
          value={answer}
          max={8}
          digits
          onChange={setAnswer}
        />
      </div>
      {check.isError && <FaultLine fault={faultOf(check.error)} />}
    </Form>
  )
}

function Later({ reason, reasonField, onPin }: MeansProps) {
  const { t } = useTranslation('handover')
  return (
    <Form
      action={t('override.record')}
      ready={reasonGiven(reason)}
      onSubmit={() => onPin({ kind: 'review-later', reason: reason.trim() })}
    >
      <p className={css.note}>{t('override.laterNext')}</p>
      <div className={css.fields}>{reasonField}</div>
    </Form>
  )
}
