import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PlanDraft } from '#shared/contract/engine/trips.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { keepTyped } from './keep-typed.ts'
import { useTyped } from './use-typed.ts'

/** A plan with nothing in it but what stands in every empty form. */
const isBlank = ({ day, members, vehicle, places, targets }: PlanDraft): boolean =>
  [day, members, vehicle, ...places.flatMap(({ name, address }) => [name, address])].every((said) => said === '') &&
  targets.length === 0

/** Keeps a plan as it is typed. Returns what lets it go. */
export function usePlanDraft(tripId: string | null, plan: PlanDraft): { readonly forget: () => void } {
  const engine = useEngine()
  const queries = useQueryClient()
  const keeping = useMemo(
    () =>
      keepTyped<PlanDraft>((draft) => {
        queries.setQueryData<OutputOf<'trip.plan-draft'>>(['trip.plan-draft', { tripId }], {
          saved: draft && { savedAt: new Date().toISOString(), draft },
        })
        return engine.call('trip.save-plan-draft', { tripId, draft })
      }),
    [engine, queries, tripId],
  )
  useTyped(keeping, isBlank(plan) ? null : plan)
  return { forget: keeping.forget }
}
