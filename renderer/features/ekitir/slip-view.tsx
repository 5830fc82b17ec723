import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bearsPin, filingSlipLines } from '#shared/domain/receipt/filing-slip-lines.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { PaperLines } from '../../ui/paper-lines.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './ekitir.module.css'
import { SlipActs } from './slip-acts.tsx'
import type { SlipShown } from './slip-shown.ts'

/** The slip exactly as it will be printed, its PIN covered, and what can be done with it. */
export function SlipView({ kitirId }: { readonly kitirId: string }) {
  const { t } = useTranslation('ekitir')
  const [copy, setCopy] = useState<'citizen' | 'office'>('citizen')
  const shown = useEngineQuery('ekitir.slip', { kitirId, copy }, { keepPrevious: true })
  const slow = useSlow(shown.isPending)
  if (shown.isError) return <ErrorState fault={shown.error.fault} />
  if (!shown.data) return <SkeletonRows rows={8} shown={slow} />
  const sheets = (['citizen', 'office'] as const).map((value) => ({ value, label: t(`slip.${value}`) }))
  return (
    <div className={css.columns}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long slip is scrolled by keyboard too */}
      <section className={css.paper} tabIndex={0} aria-label={t('slip.paper')}>
        <Sheet shown={shown.data} />
      </section>
      <div className={css.side}>
        <ChoiceRow name="slip-sheet" label={t('slip.sheet')} value={copy} options={sheets} onChange={setCopy} />
        <SlipActs shown={shown.data} />
      </div>
    </div>
  )
}

const covered = '••••••'

function Sheet({ shown: { slip, pin } }: { readonly shown: SlipShown }) {
  const { t } = useTranslation('ekitir')
  const lines = useMemo(() => filingSlipLines(slip, pin !== 'gone' && bearsPin(slip) ? covered : null, 48), [slip, pin])
  return <PaperLines lines={lines} label={t('slip.title')} />
}
