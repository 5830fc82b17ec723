import { type LateCause, lateCauses } from '#shared/domain/claim/late-cause.ts'

/** The causes with the likely one in front. */
export const likelyFirst = (likely: LateCause): readonly LateCause[] => [
  likely,
  ...lateCauses.filter((one) => one !== likely),
]
