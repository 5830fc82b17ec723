import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import type { CardQuestion } from './card-question.ts'

/** Rows asked for at once. */
export const pageSize = 100

interface InSight {
  readonly first: number
  readonly last: number
  readonly total: number
}

/** Rows by index, from the pages that are in sight and those beside them: the next key must not wait. */
export function useCardRows(
  question: CardQuestion,
  { first, last, total }: InSight,
): (index: number) => CardLine | undefined {
  const engine = useEngine()
  const from = Math.max(0, Math.floor(first / pageSize) - 1)
  const to = Math.max(0, Math.min(Math.floor(last / pageSize) + 1, Math.ceil(total / pageSize) - 1))
  const pages = useMemo(() => Array.from({ length: to - from + 1 }, (_, n) => from + n), [from, to])
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...question, offset: page * pageSize, limit: pageSize }
      return { queryKey: ['card.list', input], queryFn: () => engine.call('card.list', input) }
    }),
  })
  const kept = useRef(new Map<string, readonly CardLine[]>())
  const name = JSON.stringify(question)
  answers.forEach(({ data }, n) => {
    const page = pages[n]
    if (data && page !== undefined) kept.current.set(`${name} ${page}`, data.rows)
  })
  return (index) => kept.current.get(`${name} ${Math.floor(index / pageSize)}`)?.[index % pageSize]
}

/** The question that the rows on the screen answer: while another one is on its way, what stands there stays, and the keys are about that. */
export function useAnswered(question: CardQuestion, waiting: boolean): CardQuestion {
  const answered = useRef(question)
  if (!waiting) answered.current = question
  return answered.current
}
