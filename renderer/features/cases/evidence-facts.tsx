import { Camera, CameraOff, Clock, ClockAlert, CreditCard, PenLine, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { CaseReceipt } from '#shared/contract/engine/cases.ts'
import { useFormat } from '../../app/format.ts'
import { Fact, FactList, Remarks } from '../../ui/evidence-remarks.tsx'

export type SignaturePlace = OutputOf<'case.signatures'>[number]['where']

/** What speaks for a receipt and what against it: never by colour alone. */
export function EvidenceFacts({ one, where }: { readonly one: CaseReceipt; readonly where: SignaturePlace | null }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const { acceptedAt, correctedAt, pin } = one
  const whole = where === 'here' || where === 'centre' || where === 'on-list'
  return (
    <FactList>
      <Fact icon={Clock}>
        {acceptedAt ? t('evidence.accepted', { time: format.dateTime(acceptedAt) }) : t('evidence.waiting')}
      </Fact>
      {correctedAt && (
        <Fact icon={ClockAlert} tone="warn">
          {t('evidence.corrected', { time: format.dateTime(correctedAt) })}
        </Fact>
      )}
      <Fact icon={pin === 'verified' ? ShieldCheck : ShieldAlert} tone={pin === 'verified' ? 'ok' : 'warn'}>
        {t(`evidence.pin.${pin}`)}
      </Fact>
      <Fact icon={one.photo ? Camera : CameraOff}>{t(one.photo ? 'evidence.photo' : 'evidence.noPhoto')}</Fact>
      <OldCardFact oldCard={one.receipt.oldCard} />
      {where && (
        <Fact icon={PenLine} tone={whole ? 'ok' : 'warn'}>
          {t(`evidence.signature.${where}`)}
        </Fact>
      )}
      <Remarks of={one} />
    </FactList>
  )
}

function OldCardFact({ oldCard }: { readonly oldCard: CaseReceipt['receipt']['oldCard'] }) {
  const { t } = useTranslation('cases')
  const words = () => {
    if (oldCard.kind === 'police-letter') return t('evidence.oldCard.police-letter', { number: oldCard.number })
    if (oldCard.kind === 'withdrawn' && oldCard.drawer) return t('evidence.oldCard.drawer', { drawer: oldCard.drawer })
    return t(`evidence.oldCard.${oldCard.kind}`)
  }
  return (
    <Fact icon={CreditCard} tone={oldCard.kind === 'none' ? 'plain' : 'ok'}>
      {words()}
    </Fact>
  )
}
