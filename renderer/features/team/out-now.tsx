import { Truck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { CentreMark } from '../../ui/status-tag.tsx'
import tick from '../../ui/tick.module.css'
import type { Ticks } from '../../ui/use-ticks.ts'
import css from './team.module.css'

interface OutNowProps {
  readonly rows: readonly CardLine[]
  readonly ticks: Ticks
}

/** What is out with whom, longest first; Space ticks what came back. */
export function OutNow({ rows, ticks }: OutNowProps) {
  const { t } = useTranslation('team')
  return (
    <section className={css.panel} aria-label={t('with')}>
      <h2>{t('with')}</h2>
      {rows.length === 0 && <EmptyState mood="good" icon={<Truck />} title={t('none')} text={t('noneNext')} />}
      <ul className={css.out} onKeyDown={ticks.onKeyDown}>
        {rows.map((card) => (
          <Row key={card.cardId} card={card} ticks={ticks} />
        ))}
      </ul>
    </section>
  )
}

function Row({ card, ticks }: { readonly card: CardLine; readonly ticks: Ticks }) {
  const { t } = useTranslation(['team', 'common'])
  const format = useFormat()
  const { cardId, ownerName, kind, carriedBy } = card
  const name = carriedBy?.name || t('unknownCarrier')
  return (
    <li>
      <label data-on={ticks.ticked.has(cardId)}>
        <input
          type="checkbox"
          className={tick.box}
          data-row={cardId}
          aria-label={t('tick', { owner: ownerName, name })}
          checked={ticks.ticked.has(cardId)}
          onChange={() => ticks.toggle(cardId)}
        />
        <span>
          <b>{ownerName}</b> {t(`common:cardKind.${kind}`)}
          <small>{t('since', { name, time: format.when(carriedBy?.since ?? null) })}</small>
        </span>
        <CentreMark centre={card.centre} />
      </label>
    </li>
  )
}
