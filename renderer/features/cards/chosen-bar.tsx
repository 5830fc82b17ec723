import { BellRing, History, Move, Printer, TriangleAlert, Truck, Undo2, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar } from '../../ui/page.tsx'
import { PromiseText } from '../../ui/status-tag.tsx'
import css from './chosen-bar.module.css'
import { type ChosenCards, countOf, mostAtOnce } from './chosen-cards.ts'
import type { StockActions } from './stock-actions.ts'
import type { CardTicks } from './use-card-ticks.ts'

interface ChosenBarProps {
  /** The card that the keys are about. */
  readonly card: CardLine | null
  readonly ticks: CardTicks
  readonly actions: StockActions
  readonly empty: boolean
}

/** What is chosen, the ticked cards or else the one that the keys are about, and what can be done with it. */
export function ChosenBar({ card, ticks, actions, empty }: ChosenBarProps) {
  const { t } = useTranslation('cards')
  if (countOf(ticks.chosen) > 0) return <TickedBar ticks={ticks} actions={actions} />
  if (card) return <OneBar card={card} actions={actions} />
  const why = t(empty ? 'nothingListed' : 'nothingChosen')
  return <ActionBar reason={<span className={css.facts}>{why}</span>}>{null}</ActionBar>
}

interface TickedBarProps {
  readonly ticks: CardTicks
  readonly actions: StockActions
}

function TickedBar({ ticks: { chosen, clear }, actions }: TickedBarProps) {
  const { t } = useTranslation('cards')
  const words = (
    <>
      <b className="num">{t('ticked', { count: countOf(chosen) })}</b>{' '}
      <KeyButton size="small" look="quiet" hint="Esc" onClick={clear}>
        {t('untick')}
      </KeyButton>
      {chosen.kind === 'whole-list' && <span className={css.facts}>{t('tooMany', { count: mostAtOnce })}</span>}
    </>
  )
  const { able, open, labels } = actions
  return (
    <ActionBar reason={words}>
      <div className={css.acts}>
        <KeyButton size="small" hint="Ctrl+P" icon={<Printer />} aria-disabled={!able} onClick={labels}>
          {t('bar.labels')}
        </KeyButton>
        <KeyButton size="small" hint="Ctrl+M" icon={<Move />} aria-disabled={!able} onClick={() => open('store')}>
          {t('bar.store')}
        </KeyButton>
        <KeyButton
          size="small"
          hint="Ctrl+D"
          icon={<TriangleAlert />}
          aria-disabled={!able}
          onClick={() => open('trouble')}
        >
          {t('bar.trouble')}
        </KeyButton>
        <KeyButton size="small" hint="Ctrl+I" icon={<BellRing />} aria-disabled={!able} onClick={() => open('remind')}>
          {t('bar.remind')}
        </KeyButton>
        <KeyButton size="small" hint="Ctrl+B" icon={<Undo2 />} aria-disabled={!able} onClick={() => open('return')}>
          {t('bar.return')}
        </KeyButton>
        <ReadyCardsTo chosen={chosen} />
      </div>
    </ActionBar>
  )
}

/** The ticked cards that lie ready: as one list for a school or an RW, or taken along by a mobile team. */
function ReadyCardsTo({ chosen }: { readonly chosen: ChosenCards }) {
  const { t } = useTranslation('cards')
  const { go } = useNavigation()
  const ready = chosen.kind === 'cards' ? [...chosen.cards.values()].filter(({ state }) => state === 'ready') : []
  const cardIds = ready.map(({ cardId }) => cardId)
  const none = cardIds.length === 0
  const bulk = () => !none && go({ name: 'bulk', cardIds })
  const team = () => !none && go({ name: 'team', cardIds })
  useShortcuts({ 'Alt+KeyS': bulk, 'Alt+KeyT': team })
  return (
    <>
      <KeyButton size="small" hint="Alt+S" icon={<UsersRound />} aria-disabled={none} onClick={bulk}>
        {t('bulk')}
      </KeyButton>
      <KeyButton size="small" hint="Alt+T" icon={<Truck />} aria-disabled={none} onClick={team}>
        {t('team')}
      </KeyButton>
    </>
  )
}

interface OneBarProps {
  readonly card: CardLine
  readonly actions: StockActions
}

/** One card with its whole name and all that a narrow list leaves out. What is done with many is done with one, too, by the same keys. */
function OneBar({ card, actions: { open } }: OneBarProps) {
  const { t } = useTranslation('cards')
  const { go, showReceipt } = useNavigation()
  const { handedOver } = card
  return (
    <ActionBar reason={<Chosen card={card} />}>
      <div className={css.acts}>
        {handedOver ? (
          <KeyButton size="small" onClick={() => showReceipt(handedOver.handoverId)}>
            {t('receipt')}
          </KeyButton>
        ) : (
          <>
            <KeyButton size="small" hint="Ctrl+M" icon={<Move />} onClick={() => open('store')}>
              {t('bar.store')}
            </KeyButton>
            <KeyButton size="small" hint="Ctrl+D" icon={<TriangleAlert />} onClick={() => open('trouble')}>
              {t('bar.trouble')}
            </KeyButton>
          </>
        )}
        <KeyButton size="small" hint="Ctrl+H" icon={<History />} onClick={() => open('history')}>
          {t('bar.history')}
        </KeyButton>
      </div>
      <KeyButton look="primary" size="tall" hint="Enter" onClick={() => go({ name: 'handover', cardId: card.cardId })}>
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
