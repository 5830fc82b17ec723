import { CheckCheck, FileText, Hourglass, MapPin, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { cardState } from '#shared/contract/engine/values.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { statusWord } from './answer-words.ts'
import css from './recent-scans.module.css'

type Row = OutputOf<'scan.recent'>['rows'][number]

const looks: Record<Row['outcome'], { readonly tone: Tone; readonly icon?: typeof MapPin }> = {
  ready: { tone: 'ok' },
  'handed-over': { tone: 'ok', icon: CheckCheck },
  elsewhere: { tone: 'move', icon: MapPin },
  'not-ready': { tone: 'wait', icon: Hourglass },
  'not-here': { tone: 'wait', icon: SearchX },
  forged: { tone: 'bad' },
  unknown: { tone: 'bad' },
  'pin-locked': { tone: 'bad' },
  receipt: { tone: 'wait', icon: FileText },
  shipment: { tone: 'move' },
  application: { tone: 'ok', icon: FileText },
  'kitir-replaced': { tone: 'bad' },
}

/** What the last scans turned out to be, newest first; a row of a card opens it. */
export function RecentScans({ onCard }: { readonly onCard: (cardId: string) => void }) {
  const { t } = useTranslation('scan')
  const recent = useEngineQuery('scan.recent', {})
  const slow = useSlow(recent.isPending)
  return (
    <section className={css.recent} aria-labelledby="recent-title">
      <div className={css.recentHead}>
        <h2 id="recent-title">{t('recent.title')}</h2>
        {recent.data && <span>{t('recent.today', recent.data.today)}</span>}
      </div>
      <div className={css.list}>
        {recent.isPending && <SkeletonRows shown={slow} />}
        {recent.isError && <ErrorState fault={recent.error.fault} />}
        {recent.data?.rows.length === 0 && <EmptyState title={t('recent.empty')} text={t('recent.emptyNext')} />}
        {recent.data && recent.data.rows.length > 0 && (
          <ol>
            {recent.data.rows.map((row, at) => (
              <li key={row.id} data-first={at === 0} data-outcome={row.outcome}>
                <RecentRow row={row} onCard={onCard} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}

function RecentRow({ row, onCard }: { readonly row: Row; readonly onCard: (cardId: string) => void }) {
  const { t } = useTranslation('scan')
  const format = useFormat()
  const { tone, icon } = looks[row.outcome]
  const { cardId } = row
  const inside = (
    <>
      <span className={css.rowTime}>{format.time(row.at)}</span>
      <span className={css.rowText}>
        <b>{useRowTitle(row)}</b>
        <span>{useRowDetail(row)}</span>
      </span>
      <StatusTag tone={tone} icon={icon} plain={row.outcome === 'ready'}>
        {t(`recent.outcome.${row.outcome}`)}
      </StatusTag>
    </>
  )
  if (cardId === null) return <div className={css.row}>{inside}</div>
  return (
    <button type="button" className={css.row} onClick={() => onCard(cardId)}>
      {inside}
    </button>
  )
}

function useRowTitle({ ownerName, outcome, detail }: Row): string {
  const { t } = useTranslation('scan')
  if (ownerName) return ownerName
  if (outcome === 'shipment' && detail) return detail
  const count = outcome === 'unknown' || outcome === 'not-here' ? Number(detail) : Number.NaN
  return Number.isInteger(count) && count > 0 ? t('recent.characters', { count }) : t('recent.code')
}

/** The row's second line: kind of card, its place, and what the engine noted in the clerk's words. */
function useRowDetail({ kind, place, outcome, detail, ownerName }: Row): string {
  const { t } = useTranslation(['scan', 'common'])
  const where =
    place && outcome === 'ready' ? t('recent.place', { place: `${place.rack}-${place.box}-${place.number}` }) : null
  const state = cardState.safeParse(detail)
  const noted = () => {
    // The tag beside it says the rest.
    if (kind && (outcome === 'ready' || outcome === 'handed-over')) return null
    if (!detail || !ownerName) return t(`recent.next.${outcome}`)
    if (outcome === 'elsewhere') return t('recent.at', { unit: detail })
    return state.success ? t(`common:cardState.${state.data}`) : statusWord(detail)
  }
  return [kind && t(`common:cardKind.${kind}`), where, noted()].filter((part) => part).join(' · ')
}
