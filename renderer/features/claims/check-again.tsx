import { ClipboardCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'

interface CheckAgainProps {
  readonly claim: ClaimView
  /** It is the one next step. */
  readonly primary?: boolean
}

/** Notes what is found now in place of what the check found. */
export function CheckAgain({ claim, primary = false }: CheckAgainProps) {
  const { t } = useTranslation('claims')
  const { confirm, pending, fault } = useConfirm('claim.check', () => undefined)
  const check = () => void confirm({ claimId: claim.claimId, cause: claim.cause ?? claim.likelyCause })
  useShortcuts({ [primary ? 'Control+Enter' : 'Alt+KeyP']: check })
  return (
    <>
      {fault && <FaultLine fault={fault} />}
      <KeyButton
        look={primary ? 'primary' : 'plain'}
        size="big"
        hint={primary ? 'Ctrl+Enter' : 'Alt+P'}
        icon={<ClipboardCheck aria-hidden="true" />}
        aria-disabled={pending}
        onClick={once(check)}
      >
        {t('step.checkAgain')}
      </KeyButton>
    </>
  )
}
