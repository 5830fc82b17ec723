import type { RegionPack } from '../region/region-pack.ts'
import type { GateLimits } from './gates.ts'

/** Where a pack that is older than these limits says nothing. */
const usual = {
  daysOfExtension: 3,
  unsentItems: 2_000,
  daysOldestUnsent: 10,
  warnDaysBefore: 3,
  warnItemsBefore: 400,
  diskWarnMegabytes: 1_000,
  diskLockMegabytes: 20,
} as const

export const gateLimits = ({ limits }: Pick<RegionPack, 'limits'>): GateLimits => {
  const { daysSinceOnlineSignIn, daysSinceSync } = limits
  return { ...usual, daysSinceOnlineSignIn, daysSinceSync, ...said(limits) }
}

/** Only what the pack says: an absent limit is not one of zero. */
function said(limits: RegionPack['limits']): Partial<typeof usual> {
  const named = Object.keys(usual) as (keyof typeof usual)[]
  return Object.fromEntries(named.flatMap((name) => (limits[name] === undefined ? [] : [[name, limits[name]]])))
}
