import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlow } from '../../app/engine-hooks.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ErrorState, FaultLine, SkeletonRows } from '../../ui/states.tsx'
import css from './move-form.module.css'
import type { useMove } from './use-move.ts'

interface MoveFormProps {
  readonly move: ReturnType<typeof useMove>
  readonly action: string
  /** All that must be told is told. */
  readonly ready: boolean
  readonly onSubmit: () => void
  /** There is nothing to fill in: Enter is the next key. */
  readonly actFirst?: boolean
  /** Another thing to do with these cards. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** Fields with one act beneath: Enter does it once everything is told. */
export function MoveForm({
  move: { asked, may, pending, fault },
  action,
  ready,
  onSubmit,
  beside,
  actFirst,
  children,
}: MoveFormProps) {
  const { t } = useTranslation(['cards', 'common'])
  const slow = useSlow(asked.isPending)
  const able = ready && may.length > 0 && !pending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (able) onSubmit()
  }
  if (asked.isError)
    return (
      <ErrorState fault={asked.error.fault}>
        <KeyButton onClick={() => void asked.refetch()}>{t('common:retry')}</KeyButton>
      </ErrorState>
    )
  return (
    <form onSubmit={submit}>
      {children}
      {asked.isPending && <SkeletonRows rows={4} shown={slow} />}
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        {asked.data && may.length === 0 && <span className={css.none}>{t('noneMay')}</span>}
        {beside}
        <KeyButton type="submit" look="primary" data-autofocus={actFirst} hint="Enter" aria-disabled={!able}>
          {pending ? t('recording') : action}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
