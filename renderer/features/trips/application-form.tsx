import { FilePlus2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLeaveFor } from './done-items.tsx'
import css from './trips.module.css'

interface ApplicationFormProps {
  readonly visit: VisitDetail
  readonly tripId: string
  readonly onClose: () => void
}

/** A new application with this person in it, or the number of one that was filed elsewhere. */
export function ApplicationForm({ visit: { line }, tripId, onClose }: ApplicationFormProps) {
  const { t } = useTranslation('trips')
  const [number, setNumber] = useState('')
  const leave = useLeaveFor(tripId, line.visitId)
  const { act, pending, fault } = useAct('visit.change', onClose)
  const ref = number.trim()
  const save = (event: FormEvent) => {
    event.preventDefault()
    const item = { kind: 'application' as const, ref, text: '' }
    if (ref !== '' && !pending) void act({ visitId: line.visitId, step: 'serving', set: {}, add: [item], strike: [] })
  }
  return (
    <div className={css.form}>
      <p>{t('site.fileText')}</p>
      <KeyButton
        look="primary"
        size="big"
        hint="Enter"
        icon={<FilePlus2 />}
        data-autofocus
        onClick={() => leave({ name: 'intake', visitId: line.visitId, forWhom: `${line.number} ${line.name}` })}
      >
        {t('site.fileNow', { name: line.name })}
      </KeyButton>
      <form className={css.form} onSubmit={save}>
        <h3>{t('site.filedElsewhere')}</h3>
        <TextField
          id="visit-application"
          label={t('site.applicationRef')}
          max={64}
          value={number}
          onChange={setNumber}
        />
        {fault && <FaultLine fault={fault} />}
        <DialogActions>
          <KeyButton type="submit" aria-disabled={ref === '' || pending}>
            {t('site.save')}
          </KeyButton>
        </DialogActions>
      </form>
    </div>
  )
}
