import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { TextField } from '../../ui/text-field.tsx'
import css from './doubt-block.module.css'
import type { Draft } from './draft.ts'

export type Doubts = OutputOf<'handover.doubts'>

interface DoubtBlockProps {
  readonly doubts: Doubts | null
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
}

/** What makes one look twice at this collector, with what it rests on; the hand-over goes on with a reason. */
export function DoubtBlock({ doubts, draft, onChange }: DoubtBlockProps) {
  const { t } = useTranslation('handover')
  if (!doubts || doubts.doubts.length === 0) return null
  return (
    <section className={css.doubt} aria-label={t('doubt.label')}>
      <TriangleAlert aria-hidden="true" />
      <div>
        {doubts.doubts.map((one) => (
          <b key={one}>{t(`doubt.${one}`, { count: doubts.limit })}</b>
        ))}
        {doubts.doubts.includes('too-many-pick-ups') && <PickUps doubts={doubts} />}
        <TextField
          id="handover-doubt"
          wide
          label={t('doubt.reason')}
          value={draft.doubtReason}
          max={300}
          onChange={(doubtReason) => onChange({ doubtReason })}
        />
      </div>
    </section>
  )
}

function PickUps({ doubts }: { readonly doubts: Doubts }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  return (
    <ul className={css.list} aria-label={t('doubt.pickUps')}>
      {doubts.pickUps.map(({ at, receiptNumber, ownerNikMasked }) => (
        <li key={receiptNumber} className="num">
          {format.time(at)} · {receiptNumber} · {ownerNikMasked}
        </li>
      ))}
    </ul>
  )
}
