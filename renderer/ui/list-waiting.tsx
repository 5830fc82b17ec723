import { useTranslation } from 'react-i18next'
import type { EngineFault } from '../app/engine-client.ts'
import { useSlow } from '../app/engine-hooks.ts'
import { KeyButton } from './key-button.tsx'
import { ErrorState, SkeletonRows } from './states.tsx'

interface ListWaitingProps {
  /** The part of a query that says how it stands. */
  readonly asked: { readonly isPending: boolean; readonly error: EngineFault | null; refetch(): unknown }
}

/** What stands instead of a list while it is not there. */
export function ListWaiting({ asked }: ListWaitingProps) {
  const { t } = useTranslation('common')
  const slow = useSlow(asked.isPending)
  if (asked.error)
    return (
      <ErrorState fault={asked.error.fault}>
        <KeyButton onClick={() => void asked.refetch()}>{t('retry')}</KeyButton>
      </ErrorState>
    )
  return asked.isPending ? <SkeletonRows rows={6} shown={slow} /> : null
}
