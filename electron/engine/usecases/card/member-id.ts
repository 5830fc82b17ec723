import type { Household, HouseholdMember } from '#shared/domain/household/household.ts'
import type { Secrets } from '../ports.ts'

/** Stands for a member of a KK on the screen, where the whole NIK has no business. */
export const memberId = (secrets: Secrets, { nik }: HouseholdMember) => secrets.hash(`member:${nik}`).slice(0, 16)

export const memberById = (secrets: Secrets, household: Household | null, id: string) =>
  household?.members.find((member) => memberId(secrets, member) === id) ?? null
