import type { Claim, ClaimHappening } from './claim.ts'

type Happenings = Pick<Claim, 'happenings'>
type Taken = Extract<ClaimHappening, { kind: 'taken' }>

/** Did this person do such a thing with the claim at any time, whether it stands or was done again by another? */
export const everDid = ({ happenings }: Happenings, kind: ClaimHappening['kind'], staffId: string | null): boolean =>
  staffId !== null && happenings.some((one) => one.kind === kind && one.staffId === staffId)

/** The taking that stands: the first one, or the first after a rejection that came too early; null where only what followed is known. */
export function standingTaking({ happenings, takenBy }: Happenings & Pick<Claim, 'takenBy'>): Taken | null {
  let standing: Taken | null = null
  let rejected = false
  for (const one of happenings) {
    if (one.kind === 'rejected') rejected = true
    if (one.kind !== 'taken' || one.staffId !== takenBy || (standing !== null && !rejected)) continue
    standing = one
    rejected = false
  }
  return standing
}

/** Rejected because nothing was late yet, or the promise did not run yet. The application may come late all the same: then its claim is taken again. */
export const cameTooEarly = ({ state, caseId, assessment }: Claim): boolean =>
  state === 'rejected' &&
  caseId === null &&
  assessment?.outcome === 'not-eligible' &&
  assessment.reasons.length > 0 &&
  assessment.reasons.every(({ code }) => code === 'not-late' || code === 'no-promise')
