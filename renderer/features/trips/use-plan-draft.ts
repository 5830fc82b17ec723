import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PlanDraft } from '#shared/contract/engine/trips.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { useKeepOnLeaving } from '../../app/use-keep-on-leaving.ts'

/** After so long without a key it is a pause. */
const pauseMs = 300

/** A plan with nothing in it but what stands in every empty form. */
const isBlank = ({ day, members, vehicle, places, targets }: PlanDraft): boolean =>
  [day, members, vehicle, ...places.flatMap(({ name, address }) => [name, address])].every((said) => said === '') &&
  targets.length === 0

/** Keeps a plan as it is typed, on this computer: on every pause, and before whatever locks or leaves. Returns what lets it go. */
export function usePlanDraft(tripId: string | null, plan: PlanDraft): { readonly forget: () => void } {
  const keeping = useKeeping(tripId)
  useKeepOnLeaving(keeping)
  const now = JSON.stringify(plan)
  const before = useRef(now)
  useEffect(() => {
    if (now === before.current) return
    before.current = now
    keeping.change(isBlank(plan) ? null : plan)
  }, [now, plan, keeping])
  return { forget: keeping.forget }
}

/** One save after the other; what could not be kept is kept with the next. */
function useKeeping(tripId: string | null) {
  const engine = useEngine()
  const queries = useQueryClient()
  return useMemo(() => {
    let waiting: PlanDraft | null | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      clearTimeout(timer)
      const draft = waiting
      if (draft === undefined) return
      waiting = undefined
      queries.setQueryData<OutputOf<'trip.plan-draft'>>(['trip.plan-draft', { tripId }], {
        saved: draft && { savedAt: new Date().toISOString(), draft },
      })
      engine.call('trip.save-plan-draft', { tripId, draft }).catch(() => {
        if (waiting === undefined) waiting = draft
      })
    }
    const change = (draft: PlanDraft | null) => {
      waiting = draft
      clearTimeout(timer)
      timer = setTimeout(flush, pauseMs)
    }
    return {
      ...{ change, flush },
      /** It was planned, or is not wanted. */
      forget: () => {
        change(null)
        flush()
      },
    }
  }, [engine, queries, tripId])
}
