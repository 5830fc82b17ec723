import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { usePaperLabel } from '../../ui/paper-label.ts'
import { Fields, TextField } from '../../ui/text-field.tsx'
import tick from '../../ui/tick.module.css'
import { asksPoliceLetter, type Draft, papersOf } from './draft.ts'
import css from './paper-checks.module.css'
import type { StepProps } from './step-props.ts'

/** What must be seen before the card leaves the desk. Space ticks a box and moves on to the next open one. */
export function PaperChecks({ draft, detail, rule, onChange }: StepProps) {
  const { t } = useTranslation('handover')
  const labelOf = usePaperLabel()
  const seen = (id: string) =>
    onChange({ papers: draft.papers.includes(id) ? draft.papers.filter((one) => one !== id) : [...draft.papers, id] })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the keys of the boxes inside
    <div className={css.checkArea} onKeyDown={moveOn}>
      <fieldset className={css.checks}>
        <legend className="visually-hidden">{t('papers.label')}</legend>
        {papersOf(draft, rule).map((paper) => (
          <CheckItem key={paper.id} on={draft.papers.includes(paper.id)} onTick={() => seen(paper.id)}>
            {labelOf(paper)}
          </CheckItem>
        ))}
        <label className={css.check} data-quiet="true">
          <input
            type="checkbox"
            className={tick.box}
            checked={draft.identityHidden}
            onChange={() => onChange(identityTold(draft, rule))}
          />
          <span>{t('papers.identityHidden')}</span>
        </label>
        {detail.oldCard === 'withdraw' && !draft.oldCardLost && (
          <OldCard draft={draft} detail={detail} onChange={onChange} />
        )}
        {detail.oldCard === 'withdraw' && <OldCardLost draft={draft} onChange={onChange} />}
      </fieldset>
      {draft.identityHidden && (
        <Fields>
          <TextField
            id="handover-identity"
            wide
            label={t('papers.identityReason')}
            value={draft.identityReason}
            max={300}
            onChange={(identityReason) => onChange({ identityReason })}
          />
        </Fields>
      )}
      {asksPoliceLetter(draft, detail) && <PoliceLetter draft={draft} onChange={onChange} />}
    </div>
  )
}

/** A face ticked before it was said that it cannot be seen was not compared. */
function identityTold(draft: Draft, rule: StepProps['rule']): Partial<Draft> {
  const faces = (rule?.papers ?? []).filter(({ face }) => face).map(({ id }) => id)
  return { identityHidden: !draft.identityHidden, papers: draft.papers.filter((id) => !faces.includes(id)) }
}

/** The old card and the drawer it went into: one row of its own, so that nothing moves when it is ticked. */
function OldCard({ draft, detail, onChange }: Pick<StepProps, 'draft' | 'detail' | 'onChange'>) {
  const { t } = useTranslation(['handover', 'common'])
  return (
    <div className={css.oldCard}>
      <CheckItem on={draft.withdrawn} onTick={() => onChange({ withdrawn: !draft.withdrawn })}>
        {t('papers.withdrawn', { card: t(`common:cardKind.${detail.card.kind}`) })}
      </CheckItem>
      {draft.withdrawn && (
        <label className={css.drawer}>
          {t('papers.drawer')}
          <input
            value={draft.drawer}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => onChange({ drawer: event.target.value })}
          />
        </label>
      )}
    </div>
  )
}

/** Since the application was filed the citizen lost the old card as well. */
function OldCardLost({ draft, onChange }: Pick<StepProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('handover')
  return (
    <label className={css.check} data-quiet="true">
      <input
        type="checkbox"
        className={tick.box}
        checked={draft.oldCardLost}
        onChange={() => onChange({ oldCardLost: !draft.oldCardLost, withdrawn: false })}
      />
      <span>{t('papers.oldCardLost')}</span>
    </label>
  )
}

function PoliceLetter({ draft, onChange }: Pick<StepProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation('handover')
  return (
    <Fields columns={3}>
      <TextField
        id="handover-police"
        label={t('papers.policeNumber')}
        value={draft.policeNumber}
        max={60}
        onChange={(policeNumber) => onChange({ policeNumber })}
      />
      <DateField
        id="handover-police-date"
        label={t('papers.policeDate')}
        value={draft.policeDate}
        onChange={(policeDate) => onChange({ policeDate })}
      />
      <TextField
        id="handover-police-station"
        label={t('papers.policeStation')}
        value={draft.policeStation}
        max={60}
        onChange={(policeStation) => onChange({ policeStation })}
      />
    </Fields>
  )
}

interface CheckItemProps {
  readonly on: boolean
  readonly onTick: () => void
  readonly children: ReactNode
}

function CheckItem({ on, onTick, children }: CheckItemProps) {
  return (
    <label className={css.check}>
      <input type="checkbox" className={tick.box} data-required="true" checked={on} onChange={onTick} />
      <span>{children}</span>
    </label>
  )
}

/** Space on an open box: tick it, then the next open one has the focus; after the last, the signature. */
function moveOn(event: KeyboardEvent<HTMLElement>) {
  const box = event.target
  if (event.key !== ' ' || !(box instanceof HTMLInputElement) || box.dataset.required === undefined || box.checked)
    return
  const area = event.currentTarget
  event.preventDefault()
  box.click()
  requestAnimationFrame(() => {
    const next = area.querySelector<HTMLElement>('input[data-required]:not(:checked)')
    const signature = document.querySelector<HTMLElement>('#handover-signature canvas')
    const after = next ?? (area.querySelector('input[data-required]') ? signature : null)
    after?.focus()
  })
}
