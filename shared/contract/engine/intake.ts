import { z } from 'zod'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { query } from './call.ts'
import { day } from './values.ts'

/** A service as the region pack has it: read and checked where the pack came in. */
export const service = z.custom<Service>((value) => typeof value === 'object' && value !== null && 'code' in value)

const known = z.strictObject({
  nik: z.string(),
  kk: z.string().nullable(),
  name: z.string(),
  birthDate: day.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
})
export type KnownPerson = z.output<typeof known>

/**
 * All that the form of a draft is made of and checked by, as the catalogue is now: its services (one that left the catalogue is not among them), the names of all,
 * and the day on which ages are counted.
 */
export const intakeForm = query({
  name: 'intake.form',
  input: z.strictObject({ services: z.array(z.string().max(32)).max(8) }),
  output: z.strictObject({
    catalogueVersion: z.number().int(),
    day,
    regions: z.strictObject({ provinces: z.array(z.string()), districts: z.array(z.string()) }),
    services: z.array(service),
    /** Codes of what is filed here most lately, the most first. */
    usual: z.array(z.string()),
    names: z.array(z.strictObject({ code: z.string(), name: z.string(), group: z.string() })),
  }),
})

/** Who has this NIK, or who belongs to this KK, as far as this device knows: by its cards, families and applications. */
export const knownPeople = query({
  name: 'intake.known-people',
  input: z.strictObject({ number: z.string().regex(/^\d{16}$/) }),
  output: z.strictObject({ person: known.nullable(), family: z.array(known) }),
})
