import type { OutputOf } from '#shared/contract/engine/calls.ts'

/** A computer as the Dinas sees it. */
export type CityDevice = OutputOf<'city.devices'>['devices'][number]
