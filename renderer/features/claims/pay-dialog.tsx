import { HandCoins } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { rupiahInWords } from '#shared/domain/money/terbilang.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Choice } from './choice.tsx'
import css from './pay-dialog.module.css'

interface PayDialogProps {
  readonly claim: ClaimView
  readonly opened: boolean
  readonly onClose: () => void
}

/** The money changes hands: how, and the citizen's signature. */
export function PayDialog({ claim, opened, onClose }: PayDialogProps) {
  const { t } = useTranslation('claims')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('pay.title', { amount: rupiah(claim.amount) })} width={640}>
      {opened && <Pay claim={claim} onClose={onClose} />}
    </Dialog>
  )
}

function Pay({ claim, onClose }: Omit<PayDialogProps, 'opened'>) {
  const { t } = useTranslation(['claims', 'common'])
  const [method, setMethod] = useState<'cash' | 'transfer'>('cash')
  const [signature, setSignature] = useState<string | null>(null)
  const { confirm, pending, fault } = useConfirm('claim.pay', (paid) => {
    showToast({ title: t('pay.done'), text: t('pay.doneText', { number: paid.paid?.receiptNumber ?? '' }) })
    onClose()
  })
  const { claimId, amount } = claim
  const signed = method === 'transfer' || signature !== null
  const pay = () => {
    if (!signed) return document.querySelector<HTMLElement>('#claim-signature canvas')?.focus()
    if (!pending) void confirm({ claimId, amount, method, signature: method === 'cash' ? signature : null })
  }
  useShortcuts({ 'Control+Enter': pay })
  return (
    <div className={css.pay}>
      <Terms claim={claim} />
      <Choice
        name="claim-method"
        label={t('pay.method')}
        value={method}
        autoFocus
        options={(['cash', 'transfer'] as const).map((value) => ({ value, label: t(`pay.${value}`) }))}
        onChange={setMethod}
      />
      {method === 'cash' && (
        <SignatureBlock
          id="claim-signature"
          title={t('pay.signature')}
          signer={claim.claimant?.name ?? ''}
          signed={signature !== null}
          onChange={setSignature}
          keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
        />
      )}
      {fault && <FaultLine fault={fault} />}
      {!signed && <p className={css.missing}>{t('pay.signFirst')}</p>}
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('common:cancel')}
        </KeyButton>
        <KeyButton
          look="primary"
          hint="Ctrl+Enter"
          icon={<HandCoins aria-hidden="true" />}
          aria-disabled={!signed || pending}
          onClick={once(pay)}
        >
          {t('pay.act')}
        </KeyButton>
      </DialogActions>
    </div>
  )
}

/** As the kuitansi will say it; its words are Indonesian, like the paper's. */
function Terms({ claim: { amount, claimant, kitirNumber } }: { readonly claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const told = { amount: rupiah(amount), words: rupiahInWords(amount), name: claimant?.name ?? '' }
  return (
    <p className={css.terms}>
      {t('pay.words', told)} <span className="num">{kitirNumber}</span>
    </p>
  )
}
