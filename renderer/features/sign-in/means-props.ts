import type { OutputOf } from '#shared/contract/engine/calls.ts'

export type StaffLine = OutputOf<'session.staff'>[number]

/** What each of the ways to let somebody in again is given. */
export interface MeansProps {
  readonly person: StaffLine
  /** null: only the lock-out is to end. */
  readonly next: string | null
  /** All that the person types is there. */
  readonly ready: boolean
  readonly onHelped: (supervisorName: string) => void
}
