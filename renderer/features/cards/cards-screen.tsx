import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { type CardFilter, useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAsOfWords } from '../../ui/data-as-of.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { CardFilters } from './card-filters.tsx'
import { pageSize } from './card-rows.ts'
import { CardSearch } from './card-search.tsx'
import { CardTable, focusCardGrid } from './card-table.tsx'
import css from './cards-screen.module.css'
import { ChosenBar } from './chosen-bar.tsx'
import { countOf } from './chosen-cards.ts'
import { useStockActions } from './stock-actions.ts'
import { StockDialogs } from './stock-dialogs.tsx'
import { useCardQuestion } from './use-card-question.ts'
import { useCardTicks } from './use-card-ticks.ts'

interface CardsScreenProps {
  readonly filter?: CardFilter | undefined
  readonly search?: string | undefined
}

/** Kartu: the unit's cards with their place, filtered, searched and sorted; Enter opens the chosen one. */
export function CardsScreen({ filter = 'all', search = '' }: CardsScreenProps) {
  const { t } = useTranslation(['cards', 'common'])
  const asOf = useAsOfWords()
  const { go } = useNavigation()
  const { question, typed, setTyped, setFilter, sortBy, clear, narrowed } = useCardQuestion(filter, search)
  const [card, setCard] = useState<CardLine | null>(null)
  const ticks = useCardTicks(question)
  const list = useEngineQuery('card.list', { ...question, offset: 0, limit: pageSize }, { keepPrevious: true }).data
  const data = asOf(list?.dataAsOf)
  const ticked = countOf(ticks.chosen)
  useShortcuts({ ...(ticked > 0 ? { Escape: ticks.clear } : narrowed && { Escape: clear }) })
  const actions = useStockActions(card, ticks)
  useEffect(focusCardGrid, [])
  const found = list && t(question.search ? 'found' : 'lead', { count: list.counts.all ?? list.total, data })
  return (
    <Page
      fill
      title={t('title')}
      lead={found && <span className="num">{found}</span>}
      actions={
        <>
          <span className={css.keys}>
            <Keys>↑↓</Keys> {t('keys.choose')} <Keys>Spasi</Keys> {t('keys.tick')} <Keys>Enter</Keys> {t('keys.open')}
          </span>
          <span className={css.wide}>
            <KeyButton look="quiet" size="small" hint="Alt+Shift+5" onClick={() => go({ name: 'old-cards' })}>
              {t('oldCards')}
            </KeyButton>
          </span>
          <CardSearch typed={typed} onType={setTyped} />
        </>
      }
      bar={<ChosenBar card={card} ticks={ticks} actions={actions} empty={list?.total === 0} />}
    >
      <CardFilters now={question.filter} counts={list?.counts} onPick={setFilter} />
      <CardTable question={question} onSort={sortBy} ticks={ticks} onCard={setCard} onClear={clear} data={data} />
      <StockDialogs actions={actions} onDone={ticks.clear} />
    </Page>
  )
}
