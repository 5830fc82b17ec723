import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

export const pageSize = 100

export interface Window {
  readonly offset: number
  readonly limit: number
}

/** Rows by index, from the pages that are in sight. `inputOf` gives the whole input of the call `name` for one window; `ask` calls it. */
export function usePages<I, R>(
  name: string,
  inputOf: (window: Window) => I,
  ask: (input: I) => Promise<{ readonly rows: readonly R[] }>,
) {
  const [sight, setSight] = useState({ from: 0, to: 0 })
  const pages = Array.from({ length: sight.to - sight.from + 1 }, (_, n) => sight.from + n)
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = inputOf({ offset: page * pageSize, limit: pageSize })
      return { queryKey: [name, input], queryFn: () => ask(input) }
    }),
  })
  const onSight = useCallback((first: number, last: number) => {
    const next = { from: Math.floor(first / pageSize), to: Math.floor(last / pageSize) }
    setSight((before) => (before.from === next.from && before.to === next.to ? before : next))
  }, [])
  const rowAt = (index: number): R | undefined =>
    answers[Math.floor(index / pageSize) - sight.from]?.data?.rows[index % pageSize]
  return { rowAt, onSight }
}
