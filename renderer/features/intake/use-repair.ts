import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'

export interface Repair {
  /** The application that is put right; null: this is a new one. */
  readonly applicationId: string | null
  /** Why the office sent it back; null: this is no repair, or it is not known yet. */
  readonly step: OutputOf<'application.get'>['sentBack']
  readonly marked: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

/** What the office wants put right in the application that a draft repairs. */
export function useRepair(applicationId: string | null): Repair {
  const asked = useEngineQuery(
    'application.get',
    { applicationId: applicationId ?? '' },
    { enabled: applicationId !== null },
  )
  const step = applicationId === null ? null : (asked.data?.sentBack ?? null)
  return { applicationId, step, marked: step ? new Set(step.about) : nothing }
}
