import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { TripClosingDraft } from '#shared/contract/engine/trips.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { keepTyped } from './keep-typed.ts'
import { useTyped } from './use-typed.ts'

/** Keeps a closing as it is typed, without its signatures. Returns what lets it go. */
export function useClosingDraft(tripId: string, closing: TripClosingDraft): { readonly forget: () => void } {
  const engine = useEngine()
  const queries = useQueryClient()
  const keeping = useMemo(
    () =>
      keepTyped<TripClosingDraft>((draft) => {
        queries.setQueryData<OutputOf<'trip.closing-draft'>>(['trip.closing-draft', { tripId }], {
          saved: draft && { savedAt: new Date().toISOString(), draft },
        })
        return engine.call('trip.save-closing-draft', { tripId, draft })
      }),
    [engine, queries, tripId],
  )
  useTyped(keeping, Object.values(closing).every((said) => said === '') ? null : closing)
  return { forget: keeping.forget }
}
