import { FileText, PenLine, Scale } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { claimFlags } from '#shared/domain/claim/claim.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useCroppedInk } from '../../ui/cropped-ink.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './claim-detail.module.css'
import { Kuitansi } from './kuitansi.tsx'

interface OpenCaseProps {
  readonly claimId: string
  readonly openCase: NonNullable<ClaimView['openCase']>
}

/** Why a supervisor must look at it, and every payment with its kuitansi and what was signed for it. */
export function OpenCase({ claimId, openCase }: OpenCaseProps) {
  const { t } = useTranslation('claims')
  const signatures = useEngineQuery('claim.signatures', { claimId }).data ?? []
  const reasons = claimFlags.filter((flag) => openCase.reasons.includes(flag))
  return (
    <section className={css.case}>
      <h2>
        <Scale aria-hidden="true" /> {t('openCase.title')}
      </h2>
      <ul>
        {reasons.map((flag) => (
          <li key={flag}>{t(`flag.${flag}`)}</li>
        ))}
      </ul>
      {openCase.payments.length > 0 && (
        <div className={css.payments}>
          {openCase.payments.map((one, at) => (
            <Payment
              key={one.paymentId}
              claimId={claimId}
              one={one}
              digit={at + 1}
              signed={signatures.find(({ paymentId }) => paymentId === one.paymentId) ?? null}
            />
          ))}
        </div>
      )}
    </section>
  )
}

interface PaymentProps {
  readonly claimId: string
  readonly one: OpenCaseProps['openCase']['payments'][number]
  /** Of its key. */
  readonly digit: number
  /** null: not asked yet, or not in cash. */
  readonly signed: OutputOf<'claim.signatures'>[number] | null
}

function Payment({ claimId, one, digit, signed }: PaymentProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  // The copy that was asked for stays on the screen when it came out.
  const [copy, setCopy] = useState<number | null>(null)
  const show = () => setCopy(one.nextCopy)
  useShortcuts({ [`Control+Digit${digit}`]: show }, digit <= 9)
  return (
    <div>
      <b className="num">{one.receiptNumber}</b>
      <span>
        {one.name} ({one.code}) · {format.dateTime(one.at)}
      </span>
      <StatusTag tone={one.stands ? 'ok' : 'clash'} plain>
        {t(one.stands ? 'openCase.stands' : 'openCase.contested')}
      </StatusTag>
      {signed && <Ink signed={signed} />}
      <KeyButton hint={`Ctrl+${digit}`} icon={<FileText aria-hidden="true" />} onClick={show}>
        {t('step.receipt')}
      </KeyButton>
      <Kuitansi claimId={claimId} paymentId={one.paymentId} copy={copy} onClose={() => setCopy(null)} />
    </div>
  )
}

/** What the citizen signed, as a picture; where it is not to be had, that in words. */
function Ink({ signed }: { readonly signed: OutputOf<'claim.signatures'>[number] }) {
  const { t } = useTranslation('claims')
  const ink = useCroppedInk(signed.signature)
  return (
    <>
      {ink && <img className={css.ink} src={ink} alt={t('openCase.signature.here')} />}
      {(signed.signature === null || signed.where === 'pending') && (
        <span className={css.noInk}>
          <PenLine aria-hidden="true" /> {t(`openCase.signature.${signed.where}`)}
        </span>
      )}
    </>
  )
}
