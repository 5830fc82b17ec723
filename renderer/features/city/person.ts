import type { OutputOf } from '#shared/contract/engine/calls.ts'

/** Somebody who works in the city, as an administrator sees them. */
export type Person = OutputOf<'city.staff'>['people'][number]
