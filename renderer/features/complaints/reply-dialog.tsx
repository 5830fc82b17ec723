import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './fields.module.css'

interface ReplyDialogProps {
  readonly reply: 'answer' | 'withdraw' | null
  readonly complaintId: string
  readonly onClose: () => void
}

/** What is answered, or why the citizen takes the complaint back. */
export function ReplyDialog({ reply, complaintId, onClose }: ReplyDialogProps) {
  const { t } = useTranslation('complaints')
  const done = (said: string) => {
    onClose()
    showToast({ title: said })
  }
  const answer = useAct('complaint.answer', () => done(t('answered')))
  const withdraw = useAct('complaint.withdraw', () => done(t('withdrawn')))
  const words =
    reply === 'withdraw'
      ? (['withdraw', 'withdrawReason', 'saveWithdraw'] as const)
      : (['answer', 'answerText', 'saveAnswer'] as const)
  const [title, label, action] = words
  return (
    <Dialog opened={reply !== null} onClose={onClose} title={t(title)}>
      {reply && (
        <ReplyForm
          label={t(label)}
          action={t(action)}
          onSubmit={(text) =>
            void (reply === 'answer' ? answer.act({ complaintId, text }) : withdraw.act({ complaintId, reason: text }))
          }
        >
          {answer.fault && reply === 'answer' && <FaultLine fault={answer.fault} />}
          {withdraw.fault && reply === 'withdraw' && <FaultLine fault={withdraw.fault} />}
        </ReplyForm>
      )}
    </Dialog>
  )
}

interface ReplyFormProps {
  readonly label: string
  readonly action: string
  readonly onSubmit: (text: string) => void
  readonly children: ReactNode
}

function ReplyForm({ label, action, onSubmit, children }: ReplyFormProps) {
  const [text, setText] = useState('')
  const ready = text.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSubmit(text)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <label className={css.field} htmlFor="reply-text">
        <span>{label}</span>
        <textarea
          id="reply-text"
          rows={4}
          maxLength={2000}
          value={text}
          data-autofocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) submit(event)
          }}
        />
      </label>
      {children}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Ctrl+Enter" aria-disabled={!ready}>
          {action}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
