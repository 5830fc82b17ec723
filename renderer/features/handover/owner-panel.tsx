import { Eye, MapPin, UserRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineCommand } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { CardDetail } from './draft.ts'
import css from './handover.module.css'

/** Where the card lies, whose it is, and how the promise stands. */
export function OwnerPanel({ detail }: { readonly detail: CardDetail }) {
  const { t } = useTranslation(['handover', 'common'])
  const format = useFormat()
  const { card } = detail
  return (
    <section className={css.owner}>
      <PlaceBlock place={card.place} />
      <div className={css.who1}>
        <div className={css.cardKind}>
          <span aria-hidden="true">
            <UserRound />
          </span>
          <div>
            <b>{t(`common:cardKind.${card.kind}`)}</b>
            <small>{t('owner.check')}</small>
          </div>
        </div>
        <h2 className={css.name} data-long={card.ownerName.length > 34}>
          {card.ownerName}
        </h2>
        <MaskedNik card={card} />
      </div>
      <dl className={css.facts}>
        <div>
          <dt>{t('owner.reason')}</dt>
          <dd>{t(`common:issueReason.${card.issueReason}`)}</dd>
        </div>
        <div>
          <dt>{t('owner.oldCard')}</dt>
          <dd data-duty={detail.oldCard}>{t(`owner.duty.${detail.oldCard}`)}</dd>
        </div>
        <div>
          <dt>{t('owner.arrived')}</dt>
          <dd>{card.arrivedAt ? format.dateTime(card.arrivedAt) : t('owner.unknown')}</dd>
        </div>
      </dl>
      <PromiseBlock promise={card.promise} />
    </section>
  )
}

function PlaceBlock({ place }: { readonly place: CardLine['place'] }) {
  const { t } = useTranslation('handover')
  return (
    <div className={css.place}>
      <p>
        <MapPin aria-hidden="true" />
        {t('place.title')}
      </p>
      {place ? (
        <dl>
          <div>
            <dt>{t('place.rack')}</dt>
            <dd>{place.rack}</dd>
          </div>
          <div>
            <dt>{t('place.box')}</dt>
            <dd>{place.box}</dd>
          </div>
          <div>
            <dt>{t('place.number')}</dt>
            <dd>{place.number}</dd>
          </div>
        </dl>
      ) : (
        <span>{t('place.none')}</span>
      )}
    </div>
  )
}

const shownSeconds = 15

/** The NIK, hidden but for its ends; shown whole for 15 seconds on demand, which is logged. */
function MaskedNik({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation('handover')
  const reveal = useEngineCommand('card.reveal-nik')
  const [shown, setShown] = useState<{ readonly nik: string; readonly left: number } | null>(null)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(shown.left > 1 ? { nik: shown.nik, left: shown.left - 1 } : null), 1000)
    return () => clearTimeout(timer)
  }, [shown])
  const show = () =>
    reveal.mutate({ input: { cardId: card.cardId } }, { onSuccess: ({ nik }) => setShown({ nik, left: shownSeconds }) })
  return (
    <div className={css.nik}>
      <span>{shown?.nik ?? card.ownerNikMasked}</span>
      {shown ? (
        <small aria-live="off">{t('owner.shown', { seconds: shown.left })}</small>
      ) : (
        <button type="button" onClick={show} disabled={reveal.isPending}>
          <Eye aria-hidden="true" />
          {t('owner.show')}
        </button>
      )}
    </div>
  )
}

const dayInSeconds = 86_400

function PromiseBlock({ promise }: { readonly promise: CardLine['promise'] }) {
  const { t } = useTranslation(['handover', 'common'])
  const format = useFormat()
  if (promise.kind === 'none' || promise.kind === 'running') return null
  const late = promise.kind === 'late'
  const share = late ? 1 : Math.min(1, promise.usedSeconds / dayInSeconds)
  return (
    <div className={css.promise}>
      <div>
        <span>{t('owner.promise')}</span>
        <StatusTag tone={late ? 'bad' : 'ok'} plain>
          {late
            ? t('common:promise.late', { duration: format.duration(promise.secondsLate) })
            : t('common:promise.on-time')}
        </StatusTag>
      </div>
      <div className={css.bar} data-late={late} aria-hidden="true">
        <i style={{ width: `${Math.max(4, share * 100)}%` }} />
      </div>
      <small>
        {late
          ? t('owner.limit', { time: format.dateTime(promise.dueAt) })
          : t('owner.usedIn', { duration: format.duration(promise.usedSeconds) })}
      </small>
    </div>
  )
}
