import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import type { CardQuestion } from './card-question.ts'

/** Rows asked for at once. */
export const pageSize = 100

/** Rows by index, from the pages that are in sight. */
export function useCardRows(
  question: CardQuestion,
  first: number,
  last: number,
): (index: number) => CardLine | undefined {
  const engine = useEngine()
  const from = Math.floor(first / pageSize)
  const to = Math.floor(last / pageSize)
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
