import { FileText, GitCompareArrows, Hourglass, OctagonAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { canBeGiven } from '../../app/open-code.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { CardStateTag } from '../../ui/status-tag.tsx'
import css from './closed.module.css'
import { NextCitizen } from './next-citizen.tsx'
import { UndoAction } from './undo-action.tsx'

/** A card that cannot be handed over here and now: already given (to whom, when, by whom), or not there yet, or in a case. */
export function Closed({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation('handover')
  return (
    <Page
      title={t('title')}
      lead={
        <span className={css.lead}>
          <CardStateTag card={card} /> {t('kitir', { number: card.kitirNumber })}
        </span>
      }
    >
      <div className={panel.panel}>
        <section className={css.closed} aria-live="polite">
          {card.handedOver ? <Given card={card} handedOver={card.handedOver} /> : <NotNow card={card} />}
        </section>
      </div>
    </Page>
  )
}

interface GivenProps {
  readonly card: CardLine
  readonly handedOver: NonNullable<CardLine['handedOver']>
}

function Given({ card, handedOver }: GivenProps) {
  const { t } = useTranslation('handover')
  const { showReceipt } = useNavigation()
  const clash = card.centre === 'case' || card.centre === 'will-clash'
  return (
    <>
      <span className={css.bigIcon} data-tone={clash ? 'clash' : 'bad'}>
        {clash ? <GitCompareArrows aria-hidden="true" /> : <OctagonAlert aria-hidden="true" />}
      </span>
      <h2>{t('handedOver.title')}</h2>
      <WhoWhenWhere card={card} handedOver={handedOver} />
      {card.centre === 'neighbour' && <p>{t('handedOver.neighbour', { device: handedOver.deviceCode })}</p>}
      <p>{clash ? t('handedOver.case') : t('handedOver.ask')}</p>
      <div className={css.closedActions}>
        <KeyButton
          look="primary"
          size="tall"
          hint="Enter"
          icon={<FileText />}
          autoFocus
          onClick={() => showReceipt(handedOver.handoverId)}
        >
          {t('handedOver.receipt')}
        </KeyButton>
        <NextCitizen size="tall" />
      </div>
      <UndoAction handoverId={handedOver.handoverId} owner={card.ownerName} receiptNumber={handedOver.receiptNumber} />
      <small>LKT-410</small>
    </>
  )
}

function WhoWhenWhere({ card, handedOver }: GivenProps) {
  const { t } = useTranslation(['handover', 'common'])
  const format = useFormat()
  const { collectorName, collectorKind, staffName, staffCode } = handedOver
  return (
    <>
      <p className={css.who}>
        <b>{card.ownerName}</b> · {t(`common:cardKind.${card.kind}`)}
      </p>
      <p>
        {t('handedOver.who', {
          time: format.dateTime(handedOver.at),
          collector: `${collectorName} (${t(`common:collector.${collectorKind}`)})`,
          staff: `${staffName} (${staffCode})`,
          device: handedOver.deviceCode,
        })}
      </p>
      <p>{t('handedOver.number', { number: handedOver.receiptNumber })}</p>
    </>
  )
}

/** Not there yet, or it lies here while it is being settled who has it. */
function NotNow({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation(['handover', 'common'])
  const contested = canBeGiven(card)
  const words = contested ? 'contested' : 'notReady'
  return (
    <>
      <span className={css.bigIcon} data-tone={contested ? 'clash' : 'wait'}>
        {contested ? <GitCompareArrows aria-hidden="true" /> : <Hourglass aria-hidden="true" />}
      </span>
      <h2>{t(`${words}.title`)}</h2>
      <p>{t(`${words}.text`, { owner: card.ownerName, state: t(`common:cardState.${card.state}`) })}</p>
      <div className={css.closedActions}>
        <NextCitizen size="tall" main />
      </div>
      <small>{contested ? 'LKT-422' : 'LKT-402'}</small>
    </>
  )
}
