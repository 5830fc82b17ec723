import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './trips.module.css'
import type { Step } from './use-step.ts'

interface WordFormProps {
  readonly asks: 'note' | 'gone' | 'postponed'
  readonly visit: VisitDetail
  readonly step: Step
  readonly onClose: () => void
}

/** A few words, or the reason why somebody left. */
export function WordForm({ asks, visit, step, onClose }: WordFormProps) {
  const { t } = useTranslation('trips')
  const [text, setText] = useState(asks === 'note' ? visit.note : '')
  const { act, pending, fault } = useAct('visit.change', onClose)
  const { visitId } = visit.line
  const labels = { note: t('site.save'), gone: t('site.gone'), postponed: t('site.postpone') }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    const said = text.trim()
    if (asks === 'note') return void act({ visitId, step: null, set: { note: said }, add: [], strike: [] })
    step.leave(visit.line, asks, said)
    onClose()
  }
  return (
    <form className={css.form} onSubmit={save}>
      <TextField
        id="visit-words"
        autoFocus
        label={asks === 'note' ? t('site.note') : t('site.why')}
        max={200}
        value={text}
        onChange={setText}
      />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={pending}>
          {labels[asks]}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
