import { ClipboardCheck, HandCoins, Scale, UserRoundCog } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { type FaultCode, faultCodes } from '#shared/contract/errors.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { useSession } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar } from '../../ui/page.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { CheckAgain } from './check-again.tsx'
import { DecideBar } from './decide-bar.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ReceiptButton } from './kuitansi.tsx'
import { PayDialog } from './pay-dialog.tsx'
import { Primary } from './primary.tsx'
import { useDecide } from './use-decide.ts'
import { checkIsOld } from './what-to-decide.ts'

interface ClaimBarProps {
  readonly claim: ClaimView
  readonly cause: ClaimView['likelyCause']
  readonly onTakeAgain: () => void
}

/** What the claim waits for as one button with its key; where this person may not do it, why, and who may. */
export function ClaimBar({ claim, cause, onTakeAgain }: ClaimBarProps) {
  if (claim.next === null) return <DoneBar claim={claim} onTakeAgain={onTakeAgain} />
  if (claim.mayNot !== null) return <NotYouBar claim={claim} mayNot={claim.mayNot} />
  switch (claim.next) {
    case 'check':
      return <CheckBar claim={claim} cause={cause} />
    case 'decide':
      return <DecideBar claim={claim} />
    case 'order':
      return <OrderBar claim={claim} />
    case 'pay':
      return <PayBar claim={claim} />
    case 'settle':
      return <SettleBar claim={claim} />
  }
}

interface BarProps {
  readonly claim: ClaimView
}

function CheckBar({ claim, cause }: Pick<ClaimBarProps, 'claim' | 'cause'>) {
  const { t } = useTranslation('claims')
  const { confirm, pending, fault } = useConfirm('claim.check', () => undefined)
  const check = () => void confirm({ claimId: claim.claimId, cause })
  useShortcuts({ 'Control+Enter': check })
  return (
    <ActionBar reason={fault ? <FaultLine fault={fault} /> : t('step.checkReason')}>
      <Primary icon={<ClipboardCheck aria-hidden="true" />} busy={pending} onPress={check}>
        {t('step.check')}
      </Primary>
    </ActionBar>
  )
}

function OrderBar({ claim }: BarProps) {
  const { t } = useTranslation('claims')
  const { decide, pending, fault } = useDecide(claim)
  const order = () => decide({ kind: 'order-payment' })
  useShortcuts({ 'Control+Enter': order })
  return (
    <ActionBar reason={fault ? <FaultLine fault={fault} /> : t('step.orderReason')}>
      <Primary icon={<HandCoins aria-hidden="true" />} busy={pending} onPress={order}>
        {t('step.order')}
      </Primary>
    </ActionBar>
  )
}

function PayBar({ claim }: BarProps) {
  const { t } = useTranslation('claims')
  const [paying, setPaying] = useState(false)
  const pay = () => setPaying(true)
  useShortcuts({ 'Control+Enter': pay })
  return (
    <ActionBar reason={t('step.payReason')}>
      <Primary icon={<HandCoins aria-hidden="true" />} onPress={pay}>
        {t('step.pay', { amount: rupiah(claim.amount) })}
      </Primary>
      <PayDialog claim={claim} opened={paying} onClose={() => setPaying(false)} />
    </ActionBar>
  )
}

function SettleBar({ claim }: BarProps) {
  const { t } = useTranslation('claims')
  const [asking, setAsking] = useState<'settle' | null>(null)
  const settle = () => setAsking('settle')
  useShortcuts({ 'Control+Enter': settle })
  return (
    <ActionBar reason={t('step.settleReason')}>
      {claim.paid && <ReceiptButton claim={claim} />}
      <Primary icon={<Scale aria-hidden="true" />} onPress={settle}>
        {t('step.settle')}
      </Primary>
      <DecideDialog claimId={claim.claimId} asking={asking} onClose={() => setAsking(null)} />
    </ActionBar>
  )
}

/** Four eyes, or a role that is missing: said in words, with the way to whoever may. */
function NotYouBar({ claim, mayNot }: BarProps & { readonly mayNot: string }) {
  const { t } = useTranslation(['claims', 'faults'])
  const engine = useEngine()
  const { end } = useSession()
  const handOn = () => void engine.call('session.sign-out', {}).finally(end)
  useShortcuts({ 'Control+Enter': handOn })
  const code = mayNot in faultCodes ? (mayNot as FaultCode) : null
  return (
    <ActionBar
      reason={
        <>
          <b>{code ? t(`faults:${code}.title`) : claim.next && t(`step.waitsReason.${claim.next}`)}</b>{' '}
          {code && t(`faults:${code}.next`)}
        </>
      }
    >
      {claim.paid && <ReceiptButton claim={claim} />}
      {checkIsOld(claim) && <CheckAgain claim={claim} />}
      <KeyButton
        size="big"
        hint="Ctrl+Enter"
        icon={<UserRoundCog aria-hidden="true" />}
        title={t('step.handOnText')}
        onClick={handOn}
      >
        {t('step.handOn')}
      </KeyButton>
    </ActionBar>
  )
}

function DoneBar({ claim, onTakeAgain }: BarProps & Pick<ClaimBarProps, 'onTakeAgain'>) {
  const { t } = useTranslation('claims')
  const { paid, decided, claimant } = claim
  if (claim.again) return <AgainBar onTakeAgain={onTakeAgain} />
  if (!paid) return <ActionBar reason={t('step.rejected', { reason: decided?.reason ?? '' })}>{null}</ActionBar>
  return (
    <ActionBar reason={t('step.paid', { amount: rupiah(paid.amount), name: claimant?.name ?? '' })}>
      <ReceiptButton claim={claim} primary />
    </ActionBar>
  )
}

/** Rejected because it came too early, and late by now. */
function AgainBar({ onTakeAgain }: Pick<ClaimBarProps, 'onTakeAgain'>) {
  const { t } = useTranslation('claims')
  useShortcuts({ 'Control+Enter': onTakeAgain })
  return (
    <ActionBar reason={t('step.againReason')}>
      <Primary icon={<HandCoins aria-hidden="true" />} onPress={onTakeAgain}>
        {t('step.again')}
      </Primary>
    </ActionBar>
  )
}
