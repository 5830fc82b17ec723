import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useSession } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import css from './thread.module.css'
import { TransferDialog } from './transfer-dialog.tsx'

interface ThreadActsProps {
  readonly question: OutputOf<'question.get'>
  readonly onStay: () => void
  readonly onDone: () => void
}

/** What can be done with a thread besides answering it. */
export function ThreadActs({ question, onStay, onDone }: ThreadActsProps) {
  const { t } = useTranslation('questions')
  const { staff } = useSession()
  const [open, setOpen] = useState<'assign' | 'transfer' | null>(null)
  const { line, upTo } = question
  const { questionId, assignedTo, state } = line
  const mine = assignedTo?.staffId === staff?.staffId
  const assign = useAct('question.assign', () => showToast({ title: t(mine ? 'act.laidBack' : 'act.taken') }))
  const close = useAct('question.close', () => {
    showToast({ title: t('act.closed') })
    onDone()
  })
  const reopen = useAct('question.reopen', () => showToast({ title: t('act.reopened') }))
  const run = {
    take: () => {
      onStay()
      void assign.act({ questionId, staffId: mine ? null : (staff?.staffId ?? null) })
    },
    close: () => {
      onStay()
      void close.act({ questionId, upTo })
    },
    reopen: () => {
      onStay()
      void reopen.act({ questionId })
    },
  }
  const closed = state === 'closed'
  useShortcuts({
    ...(closed ? { 'Alt+KeyS': run.reopen } : { 'Alt+KeyS': run.close, 'Alt+KeyU': () => setOpen('transfer') }),
    'Alt+KeyA': run.take,
    'Alt+KeyP': () => setOpen('assign'),
  })
  const fault = assign.fault ?? close.fault ?? reopen.fault
  const leave = () => setOpen(null)
  return (
    <>
      <div className={css.acts}>
        <KeyButton size="small" hint="Alt+A" onClick={run.take}>
          {t(mine ? 'act.layBack' : 'act.take')}
        </KeyButton>
        <KeyButton size="small" hint="Alt+P" onClick={() => setOpen('assign')}>
          {t('act.other')}
        </KeyButton>
        {!closed && (
          <KeyButton size="small" hint="Alt+U" onClick={() => setOpen('transfer')}>
            {t('act.unit')}
          </KeyButton>
        )}
        <KeyButton size="small" hint="Alt+S" onClick={closed ? run.reopen : run.close}>
          {t(closed ? 'act.reopen' : 'act.close')}
        </KeyButton>
      </div>
      {fault && <FaultLine fault={fault} />}
      <AssignDialog opened={open === 'assign'} question={question} onClose={leave} onStay={onStay} />
      <TransferDialog
        opened={open === 'transfer'}
        question={question}
        onClose={leave}
        onHandedOn={() => {
          onStay()
          leave()
          onDone()
        }}
      />
    </>
  )
}
