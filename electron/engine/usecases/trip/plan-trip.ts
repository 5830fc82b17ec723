import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Trip, TripPlan } from '#shared/domain/trip/trip.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { forgetPlanDraft } from './plan-drafts.ts'
import { doneHere, stageHere, told } from './trip-here.ts'

type Input = ParsedInputOf<'trip.plan'>

/** Plans a day, or changes the plan before this laptop went out. Faults: see the contract. */
export async function planTrip(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'trip.plan'>> {
  const offline = !deps.sync.online()
  const answer = await answering(async (tx) => {
    const { by, device } = await doneHere(deps, tx, who)
    const before = input.tripId === null ? null : (await tx.things.find('trip', input.tripId))?.row
    if (before === undefined) return fail('trip-unknown')
    const stage = before ? stageHere(before, device.deviceId) : 'planned'
    if (stage !== 'planned') return fail(stage === 'closed' ? 'trip-closed' : 'trip-started')
    const plan = planOf(input, before)
    if (plan.places.some(({ scope }) => !device.scopes.includes(scope)))
      return fail('input-invalid', { field: 'places' })
    const tripId = before?.id ?? deps.ids.uuid()
    const payload = { ...by, planId: deps.ids.uuid(), tripId, plan, offline }
    const of = { staffId: by.staffId, scope: before?.scope ?? device.homeScope, subject: tripId }
    await recordAct(tx, { type: 'trip.plan', payload }, { ...of, audit: { kind: 'trip' } })
    await forgetPlanDraft(tx, input.tripId, by.staffId)
    return ok({ tripId })
  })
  if (answer.ok) told(deps, 'trip')
  return answer
}

/** Where a NIK was not typed anew it is as it was planned. */
function planOf({ tripId: _, ...input }: Input, before: Trip | null): TripPlan {
  const known = new Map((before?.plan?.plan.targets ?? []).map(({ id, nik }) => [id, nik]))
  return {
    ...input,
    targets: input.targets.map((target) => ({
      ...target,
      nik: target.nik === 'kept' ? (known.get(target.id) ?? null) : target.nik,
    })),
  }
}
