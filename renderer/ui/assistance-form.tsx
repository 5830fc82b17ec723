import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AssistanceKind, assistanceKinds } from '#shared/domain/assistance/assistance.ts'
import type { useEngineQuery } from '../app/engine-hooks.ts'
import { useShortcuts } from '../app/shortcuts.tsx'
import { useAct } from '../app/use-act.ts'
import css from './assistance-form.module.css'
import { ChoiceRow } from './choice-row.tsx'
import { DialogActions } from './dialog.tsx'
import { KeyButton } from './key-button.tsx'
import { FaultLine } from './states.tsx'
import { Fields, SelectField, TextField } from './text-field.tsx'

export type KnownUnits = NonNullable<ReturnType<typeof useEngineQuery<'region.units'>>['data']>

interface AssistanceFormProps {
  readonly known: KnownUnits
  /** Kelurahan that stands in the form at first; null: that of this computer. */
  readonly home?: string | null
  /** Who was helped in the queue of a trip. */
  readonly visitId?: string
  readonly onSaved: (people: number) => void
}

/** A few keys while the citizen is still there: what, how many, from where. */
export function AssistanceForm({ known, home: from, visitId, onSaved }: AssistanceFormProps) {
  const { t } = useTranslation('assistance')
  const kelurahan = known.units.filter((unit) => unit.kind === 'kelurahan')
  const here = kelurahan.find(({ scope }) => scope === (from ?? known.here))?.scope ?? ''
  const [kind, setKind] = useState<AssistanceKind>('account')
  const [people, setPeople] = useState('1')
  const [home, setHome] = useState(here)
  const [note, setNote] = useState('')
  const count = Number(people)
  const ready = Number.isInteger(count) && count >= 1 && count <= 999
  const { act, pending, fault } = useAct('assistance.record', () => onSaved(count))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = { kind, people: count, kelurahan: home === '' ? null : home, note }
    if (ready && !pending) void act({ ...said, ...(visitId && { visitId }) })
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
