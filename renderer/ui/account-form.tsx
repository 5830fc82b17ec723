import type { FormEvent, ReactNode } from 'react'
import type { Fault } from '#shared/contract/errors.ts'
import css from './account-form.module.css'
import { DialogActions } from './dialog.tsx'
import { KeyButton } from './key-button.tsx'
import { FaultLine } from './states.tsx'

interface AccountFormProps {
  readonly lead: string
  readonly action: string
  readonly ready: boolean
  /** What is wrong with what was typed, in words of its own. */
  readonly problem: string | null
  readonly fault: Fault | null
  readonly onSubmit: () => void
  /** Beside the action. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A few secret fields and one action: Enter does it once all is filled in. */
export function AccountForm(props: AccountFormProps) {
  const { lead, action, ready, problem, fault, onSubmit, beside, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSubmit()
  }
  return (
    <form className={css.form} onSubmit={submit}>
      {lead !== '' && <p>{lead}</p>}
      {children}
      <div role="alert">
        {problem && <p className={css.problem}>{problem}</p>}
        {fault && problem === null && <FaultLine fault={fault} />}
      </div>
      <DialogActions>
        {beside}
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready}>
          {action}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
