import type { FormEvent, ReactNode } from 'react'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import type { PinState } from './draft.ts'

/** What each way of asking for leave is given. */
export interface MeansProps {
  readonly cardId: string
  readonly reason: string
  readonly reasonField: ReactNode
  readonly onPin: (pin: PinState) => void
}

interface OverrideFormProps {
  readonly onSubmit: () => void
  readonly ready: boolean
  readonly action: string
  readonly children: ReactNode
}

/** Fields with one action beneath; Enter does it once all is filled in. */
export function OverrideForm({ onSubmit, ready, action, children }: OverrideFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSubmit()
  }
  return (
    <form onSubmit={submit}>
      {children}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready}>
          {action}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

/** A reason of one letter is none. */
export const reasonGiven = (reason: string) => reason.trim().length >= 3
