import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { HelpWanted } from '#shared/contract/engine/help.ts'

export type StaffLine = OutputOf<'session.staff'>[number]

/** What each of the ways to let somebody in again is given. */
export interface MeansProps {
  readonly person: StaffLine
  readonly help: HelpWanted
  /** All that the person types is there. */
  readonly ready: boolean
  readonly onHelped: (supervisorName: string) => void
}

/** Signed in here before, but the centre did not check the password for too long. */
export const isTooOld = (person: StaffLine | null): person is StaffLine =>
  person !== null && person.offlineDaysLeft === null && person.lastSignInAt !== null
