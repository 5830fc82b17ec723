import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { type RecordingStatus, recordingStatuses } from '#shared/domain/trip/recording.ts'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import css from './trips.module.css'

interface RecordFormProps {
  readonly visit: VisitDetail
  readonly onClose: () => void
}

/** Hasil perekaman by the status of the national system, its short code beside the words. */
export function RecordForm({ visit, onClose }: RecordFormProps) {
  const { t } = useTranslation('trips')
  const [status, setStatus] = useState<RecordingStatus>(visit.recording?.status ?? 'BIO_CAPTURED')
  const [reason, setReason] = useState(visit.recording?.reason ?? '')
  const { act, pending, fault } = useAct('visit.change', onClose)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const set = { recording: { status, reason: reason.trim() } }
    if (!pending) void act({ visitId: visit.line.visitId, step: 'serving', set, add: [], strike: [] })
  }
  return (
    <form className={css.form} onSubmit={save}>
      <SelectField
        id="recording-status"
        autoFocus
        label={t('site.status')}
        value={status}
        options={recordingStatuses.map((value) => ({ value, label: `${t(`recording.${value}`)} (${value})` }))}
        onChange={(value) => setStatus(recordingStatuses.find((one) => one === value) ?? status)}
      />
      <TextField id="recording-reason" label={t('site.reason')} max={200} value={reason} onChange={setReason} />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={pending}>
          {t('site.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
