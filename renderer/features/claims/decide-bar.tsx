import { BadgeCheck, XCircle } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar } from '../../ui/page.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { CheckAgain } from './check-again.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { Primary } from './primary.tsx'
import { useDecide } from './use-decide.ts'
import { approvalOf, checkIsOld } from './what-to-decide.ts'

/** Approve or reject; where the check no longer says what is found now, check it again. */
export function DecideBar({ claim }: { readonly claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null)
  const { decide, pending, fault } = useDecide(claim)
  const [approval, old] = [approvalOf(claim), checkIsOld(claim)]
  const approve = () => (approval === 'at-once' ? decide({ kind: 'approve', reason: null }) : setAsking('approve'))
  const reject = () => setAsking('reject')
  const rejectIsFirst = approval === null && !old
  useShortcuts(rejectIsFirst ? { 'Control+Enter': reject } : { 'Alt+KeyT': reject })
  useShortcuts({ 'Control+Enter': approve }, approval !== null)
  const reason = old ? 'step.oldReason' : approval === null ? 'step.rejectReason' : 'step.approveReason'
  return (
    <ActionBar reason={fault ? <FaultLine fault={fault} /> : t(reason)}>
      {rejectIsFirst ? (
        <Primary icon={<XCircle aria-hidden="true" />} busy={pending} onPress={reject}>
          {t('step.reject')}
        </Primary>
      ) : (
        <KeyButton size="big" hint="Alt+T" icon={<XCircle aria-hidden="true" />} onClick={reject}>
          {t('step.reject')}
        </KeyButton>
      )}
      {old && <CheckAgain claim={claim} primary={approval === null} />}
      {approval !== null && (
        <Primary icon={<BadgeCheck aria-hidden="true" />} busy={pending} onPress={approve}>
          {approval === 'at-once' ? t('step.approve', { amount: rupiah(claim.amount) }) : t('step.approveOutage')}
        </Primary>
      )}
      <DecideDialog claimId={claim.claimId} asking={asking} onClose={() => setAsking(null)} />
    </ActionBar>
  )
}
