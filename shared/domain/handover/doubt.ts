/**
 * What makes a clerk look twice; the hand-over goes on with a reason and is marked: too many households in a day, an impossible birth day, a province that is
 * none or the number of the KK in the collector's NIK, a collector who may be under age, a KIA whose owner is 17, a KTP-el whose owner is not (and is or was
 * married: the reason names the deed).
 */
export const doubts = [
  'too-many-pick-ups',
  'nik-birth-day',
  'nik-province',
  'nik-is-kk',
  'collector-young',
  'kia-owner-grown',
  'owner-married',
] as const
export type Doubt = (typeof doubts)[number]
