import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { EngineFault } from '../../app/engine-client.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'

export type CityCall = Extract<CallName, `city.${string}`>

/** Whether the centre answers: `connecting` until it did, or did not, for the first time. */
export type Line = 'online' | 'connecting' | 'offline'

export function useLine(): Line {
  const connection = useEngineQuery('app.status', {}).data?.connection
  if (!connection) return 'connecting'
  if (connection.state === 'online') return 'online'
  return connection.state === 'offline' && connection.fault === null ? 'connecting' : 'offline'
}

interface CityOptions {
  readonly enabled?: boolean
  /** Keep showing the last answer while the input changes. */
  readonly keepPrevious?: boolean
}

/** Asks the centre about the city, while it can be reached. */
export function useCity<N extends CityCall>(
  name: N,
  input: InputOf<N>,
  { enabled = true, keepPrevious = false }: CityOptions = {},
): UseQueryResult<OutputOf<N>, EngineFault> {
  const online = useLine() === 'online'
  return useEngineQuery(name, input, { enabled: online && enabled, keepPrevious })
}

const isOfTheCity = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => String(queryKey[0]).startsWith('city.')

/** Forgets one answer when what showed it closes: opened again, it shows nothing that was true before. */
export function useForgottenWithMe<N extends CityCall>(name: N, input: InputOf<N>): void {
  const queries = useQueryClient()
  const key = JSON.stringify([name, input])
  useEffect(() => () => queries.removeQueries({ queryKey: JSON.parse(key) as unknown[] }), [queries, key])
}

/** Asks everything on the screen anew. */
export function useReload(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ predicate: isOfTheCity })
}

/** What was told of other units is gone with the screen, and as soon as the line is: nothing old is ever shown. What failed is asked again with the line. */
export function useForgetting(): void {
  const queries = useQueryClient()
  const online = useLine() === 'online'
  const since = useEngineQuery('app.status', {}).data?.connection.since
  useEffect(() => () => queries.removeQueries({ predicate: isOfTheCity }), [queries])
  useEffect(() => {
    if (!online) void queries.resetQueries({ predicate: isOfTheCity })
  }, [queries, online])
  // `since` moves with the line even where it came back before anybody saw it go.
  useEffect(() => {
    const failed = (query: { readonly queryKey: readonly unknown[]; readonly state: { readonly status: string } }) =>
      isOfTheCity(query) && query.state.status === 'error'
    if (online && since) void queries.refetchQueries({ predicate: failed, type: 'active' })
  }, [queries, online, since])
}
