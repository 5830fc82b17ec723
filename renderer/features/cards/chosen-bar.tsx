import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar } from '../../ui/page.tsx'
import { PromiseText } from '../../ui/status-tag.tsx'
import css from './chosen-bar.module.css'

/** The chosen card with its whole name and all that a narrow list leaves out, and what can be done with it. */
export function ChosenBar({ card, empty }: { readonly card: CardLine | null; readonly empty: boolean }) {
  const { t } = useTranslation('cards')
  const { go, showReceipt } = useNavigation()
  if (!card) {
    const why = t(empty ? 'nothingListed' : 'nothingChosen')
    return <ActionBar reason={<span className={css.facts}>{why}</span>}>{null}</ActionBar>
  }
  const { handedOver } = card
  return (
    <ActionBar reason={<Chosen card={card} />}>
      {handedOver && <KeyButton onClick={() => showReceipt(handedOver.handoverId)}>{t('receipt')}</KeyButton>}
      <KeyButton look="primary" size="big" hint="Enter" onClick={() => go({ name: 'handover', cardId: card.cardId })}>
        {t(card.state === 'ready' ? 'open' : 'see')}
      </KeyButton>
    </ActionBar>
  )
}

function Chosen({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation('common')
  const facts = [
    card.kitirNumber,
    t(`cardKind.${card.kind}`),
    t(`issueReason.${card.issueReason}`),
    card.ownerNikMasked,
  ]
  return (
    <>
      <b>{card.ownerName}</b>
      <span className={css.facts}>
        {facts.join(' · ')} · <PromiseText promise={card.promise} />
      </span>
    </>
  )
}
