import type { KeptEntry } from '#shared/audit/check-link.ts'
import type { TrailRow } from '../stores.ts'

/** A position is generation * 2^32 + seq (migration 0002). */
const perGeneration = 4_294_967_296

export const keptOf = ({ position, entry, hash }: TrailRow): KeptEntry => ({
  generation: Math.floor(position / perGeneration),
  seq: position % perGeneration,
  entry,
  hash,
})
