import type { FreeDisk } from '../ports.ts'

/** Free room: a transaction must not wait for the disk to be asked, unless it was scarce. */
export interface DiskWatch {
  readonly measure: FreeDisk
  /** As last measured where that was plenty, else as it is now: room made since must count at once. Null where it is unknown. */
  readonly lately: FreeDisk
}

/** Bytes with which nothing can be locked. */
const plenty = 2_000_000_000

export function diskWatch(freeDisk: FreeDisk): DiskWatch {
  let last: number | null = null
  const measure = async () => {
    last = await freeDisk()
    return last
  }
  return { measure, lately: async () => (last === null || last >= plenty ? last : measure()) }
}
