import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { claimFlags } from '#shared/domain/claim/claim.ts'
import { useFormat } from '../../app/format.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './claim-case.module.css'

interface ClaimCaseProps {
  readonly openCase: NonNullable<OutputOf<'city.claim'>['openCase']>
}

/** Why a supervisor must look at a claim, and every payment that there was. */
export function ClaimCase({ openCase: { reasons, payments } }: ClaimCaseProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const known = claimFlags.filter((flag) => reasons.includes(flag))
  return (
    <section className={css.case}>
      <h3>
        <Scale aria-hidden="true" /> {t('openCase.title')}
      </h3>
      <ul>
        {known.map((flag) => (
          <li key={flag}>{t(`flag.${flag}`)}</li>
        ))}
      </ul>
      {payments.map((one) => (
        <p key={one.receiptNumber}>
          <b className="num">{one.receiptNumber}</b> {one.name} ({one.code}) · {format.dateTime(one.at)}{' '}
          <StatusTag tone={one.stands ? 'ok' : 'clash'} plain>
            {t(one.stands ? 'openCase.stands' : 'openCase.contested')}
          </StatusTag>
        </p>
      ))}
    </section>
  )
}
