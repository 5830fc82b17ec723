import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { PaperDialog } from '../../ui/paper-dialog.tsx'

interface KuitansiProps {
  readonly claimId: string
  /** Left out: the payment that stands. */
  readonly paymentId?: string
  /** 0 the original, n SALINAN ke-n; null: none is shown. */
  readonly copy: number | null
  readonly onClose: () => void
}

/** The kuitansi as it will be printed; once it came out, the next one is a SALINAN. */
export function Kuitansi({ claimId, paymentId, copy, onClose }: KuitansiProps) {
  const engine = useEngine()
  const of = paymentId === undefined ? {} : { paymentId }
  const cameOut = () => {
    if (copy !== null) void engine.call('claim.receipt-out', { claimId, copy, ...of }).catch(() => undefined)
  }
  const paper = copy === null ? null : ({ kind: 'compensation-receipt', id: claimId, copy, ...of } as const)
  return <PaperDialog paper={paper} onClose={onClose} onCameOut={cameOut} />
}

interface ReceiptButtonProps {
  readonly claim: ClaimView
  /** It is the one next step. */
  readonly primary?: boolean
}

/** Leads to the kuitansi of a paid claim. */
export function ReceiptButton({ claim, primary = false }: ReceiptButtonProps) {
  const { t } = useTranslation('claims')
  // The one that was asked for stays on the screen when it came out and the next one is a copy.
  const [shown, setShown] = useState<number | null>(null)
  const show = () => setShown(claim.nextCopy)
  useShortcuts(primary ? { 'Control+Enter': show } : { 'Alt+KeyK': show })
  return (
    <>
      <KeyButton
        look={primary ? 'primary' : 'plain'}
        size="big"
        hint={primary ? 'Ctrl+Enter' : 'Alt+K'}
        icon={<FileText aria-hidden="true" />}
        onClick={show}
      >
        {t(claim.nextCopy === 0 ? 'step.receipt' : 'step.copy')}
      </KeyButton>
      <Kuitansi claimId={claim.claimId} copy={shown} onClose={() => setShown(null)} />
    </>
  )
}
