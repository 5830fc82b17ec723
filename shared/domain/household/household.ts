import type { CalendarDay } from '../time.ts'

export type FamilyRelation = 'head' | 'spouse' | 'child' | 'parent' | 'other'

export interface HouseholdMember {
  readonly nik: string
  readonly name: string
  readonly birthDate: CalendarDay
  readonly sex: 'male' | 'female'
  readonly relation: FamilyRelation
}

/** One family card (KK); its id is the 16-digit KK number. */
export interface Household {
  readonly id: string
  readonly scope: string
  readonly address: string
  readonly members: readonly HouseholdMember[]
}
