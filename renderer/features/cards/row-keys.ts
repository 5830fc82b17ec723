import { type KeyboardEvent, useEffect, useState } from 'react'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useNavigation } from '../../app/navigation.tsx'
import type { CardQuestion } from './card-question.ts'

/** ↑ ↓ Page Home End choose a row, Enter opens it. */
export function useRowKeys(
  question: CardQuestion,
  total: number,
  rowAt: (index: number) => CardLine | undefined,
  show: (row: number) => void,
) {
  const { go } = useNavigation()
  const [at, setAt] = useState(0)
  const name = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first row
  useEffect(() => setAt(0), [name])
  const open = (index: number) => {
    const card = rowAt(index)
    if (card) go({ name: 'handover', cardId: card.cardId })
  }
  const choose = (index: number, alsoOpen: boolean) => {
    setAt(index)
    if (alsoOpen) open(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (event.ctrlKey || event.altKey || total === 0) return
    if (event.key === 'Enter' && event.target === event.currentTarget) {
      event.preventDefault()
      open(at)
    }
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, at + step))
    setAt(next)
    show(next)
  }
  return { at, onKeyDown, choose }
}
