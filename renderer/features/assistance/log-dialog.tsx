import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AssistanceKind, assistanceKinds } from '#shared/domain/assistance/assistance.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import css from './assistance.module.css'

interface LogDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** A few keys while the citizen is still there: what, how many, from where. */
export function LogDialog({ opened, onClose }: LogDialogProps) {
  const { t } = useTranslation('assistance')
  const known = useEngineQuery('region.units', {}, { enabled: opened }).data
  return (
    // Opened when its form is there: what has the focus first is chosen as it opens.
    <Dialog opened={opened && known !== undefined} onClose={onClose} title={t('log')}>
      {opened && known && <Form known={known} onClose={onClose} />}
    </Dialog>
  )
}

interface FormProps {
  readonly known: NonNullable<ReturnType<typeof useEngineQuery<'region.units'>>['data']>
  readonly onClose: () => void
}

function Form({ known, onClose }: FormProps) {
  const { t } = useTranslation('assistance')
  const kelurahan = known.units.filter((unit) => unit.kind === 'kelurahan')
  const here = kelurahan.find(({ scope }) => scope === known.here)?.scope ?? ''
  const [kind, setKind] = useState<AssistanceKind>('account')
  const [people, setPeople] = useState('1')
  const [home, setHome] = useState(here)
  const [note, setNote] = useState('')
  const count = Number(people)
  const ready = Number.isInteger(count) && count >= 1 && count <= 999
  const { act, pending, fault } = useAct('assistance.record', () => {
    onClose()
    showToast({ title: t('form.saved', { count }) })
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !pending) void act({ kind, people: count, kelurahan: home === '' ? null : home, note })
  }
  useShortcuts(Object.fromEntries(assistanceKinds.map((one, at) => [`Alt+Digit${at + 1}`, () => setKind(one)])))
  return (
    <form className={css.form} onSubmit={submit}>
      <ChoiceRow
        name="assistance-kind"
        label={t('form.kind')}
        value={kind}
        onChange={setKind}
        autoFocus
        options={assistanceKinds.map((one, at) => ({ value: one, label: t(`kind.${one}`), hint: `Alt+${at + 1}` }))}
      />
      <Fields>
        <TextField id="assistance-people" label={t('form.people')} value={people} onChange={setPeople} digits max={3} />
        <SelectField
          id="assistance-home"
          label={t('form.kelurahan')}
          choose={t('form.elsewhere')}
          value={home}
          onChange={setHome}
          options={kelurahan.map(({ scope, name, kecamatan }) => {
            return { value: scope, label: `${name}, Kec. ${kecamatan}` }
          })}
        />
      </Fields>
      <TextField id="assistance-note" label={t('form.note')} value={note} onChange={setNote} max={500} />
      <p className={css.hint}>{t('form.noteHint')}</p>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready || pending}>
          {t('form.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
