import { useQueries } from '@tanstack/react-query'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import type { Filed } from './filed.ts'

/** The citizen's slip of each e-Kitir, in their order; refetched when something was printed. */
export function useSlips(filed: Filed['filed']): readonly (OutputOf<'ekitir.slip'> | undefined)[] {
  const engine = useEngine()
  const queries = filed.map(({ kitirId }) => {
    const input = { kitirId, copy: 'citizen' } as const
    return { queryKey: ['ekitir.slip', input], queryFn: () => engine.call('ekitir.slip', input) }
  })
  return useQueries({ queries }).map(({ data }) => data)
}
