import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { type CityCall, useLine } from './use-city.ts'

type PagedCall = Extract<CityCall, 'city.cases' | 'city.claims' | 'city.complaints' | 'city.devices' | 'city.staff'>

/** As many as the centre tells at once. */
const pageSize = 100

/** A list of the city as far as it was asked for: `pages` in order, `total` in all; `more` asks for the next page. */
export function useCityPages<N extends PagedCall>(name: N, input: Omit<InputOf<N>, 'offset'>) {
  const engine = useEngine()
  const online = useLine() === 'online'
  const [count, setCount] = useState(1)
  const answers = useQueries({
    queries: Array.from({ length: count }, (_, page) => {
      const asked = { ...input, offset: page * pageSize } as InputOf<N>
      return { queryKey: [name, asked], queryFn: () => engine.call(name, asked), enabled: online }
    }),
  })
  const pages = answers.flatMap(({ data }) => (data ? [data as OutputOf<N>] : []))
  // Every paged answer says its total, which the type of a call looked up by a variable cannot say.
  const first = pages[0] as { readonly total: number } | undefined
  const failed = answers.find(({ isError }) => isError)
  return {
    pages,
    total: first?.total ?? 0,
    isSuccess: pages.length > 0 && !failed,
    isError: failed !== undefined,
    error: failed?.error ?? null,
    refetch: () => failed?.refetch(),
    more: () => setCount(pages.length + 1),
  }
}
