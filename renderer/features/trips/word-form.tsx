import { FilePlus2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLeaveFor } from './done-items.tsx'
import css from './trips.module.css'
import type { Step } from './use-step.ts'

interface WordFormProps {
  readonly asks: 'application' | 'assistance' | 'note' | 'gone' | 'postponed'
  readonly visit: VisitDetail
  readonly tripId: string
  readonly step: Step
  readonly onClose: () => void
}

/** A number, a few words, or the reason why somebody left. Only the reason may be empty. */
export function WordForm({ asks, visit, tripId, step, onClose }: WordFormProps) {
  const { t } = useTranslation('trips')
  const [text, setText] = useState(asks === 'note' ? visit.note : '')
  const { act, pending, fault } = useAct('visit.change', () => {
    showToast({ title: t('site.noted') })
    onClose()
  })
  const { visitId } = visit.line
  const leave = useLeaveFor(tripId, visitId)
  const leaves = asks === 'gone' || asks === 'postponed'
  const able = leaves || asks === 'note' || text.trim() !== ''
  const labels = {
    application: t('site.applicationRef'),
    assistance: t('site.assistanceText'),
    note: t('site.note'),
    gone: t('site.why'),
    postponed: t('site.why'),
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!able || pending) return
    const said = text.trim()
    if (leaves) {
      step.leave(visit.line, asks, said)
      return onClose()
    }
    if (asks === 'note') return void act({ visitId, step: null, set: { note: said }, add: [], strike: [] })
    const item = asks === 'application' ? { kind: asks, ref: said, text: '' } : { kind: asks, ref: '', text: said }
    void act({ visitId, step: 'serving', set: {}, add: [item], strike: [] })
  }
  return (
    <form className={css.form} onSubmit={save}>
      <TextField
        id="visit-words"
        autoFocus
        label={labels[asks]}
        max={asks === 'application' ? 64 : 200}
        value={text}
        onChange={setText}
      />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        {asks === 'application' && (
          <KeyButton icon={<FilePlus2 />} onClick={() => leave({ name: 'intake' })}>
            {t('site.fileNow')}
          </KeyButton>
        )}
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!able || pending}>
          {leaves ? t(`site.${asks === 'gone' ? 'gone' : 'postpone'}`) : t('site.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
