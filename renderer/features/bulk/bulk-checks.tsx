import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { usePaperLabel } from '../../ui/paper-label.ts'
import { TextField } from '../../ui/text-field.tsx'
import tick from '../../ui/tick.module.css'
import css from './bulk.module.css'

type Checked = OutputOf<'bulk.check'>

/** What there is to look at for this list, and what makes one look twice at who is in charge. */
export interface BulkAsked extends Pick<Checked, 'papers' | 'limit'> {
  readonly doubts: readonly Checked['lines'][number]['doubts'][number][]
}

interface BulkChecksProps {
  readonly list: BulkDraft
  readonly asked: BulkAsked
  readonly change: (part: Partial<BulkDraft>) => void
}

/** What was really looked at, for all of the list: nothing is said to have been seen that nobody ticked. */
export function BulkChecks({ list, asked, change }: BulkChecksProps) {
  const { t } = useTranslation('bulk')
  const labelOf = usePaperLabel()
  const { inCharge, checked } = list
  const tickPaper = (id: string) =>
    change({ checked: checked.includes(id) ? checked.filter((one) => one !== id) : [...checked, id] })
  return (
    <>
      <fieldset className={css.checks}>
        <legend>{t('checks')}</legend>
        <p>{t('checksNext')}</p>
        <label>
          <input
            id="bulk-seen"
            type="checkbox"
            className={tick.box}
            checked={inCharge.seen}
            onChange={() => change({ inCharge: { ...inCharge, seen: !inCharge.seen } })}
          />
          {t('inChargeSeen')}
        </label>
        {asked.papers.map((paper) => (
          <label key={paper.id}>
            <input
              type="checkbox"
              className={tick.box}
              data-paper={paper.id}
              checked={checked.includes(paper.id)}
              onChange={() => tickPaper(paper.id)}
            />
            {labelOf(paper)}
          </label>
        ))}
      </fieldset>
      {asked.doubts.length > 0 && <Doubts list={list} asked={asked} change={change} />}
    </>
  )
}

function Doubts({ list, asked, change }: BulkChecksProps) {
  const { t } = useTranslation(['bulk', 'handover'])
  return (
    <section className={css.doubt} aria-label={t('doubts')}>
      {asked.doubts.map((one) => (
        <b key={one}>
          <TriangleAlert aria-hidden="true" /> {t(`handover:doubt.${one}`, { count: asked.limit })}
        </b>
      ))}
      <TextField
        id="bulk-doubt"
        wide
        label={t('doubtReason')}
        value={list.doubtReason}
        max={300}
        onChange={(doubtReason) => change({ doubtReason })}
      />
    </section>
  )
}
