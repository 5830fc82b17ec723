import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { useConfirm } from '../../app/confirm.ts'
import { pinOrPassword } from '../../app/pin-or-password.ts'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './closed.module.css'
import { OverrideForm, reasonGiven } from './override-form.tsx'

type Terms = OutputOf<'handover.undo-terms'>
type Input = InputOf<'handover.undo'>
type Place = NonNullable<Input['place']>
interface Supervisor {
  readonly username: string
  /** Or the PIN. */
  readonly password: string
}

interface UndoFormProps {
  readonly handoverId: string
  readonly terms: Terms
  /** What it takes may have changed. */
  readonly onRefused: () => void
  readonly onUndone: () => void
}

/** Why, where the card lies now, and a supervisor's signature where the rule asks for one. */
export function UndoForm({ handoverId, terms, onRefused, onUndone }: UndoFormProps) {
  const { t } = useTranslation('handover')
  const [reason, setReason] = useState('')
  const [place, setPlace] = useState<Place>(terms.place ?? { rack: '', box: '', number: '' })
  const [supervisor, setSupervisor] = useState<Supervisor>({ username: '', password: '' })
  const { confirm, pending, fault } = useConfirm('handover.undo', onUndone)
  const needed = terms.terms === 'with-supervisor'
  const signed = !needed || (supervisor.username.trim() !== '' && supervisor.password !== '')
  const submit = async () => {
    const { username, password } = supervisor
    await confirm({
      handoverId,
      reason,
      place: placeGiven(place),
      supervisor: needed ? { username: username.trim(), ...pinOrPassword(password) } : null,
    })
    setSupervisor({ username, password: '' })
    onRefused()
  }
  return (
    <OverrideForm
      action={t('undo.action')}
      ready={reasonGiven(reason) && signed && !pending}
      onSubmit={() => void submit()}
    >
      <Fields>
        <TextField
          id="undo-reason"
          wide
          autoFocus
          label={t('undo.reason')}
          value={reason}
          max={300}
          onChange={setReason}
        />
      </Fields>
      <PlaceFields place={place} onChange={setPlace} />
      {needed && <SupervisorFields supervisor={supervisor} onChange={setSupervisor} />}
      {fault && <FaultLine fault={fault} />}
    </OverrideForm>
  )
}

/** Nothing typed: where it lay before. */
const placeGiven = (place: Place) => (Object.values(place).some((word) => word.trim() !== '') ? place : null)

interface PlaceFieldsProps {
  readonly place: Place
  readonly onChange: (place: Place) => void
}

function PlaceFields({ place, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('handover')
  return (
    <fieldset className={css.undoPart}>
      <legend>{t('undo.place')}</legend>
      <Fields columns={3}>
        {(['rack', 'box', 'number'] as const).map((part) => (
          <TextField
            key={part}
            id={`undo-${part}`}
            label={t(`place.${part}`)}
            value={place[part]}
            max={20}
            onChange={(word) => onChange({ ...place, [part]: word })}
          />
        ))}
      </Fields>
    </fieldset>
  )
}

interface SupervisorFieldsProps {
  readonly supervisor: Supervisor
  readonly onChange: (supervisor: Supervisor) => void
}

function SupervisorFields({ supervisor, onChange }: SupervisorFieldsProps) {
  const { t } = useTranslation('handover')
  return (
    <fieldset className={css.undoPart}>
      <legend>{t('undo.supervisor')}</legend>
      <Fields>
        <TextField
          id="undo-username"
          label={t('override.username')}
          value={supervisor.username}
          max={64}
          onChange={(username) => onChange({ ...supervisor, username })}
        />
        <TextField
          id="undo-password"
          type="password"
          label={t('override.password')}
          value={supervisor.password}
          max={256}
          onChange={(password) => onChange({ ...supervisor, password })}
        />
      </Fields>
    </fieldset>
  )
}
