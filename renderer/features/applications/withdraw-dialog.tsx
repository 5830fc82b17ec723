import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationLine } from '#shared/contract/engine/applications.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './detail.module.css'

interface WithdrawDialogProps {
  readonly opened: boolean
  readonly line: ApplicationLine
  readonly onClose: () => void
}

/** The citizen takes it back: not without saying why, and not by one key. */
export function WithdrawDialog({ opened, line, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('applications')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('withdraw.title')} width={520}>
      {opened && <WithdrawForm line={line} onDone={onClose} />}
    </Dialog>
  )
}

function WithdrawForm({ line, onDone }: { readonly line: ApplicationLine; readonly onDone: () => void }) {
  const { t } = useTranslation(['applications', 'common'])
  const [reason, setReason] = useState('')
  const { act, fault } = useAct('application.withdraw', () => {
    onDone()
    showToast({ title: t('withdraw.done'), text: line.kitirNumber })
  })
  const ready = reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void act({ applicationId: line.applicationId, reason })
  }
  return (
    <form onSubmit={submit}>
      <p>{t('withdraw.text', { service: line.serviceName, number: line.kitirNumber })}</p>
      <label className={css.field} htmlFor="withdraw-reason">
        <span>{t('withdraw.reason')}</span>
        <textarea
          id="withdraw-reason"
          rows={3}
          maxLength={2000}
          value={reason}
          data-autofocus
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) submit(event)
          }}
        />
      </label>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton hint="Esc" onClick={onDone}>
          {t('common:cancel')}
        </KeyButton>
        <KeyButton type="submit" look="primary" hint="Ctrl+Enter" aria-disabled={!ready}>
          {t('withdraw.yes')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
