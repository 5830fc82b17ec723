import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../app/session.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import type { Given } from './first-password-dialog.tsx'
import type { Person } from './person.ts'
import { PersonFields, type PersonTyped } from './person-fields.tsx'
import { type Said, SaidLine } from './said.tsx'

interface PersonDialogProps {
  /** null: a new one. */
  readonly person: Person | null
  readonly onClose: () => void
  /** `first`: a password to be told. */
  readonly onDone: (said: Said, first: Given | null) => void
}

type Step = 'edit' | 'reset' | 'end'

/** Somebody who works in the city: made, changed, reset, or ended after a second question. Each is signed with the own password. */
export function PersonDialog({ person, onClose, onDone }: PersonDialogProps) {
  const { t } = useTranslation('account')
  const own = useStaff().staffId === person?.personId
  const [step, setStep] = useState<Step>('edit')
  return (
    <CityDialog onClose={onClose} title={person?.name ?? t('people.addTitle')} width={640}>
      {own && <p className={css.hint}>{t('people.own')}</p>}
      {step === 'edit' ? (
        <Edit person={person} own={own} onStep={setStep} onDone={onDone} />
      ) : (
        person && <Sure key={step} step={step} person={person} onBack={() => setStep('edit')} onDone={onDone} />
      )}
    </CityDialog>
  )
}

interface EditProps extends Pick<PersonDialogProps, 'person' | 'onDone'> {
  readonly own: boolean
  readonly onStep: (step: Step) => void
}

function Edit({ person, own, onStep, onDone }: EditProps) {
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState<PersonTyped>({
    ...{ name: person?.name ?? '', username: person?.username ?? '', code: person?.code ?? '' },
    ...{ scope: person?.scope ?? '', roles: person?.roles ?? [], password: '' },
  })
  const { send, said, fault, pending } = useSaving(person, onDone)
  const { name, username, code, scope, roles, password } = typed
  const filled = [name, username, code, scope, password].every((one) => one.trim() !== '')
  const ready = filled && roles.length > 0 && !pending && !own
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send(typed)
      }}
    >
      <PersonFields typed={typed} known={person !== null} onChange={setTyped} />
      <SaidLine said={said} />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        {person && person.state !== 'ended' && !own && (
          <>
            <KeyButton onClick={() => onStep('end')}>{t('people.end')}</KeyButton>
            <KeyButton onClick={() => onStep('reset')}>{t('people.reset')}</KeyButton>
          </>
        )}
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready}>
          {person === null ? t('people.make') : person.state === 'ended' ? t('people.again') : t('people.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

/** What the centre refuses is said in the dialog, with all that was typed still there. */
function useSaving(person: Person | null, onDone: PersonDialogProps['onDone']) {
  const { t } = useTranslation('account')
  const [refused, setRefused] = useState<Said | null>(null)
  const answered = (said: Said, about: string, first: Given | null) => {
    if (said.verdict === 'refused') setRefused(said)
    else onDone({ ...said, about }, first)
  }
  const adding = useAct('city.add-person', ({ firstPassword, ...said }, { name, username }) =>
    answered(said, t('people.made', { name }), { name, username, password: firstPassword }),
  )
  const changing = useAct('city.change-person', (said, { name }) => answered(said, t('people.changed', { name }), null))
  const send = ({ username, ...typed }: PersonTyped) => {
    setRefused(null)
    const told = { ...typed, roles: [...typed.roles] }
    void (person === null ? adding.act({ ...told, username }) : changing.act({ ...told, personId: person.personId }))
  }
  return { send, said: refused, fault: adding.fault ?? changing.fault, pending: adding.pending || changing.pending }
}

interface SureProps extends Pick<PersonDialogProps, 'onDone'> {
  readonly step: Exclude<Step, 'edit'>
  readonly person: Person
  readonly onBack: () => void
}

/** What comes of it, once more, and the own password. */
function Sure({ step, person, onBack, onDone }: SureProps) {
  const { t } = useTranslation('account')
  const { personId, scope, name, username } = person
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const resetting = useAct('city.reset-password', ({ firstPassword, ...said }) =>
    onDone(
      { ...said, about: t('people.wasReset', { name }) },
      said.verdict === 'refused' ? null : { name, username, password: firstPassword },
    ),
  )
  const ending = useAct('city.end-person', (said) => onDone({ ...said, about: t('people.ended', { name }) }, null))
  const { pending, fault } = step === 'end' ? ending : resetting
  const ready = password !== '' && (step === 'reset' || reason.trim() !== '') && !pending
  const act = () => {
    if (!ready) return
    void (step === 'end'
      ? ending.act({ scope, personId, reason: reason.trim(), password })
      : resetting.act({ scope, personId, password }))
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      <p className={css.hint}>{t(step === 'end' ? 'people.endWhy' : 'people.resetWhy', { name })}</p>
      {step === 'end' && (
        <TextField
          id="person-reason"
          label={t('people.endReason')}
          value={reason}
          max={300}
          focus
          onChange={setReason}
        />
      )}
      <TextField
        id="person-own-password"
        type="password"
        label={t('people.ownPassword')}
        value={password}
        max={256}
        focus={step === 'reset'}
        onChange={setPassword}
      />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton onClick={onBack}>{t('people.cancel')}</KeyButton>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready} onClick={once(() => undefined)}>
          {t(step === 'end' ? 'people.sure' : 'people.sureReset')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
