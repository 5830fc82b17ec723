import { Flag, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseReceipt } from '#shared/contract/engine/cases.ts'
import css from './evidence-facts.module.css'

/** What speaks for a receipt and what against it, line by line. */
export const FactList = ({ children }: { readonly children: ReactNode }) => <ul className={css.facts}>{children}</ul>

const told = ['not-permitted', 'rules-not-met', 'card-not-ready', 'card-unknown', 'clock-skew'] as const

interface RemarksProps {
  readonly of: Pick<CaseReceipt, 'override' | 'identityNotSeen' | 'flags'>
}

/** What the counter set aside, and what the centre noticed. */
export function Remarks({ of: { override, identityNotSeen, flags } }: RemarksProps) {
  const { t } = useTranslation('cases')
  return (
    <>
      {override && (
        <Fact icon={Flag} tone="warn" wide>
          {override.supervisorName === null
            ? t('evidence.review', { reason: override.reason })
            : t('evidence.override', { name: override.supervisorName, reason: override.reason })}
        </Fact>
      )}
      {identityNotSeen !== null && (
        <Fact icon={Flag} tone="warn" wide>
          {t('evidence.identity', { reason: identityNotSeen })}
        </Fact>
      )}
      {told
        .filter((flag) => flags.includes(flag))
        .map((flag) => (
          <Fact key={flag} icon={Flag} tone="warn" wide>
            {t(`flag.${flag}`)}
          </Fact>
        ))}
    </>
  )
}

interface FactProps {
  readonly icon: LucideIcon
  readonly tone?: 'ok' | 'warn' | 'plain'
  readonly wide?: boolean
  readonly children: string
}

/** Never by colour alone. */
export function Fact({ icon: Icon, tone = 'plain', wide = false, children }: FactProps) {
  return (
    <li data-tone={tone} data-wide={wide}>
      <Icon aria-hidden="true" />
      {children}
    </li>
  )
}
