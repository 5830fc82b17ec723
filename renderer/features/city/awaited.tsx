import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { faultOf, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'

interface AwaitedProps {
  readonly answer: { readonly error: unknown; readonly isError: boolean; refetch(): unknown }
  readonly rows: number
}

/** In the place of an answer that is not there: it comes, or it failed and can be asked for again. */
export function Awaited({ answer, rows }: AwaitedProps) {
  const { t } = useTranslation('common')
  const slow = useSlow(!answer.isError)
  if (!answer.isError) return <SkeletonRows rows={rows} shown={slow} />
  return (
    <ErrorState fault={faultOf(answer.error)}>
      <KeyButton icon={<RotateCw />} onClick={() => void answer.refetch()}>
        {t('retry')}
      </KeyButton>
    </ErrorState>
  )
}
