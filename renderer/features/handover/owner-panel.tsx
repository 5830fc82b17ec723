import { MapPin, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import type { CardDetail } from './draft.ts'
import { MaskedNik } from './masked-nik.tsx'
import css from './owner-panel.module.css'
import { PromiseBlock } from './promise-block.tsx'

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
