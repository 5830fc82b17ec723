import type { KnownPerson } from '#shared/contract/engine/intake.ts'
import type { Datum, PersonRole } from '#shared/domain/catalogue/catalogue.ts'
import type { FiledPerson } from '#shared/domain/catalogue/filed-facts.ts'

/** What is known of somebody and still empty in the form. */
export function missingOf({ data }: PersonRole, person: FiledPerson, from: KnownPerson): Partial<FiledPerson> {
  const known = { nik: from.nik, kk: from.kk, name: from.name, birthDate: from.birthDate, sex: from.sex }
  return Object.fromEntries(
    Object.entries(known).filter(([datum, value]) => value && datum in data && !person[datum as Datum]),
  )
}

/** The number is another's now: what was filled in for the one before, and was not typed over since, goes. The KK stays, twins share it. */
export function withoutFilled(person: FiledPerson, { kk: _, ...filled }: Partial<FiledPerson>): FiledPerson {
  return Object.fromEntries(
    Object.entries(person).filter(([datum, said]) => datum === 'nik' || filled[datum as keyof typeof filled] !== said),
  )
}
