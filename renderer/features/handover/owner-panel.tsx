import { MapPin, Truck, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import type { CardDetail, Draft } from './draft.ts'
import { LabelBlock } from './label-block.tsx'
import { MaskedNik } from './masked-nik.tsx'
import css from './owner-panel.module.css'
import { PromiseBlock } from './promise-block.tsx'

interface OwnerPanelProps {
  readonly detail: CardDetail
  readonly label: Draft['label']
  readonly labelRequired: boolean
}

/** Where the card lies, whose it is, and how the promise stands. */
export function OwnerPanel({ detail, label, labelRequired }: OwnerPanelProps) {
  const { t } = useTranslation(['handover', 'common'])
  const format = useFormat()
  const { card } = detail
  return (
    <section className={css.owner}>
      {card.carriedBy ? <WithTeam by={card.carriedBy} /> : <PlaceBlock place={card.place} />}
      <LabelBlock label={label} required={labelRequired} />
      <div className={css.who1}>
        <div className={css.cardKind}>
          <span aria-hidden="true">
            <UserRound />
          </span>
          <div>
            <b>{t(`common:cardKind.${card.kind}`)}</b>
            <small>{t(detail.kia === null ? 'owner.check' : `owner.kia.${detail.kia}`)}</small>
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

/** It does not lie in the drawer. */
function WithTeam({ by }: { readonly by: NonNullable<CardLine['carriedBy']> }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  return (
    <div className={css.place}>
      <p>
        <Truck aria-hidden="true" />
        {t('place.team')}
      </p>
      <span>{t('place.teamWho', { name: by.name, time: format.when(by.since) })}</span>
    </div>
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
