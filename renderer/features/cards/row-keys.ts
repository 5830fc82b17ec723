import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useNavigation } from '../../app/navigation.tsx'
import type { CardQuestion } from './card-question.ts'
import type { CardTicks } from './use-card-ticks.ts'

interface RowList {
  readonly question: CardQuestion
  readonly total: number
  rowAt(index: number): CardLine | undefined
  /** Brings a row into sight. */
  show(row: number): void
}

export type RowKeys = ReturnType<typeof useRowKeys>

/** ↑ ↓ Page Home End go to a row, with Shift they tick on the way; Space ticks it, Enter opens it, Ctrl+A ticks the whole list. */
export function useRowKeys({ question, total, rowAt, show }: RowList, ticks: CardTicks) {
  const { go } = useNavigation()
  const [at, setAt] = useState(0)
  const anchor = useRef<number | null>(null)
  const name = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first row
  useEffect(() => {
    setAt(0)
    anchor.current = null
  }, [name])
  const open = (index: number) => {
    const card = rowAt(index)
    if (card) go({ name: 'handover', cardId: card.cardId })
  }
  const move = (next: number, extend: boolean) => {
    setAt(next)
    if (!extend) {
      anchor.current = null
      return
    }
    if (anchor.current === null) ticks.startRange()
    anchor.current ??= at
    ticks.range(anchor.current, next, rowAt)
  }
  const toggle = (index: number) => {
    const card = rowAt(index)
    setAt(index)
    anchor.current = null
    if (card) ticks.toggle(card)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || total === 0 || event.target !== event.currentTarget) return
    const act = actionOf(event, { at, total, open, toggle, all: ticks.all })
    const step = event.ctrlKey ? undefined : stepOf(event.key, total)
    if (!act && step === undefined) return
    event.preventDefault()
    act?.()
    if (step === undefined) return
    const next = Math.max(0, Math.min(total - 1, at + step))
    move(next, event.shiftKey)
    show(next)
  }
  return { at, onKeyDown, open, toggle, move }
}

interface RowActions {
  readonly at: number
  readonly total: number
  open(index: number): void
  toggle(index: number): void
  all(total: number): void
}

function actionOf(event: KeyboardEvent, { at, total, open, toggle, all }: RowActions): (() => void) | null {
  if (event.ctrlKey) return event.key.toLowerCase() === 'a' ? () => all(total) : null
  if (event.key === 'Enter') return () => open(at)
  return event.key === ' ' ? () => toggle(at) : null
}

function stepOf(key: string, total: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -total,
    End: total,
  }
  return steps[key]
}
