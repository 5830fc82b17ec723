import { useCallback, useRef, useState } from 'react'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { focusCardGrid } from './card-table.tsx'
import { countOf } from './chosen-cards.ts'
import type { CardTicks } from './use-card-ticks.ts'

/** What is done with cards on the shelf, each in a dialog of its own. */
export type StockDialog = 'store' | 'trouble' | 'remind' | 'return' | 'history'

/** A dialog with the cards that were chosen when it was opened. */
export interface OpenedDialog {
  readonly dialog: StockDialog
  readonly cards: readonly CardLine[]
  /** Counts the openings: each begins afresh. */
  readonly turn: number
}

export interface StockActions {
  /** Is there anything that they could be about? None is chosen, or too many are. */
  readonly able: boolean
  readonly opened: OpenedDialog | null
  open(dialog: StockDialog): void
  close(): void
  labels(): void
}

/** As many labels as one sheet order may hold. */
const mostLabels = 480

/** What the keys and the bar do with the chosen cards. */
export function useStockActions(card: CardLine | null, ticks: CardTicks): StockActions {
  const { showPaper } = useNavigation()
  const [opened, setOpened] = useState<OpenedDialog | null>(null)
  const turn = useRef(0)
  const cards = chosenOf(card, ticks)
  const open = (dialog: StockDialog) => {
    if (cards.length > 0) setOpened({ dialog, cards, turn: ++turn.current })
  }
  const labels = () => {
    const cardIds = cards.slice(0, mostLabels).map(({ cardId }) => cardId)
    if (cardIds.length > 0) showPaper({ kind: 'label-sheet', cardIds, start: 1 })
  }
  useShortcuts({
    'Control+p': labels,
    'Control+m': () => open('store'),
    'Control+d': () => open('trouble'),
    'Control+i': () => open('remind'),
    'Control+b': () => open('return'),
    'Control+h': () => open('history'),
  })
  const close = useCallback(() => {
    setOpened(null)
    requestAnimationFrame(focusCardGrid)
  }, [])
  return { able: cards.length > 0, opened, open, close, labels }
}

function chosenOf(card: CardLine | null, { chosen }: CardTicks): readonly CardLine[] {
  if (countOf(chosen) === 0) return card ? [card] : []
  return chosen.kind === 'cards' ? [...chosen.cards.values()] : []
}
