import { BadgeCheck, CircleDot, ClipboardCheck, Scale, Wallet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClaimLine } from '#shared/contract/engine/claims.ts'
import { StatusTag } from '../../ui/status-tag.tsx'

const looks = {
  received: { tone: 'wait', icon: CircleDot },
  checked: { tone: 'move', icon: ClipboardCheck },
  approved: { tone: 'ok', icon: BadgeCheck },
  rejected: { tone: 'bad', icon: undefined },
  'awaiting-payment': { tone: 'warn', icon: Wallet },
  paid: { tone: 'ok', icon: undefined },
} as const

/** How far a claim has come; an open case outweighs it. */
export function ClaimStateTag({ claim, plain }: { readonly claim: ClaimLine; readonly plain?: boolean }) {
  const { t } = useTranslation('claims')
  const { tone, icon } = looks[claim.state]
  return (
    <>
      <StatusTag tone={tone} icon={icon} plain={plain}>
        {t(`states.${claim.state}`)}
      </StatusTag>{' '}
      {claim.case && (
        <StatusTag tone="clash" icon={Scale} plain={plain}>
          {t('case')}
        </StatusTag>
      )}
    </>
  )
}
