import type { CalendarDay } from '../time.ts'
import { birthDayDoubtful, isNik, provinceUnknown } from './check-nik.ts'
import { bornOtherwise, sexByNik } from './nik-birth.ts'
import { meantDigits, shortenedBySheet, tidyNumber } from './typed-number.ts'

/** Codes of the regions that are known here. */
export interface KnownRegions {
  /** Two digits each; none: not checked. */
  readonly provinces: readonly string[]
  /** Kecamatan, six digits each, whole for each town that is in it; a town that is not in it is not checked. */
  readonly districts: readonly string[]
}

export const noRegions: KnownRegions = { provinces: [], districts: [] }

export type NikTrouble =
  | 'nik-letters'
  | 'nik-excel'
  | 'nik-length'
  | 'nik-impossible'
  | 'nik-birth-day'
  | 'nik-province'
  | 'nik-district'
  | 'nik-sex'
  | 'nik-birth-date'

export interface HolderSaid {
  readonly birthDate?: CalendarDay | undefined
  readonly sex?: 'male' | 'female' | undefined
}

/** What is wrong with a NIK as it was typed, and with what else is said of its holder. There is no check digit: a wrong serial number stays unseen. */
export function nikTroubles(typed: string, said: HolderSaid, known: KnownRegions): readonly NikTrouble[] {
  const nik = tidyNumber(typed)
  if (shortenedBySheet(typed)) return ['nik-excel']
  if (meantDigits(nik) !== null) return ['nik-letters']
  if (!/^\d{16}$/.test(nik)) return ['nik-length']
  if (!isNik(nik)) return ['nik-impossible']
  const doubtful = birthDayDoubtful(nik)
  const troubles: [NikTrouble, boolean][] = [
    ['nik-birth-day', doubtful],
    ['nik-province', provinceUnknown(nik, known.provinces)],
    ['nik-district', districtUnknown(nik, known.districts)],
    ['nik-sex', !doubtful && said.sex !== undefined && said.sex !== sexByNik(nik)],
    ['nik-birth-date', !doubtful && said.birthDate !== undefined && bornOtherwise(nik, said.birthDate)],
  ]
  return troubles.filter(([, wrong]) => wrong).map(([trouble]) => trouble)
}

/** Its town is known, and has no such kecamatan. Regions were split and renamed: no more than a hint. */
function districtUnknown(nik: string, districts: readonly string[]): boolean {
  const ofTown = districts.filter((district) => district.startsWith(nik.slice(0, 4)))
  return ofTown.length > 0 && !ofTown.includes(nik.slice(0, 6))
}
