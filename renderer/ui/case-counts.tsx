import { useTranslation } from 'react-i18next'
import type { CaseCount } from '#shared/contract/engine/cases.ts'
import { differenceKey } from '#shared/domain/shift/count-drawer.ts'
import { useFormat } from '../app/format.ts'
import css from './case-facts.module.css'

/** Counts of the drawer that did not agree: what should have lain there, what did, and what the clerk says. */
export function Counts({ counts }: { readonly counts: readonly CaseCount[] }) {
  return counts.map((one) => <Count key={`${one.at} ${one.staffName}`} one={one} />)
}

function Count({ one }: { readonly one: CaseCount }) {
  const { t } = useTranslation(['cases', 'common'])
  const format = useFormat()
  const words = useDifferenceWords()
  const title = t(one.number === null ? 'count.opening' : 'count.closing')
  const rows: readonly (readonly [string, string])[] = [
    [t('count.expected'), t('count.pieces', one.expected)],
    [t('count.counted'), t('count.pieces', one.counted)],
    [t('movement.when'), format.dateTime(one.at)],
    [t('movement.by'), one.staffName],
    ...(one.takingName ? [[t('count.taking'), one.takingName] as const] : []),
    ...(one.number ? [[t('movement.number'), one.number] as const] : []),
    ...(one.explanation ? [[t('count.explanation'), one.explanation] as const] : []),
  ]
  return (
    <section className={css.line} aria-label={title}>
      <h2>
        {title} <small>{t('receipt.device', { device: one.deviceCode })}</small>
      </h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {one.differences.map((difference) => (
          <div key={differenceKey(difference)}>
            <dt>{words(difference)}</dt>
            <dd>{difference.explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function useDifferenceWords() {
  const { t } = useTranslation(['cases', 'common'])
  return ({ rack, box, cardKind, expected, counted, labelCode, against }: CaseCount['differences'][number]): string => {
    const kind = t(`common:cardKind.${cardKind}`)
    if (labelCode !== undefined) return t('count.extra', { label: labelCode, kind })
    if (against) return t('count.sum', { kind, expected, counted })
    return t(rack || box ? 'count.box' : 'count.noBox', { rack, box, kind, expected, counted })
  }
}
