import { Check, Dot, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { useFormat } from '../app/format.ts'
import { sentencesOf } from './claim-reason-words.ts'
import css from './claim-sum.module.css'
import panel from './panel.module.css'
import { StatusTag } from './status-tag.tsx'

interface ClaimSumProps {
  readonly title: string
  readonly of: ClaimView['now']
  readonly application: ClaimView['application']
  /** Whole rupiah, where it is not the one of the assessment (as approved). */
  readonly amount?: number | undefined
}

const tones = { eligible: 'ok', 'not-eligible': 'bad', 'needs-supervisor': 'warn' } as const
const marks = { for: Check, against: X, plain: Dot }

/** Is compensation due, how much, and why: each reason a sentence, and the amount beneath like a sum. */
export function ClaimSum({ title, of, application, amount = of.amount }: ClaimSumProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  return (
    <section className={`${panel.panel} ${css.sum}`}>
      <div className={css.head}>
        <h2>{title}</h2>
        <StatusTag tone={tones[of.outcome]}>{t(`sum.outcome.${of.outcome}`)}</StatusTag>
      </div>
      <ul className={css.reasons}>
        {sentencesOf(of, application, { t, format }).map(({ tone, text }) => {
          const Mark = marks[tone]
          return (
            <li key={text} data-tone={tone}>
              <Mark aria-hidden="true" />
              <span>{text}</span>
            </li>
          )
        })}
      </ul>
      <div className={css.total}>
        <span>{t('sum.amount')}</span>
        <b className="num">{rupiah(of.outcome === 'not-eligible' ? 0 : amount)}</b>
      </div>
    </section>
  )
}
