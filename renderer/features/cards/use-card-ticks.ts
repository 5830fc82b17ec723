import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import type { CardQuestion } from './card-question.ts'
import { type ChosenCards, mostAtOnce, noCards, refreshed, toggled, withCards } from './chosen-cards.ts'

/** Which cards are ticked, and what ticks them. */
export interface CardTicks {
  readonly chosen: ChosenCards
  toggle(card: CardLine): void
  /** What is ticked now stays, whatever the range that begins here takes in. */
  startRange(): void
  /** The rows from one index to another, either way round; asked for where `rowAt` does not know them yet. At most 500. */
  range(from: number, to: number, rowAt: (index: number) => CardLine | undefined): void
  /** The whole list as it is narrowed now. */
  all(total: number): void
  clear(): void
  /** Rows that came anew. */
  refresh(shown: readonly CardLine[]): void
}

export function useCardTicks(question: CardQuestion): CardTicks {
  const engine = useEngine()
  const [chosen, setChosen] = useState<ChosenCards>(noCards)
  const now = useRef({ question, chosen })
  now.current = { question, chosen }
  const before = useRef<ChosenCards>(noCards)
  // Answers of an older wish come too late.
  const wish = useRef(0)
  useForgottenWithList(question, setChosen)
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const mine = ++wish.current
      const asked = { ...now.current.question, offset, limit: Math.min(limit, mostAtOnce) }
      const answer = await engine.call('card.list', asked)
      return mine === wish.current ? answer.rows : null
    },
    [engine],
  )
  return useMemo(() => {
    const change = (to: (was: ChosenCards) => ChosenCards) => {
      wish.current++
      setChosen(to)
    }
    const takeRows = (offset: number, limit: number, base: ChosenCards) =>
      void rows(offset, limit).then((found) => found && setChosen(withCards(base, found)))
    return {
      chosen,
      toggle: (card) => change((was) => toggled(was, card)),
      startRange: () => {
        before.current = now.current.chosen
      },
      range: (from, to, rowAt) => {
        const [first, length] = [Math.min(from, to), Math.min(Math.abs(to - from) + 1, mostAtOnce)]
        const known = Array.from({ length }, (_, n) => rowAt(first + n)).filter((card) => card !== undefined)
        if (known.length === length) change(() => withCards(before.current, known))
        else takeRows(first, length, before.current)
      },
      all: (total) => {
        if (total > mostAtOnce) change(() => ({ kind: 'whole-list', count: total }))
        else takeRows(0, mostAtOnce, now.current.chosen)
      },
      clear: () => change(() => noCards),
      refresh: (shown) => setChosen((was) => refreshed(was, shown)),
    }
  }, [chosen, rows])
}

/** A list that was ticked as a whole is another one when it is narrowed otherwise. */
function useForgottenWithList(
  { filter, search }: CardQuestion,
  setChosen: (to: (was: ChosenCards) => ChosenCards) => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter or search is another list
  useEffect(() => setChosen((was) => (was.kind === 'whole-list' ? noCards : was)), [filter, search])
}
