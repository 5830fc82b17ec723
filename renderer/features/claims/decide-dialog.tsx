import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import { Choice } from './choice.tsx'

type Asking = 'approve' | 'reject' | 'settle'
type Outcome = 'stands' | 'check-anew'

interface DecideDialogProps {
  readonly claimId: string
  readonly asking: Asking | null
  readonly onClose: () => void
}

/** A decision that needs a reason in words. */
export function DecideDialog({ claimId, asking, onClose }: DecideDialogProps) {
  const { t } = useTranslation('claims')
  // While it fades out nothing is asked any more, but it has a title.
  const [last, setLast] = useState<Asking>('reject')
  if (asking && asking !== last) setLast(asking)
  return (
    <Dialog opened={asking !== null} onClose={onClose} title={t(`decide.${asking ?? last}Title`)} width={600}>
      {asking && <Form claimId={claimId} asking={asking} onClose={onClose} />}
    </Dialog>
  )
}

function Form({ claimId, asking, onClose }: DecideDialogProps & { readonly asking: Asking }) {
  const { t } = useTranslation(['claims', 'common'])
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('stands')
  const { confirm, pending, fault } = useConfirm('claim.decide', onClose)
  const ready = reason.trim().length >= 3 && !pending
  const decide = () => {
    if (ready) void confirm({ claimId, decision: decisionOf(asking, outcome, reason.trim()) })
  }
  useShortcuts({ 'Control+Enter': decide })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        decide()
      }}
    >
      {asking === 'settle' && <OutcomeChoice outcome={outcome} onChange={setOutcome} />}
      <Fields>
        <TextField
          id="claim-reason"
          wide
          autoFocus
          label={t('decide.reason')}
          value={reason}
          max={300}
          onChange={setReason}
        />
      </Fields>
      <p>{t('decide.reasonHint')}</p>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('common:cancel')}
        </KeyButton>
        <KeyButton look="primary" hint="Enter" aria-disabled={!ready} onClick={once(decide)}>
          {t(`decide.${asking}`)}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

function OutcomeChoice({ outcome, onChange }: { readonly outcome: Outcome; readonly onChange: (to: Outcome) => void }) {
  const { t } = useTranslation('claims')
  const options = (['stands', 'check-anew'] as const).map((value) => ({
    value,
    label: t(`decide.${value}`),
    text: t(`decide.${value}Text`),
  }))
  return (
    <Choice name="claim-outcome" label={t('decide.outcome')} value={outcome} options={options} onChange={onChange} />
  )
}

function decisionOf(asking: Asking, outcome: Outcome, reason: string): InputOf<'claim.decide'>['decision'] {
  return asking === 'settle' ? { kind: asking, outcome, reason } : { kind: asking, reason }
}
