import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import css from './dialogs.module.css'

interface TransferDialogProps {
  readonly opened: boolean
  readonly question: Pick<OutputOf<'question.get'>, 'line' | 'unit'>
  readonly onClose: () => void
  readonly onHandedOn: () => void
}

/** To another unit: which, why, and what that means. */
export function TransferDialog({ opened, question, onClose, onHandedOn }: TransferDialogProps) {
  const { t } = useTranslation('questions')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('transfer.title')}>
      {opened && <Form question={question} onHandedOn={onHandedOn} />}
    </Dialog>
  )
}

function Form({ question: { line, unit }, onHandedOn }: Pick<TransferDialogProps, 'question' | 'onHandedOn'>) {
  const { t } = useTranslation('questions')
  const known = useEngineQuery('region.units', {}).data
  const units = (known?.units ?? []).filter(({ scope }) => scope !== unit)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const ready = to !== '' && reason.trim().length >= 3
  const { act, fault } = useAct('question.transfer', () => {
    showToast({ title: t('act.handedOn', { unit: units.find(({ scope }) => scope === to)?.title ?? to }) })
    onHandedOn()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void act({ questionId: line.questionId, to, reason })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <SelectField
        id="transfer-unit"
        autoFocus
        label={t('transfer.unit')}
        choose={t('transfer.choose')}
        value={to}
        onChange={setTo}
        options={units.map(({ scope, title, kind, kecamatan }) => {
          return { value: scope, label: kind === 'dinas' ? title : `${title}, Kec. ${kecamatan}` }
        })}
      />
      <TextField id="transfer-reason" label={t('transfer.reason')} value={reason} onChange={setReason} max={2000} />
      <p className={css.warn}>{t('transfer.warn')}</p>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready}>
          {t('transfer.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
