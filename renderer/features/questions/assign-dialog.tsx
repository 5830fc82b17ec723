import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import css from './dialogs.module.css'

interface AssignDialogProps {
  readonly opened: boolean
  readonly question: OutputOf<'question.get'>
  readonly onClose: () => void
  readonly onStay: () => void
}

/** To a colleague of the unit. */
export function AssignDialog({ opened, question, onClose, onStay }: AssignDialogProps) {
  const { t } = useTranslation('questions')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('assign.title')} width={440}>
      {opened && <Form question={question} onClose={onClose} onStay={onStay} />}
    </Dialog>
  )
}

function Form({ question: { line, colleagues }, onClose, onStay }: Omit<AssignDialogProps, 'opened'>) {
  const { t } = useTranslation('questions')
  const [staffId, setStaffId] = useState('')
  const { act, fault } = useAct('question.assign', () => {
    const name = colleagues.find((one) => one.staffId === staffId)?.staffName ?? ''
    onClose()
    showToast({ title: t('act.given', { name }) })
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (staffId === '') return
    onStay()
    void act({ questionId: line.questionId, staffId })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <SelectField
        id="assign-person"
        autoFocus
        label={t('assign.person')}
        choose={t('assign.choose')}
        value={staffId}
        onChange={setStaffId}
        options={colleagues.map((one) => ({ value: one.staffId, label: `${one.staffName} (${one.staffCode})` }))}
      />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={staffId === ''}>
          {t('assign.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
