import type { Instant } from '../time.ts'

/** What may come to its limit: days without the centre, days that an act has waited, acts that wait, free disk, days since the person's online sign-in. */
export const gateKinds = ['sync', 'oldest', 'unsent', 'disk', 'sign-in'] as const
export type GateKind = (typeof gateKinds)[number]

/** `soon`: said before it bites; `locked`: nothing new may be recorded. It never erases, and reading, sending and exporting go on. */
export interface Gate {
  readonly kind: GateKind
  readonly stage: 'soon' | 'locked'
  /** Whole days (rounded up), acts or bytes until it locks; 0 when it did. */
  readonly left: number
}

export interface GateLimits {
  readonly daysSinceOnlineSignIn: number
  readonly daysSinceSync: number
  /** A supervisor's leave for who was too long without the centre. */
  readonly daysOfExtension: number
  readonly unsentItems: number
  readonly daysOldestUnsent: number
  readonly warnDaysBefore: number
  /** Acts before `unsentItems` from which it is said. */
  readonly warnItemsBefore: number
  readonly diskWarnMegabytes: number
  readonly diskLockMegabytes: number
}

/** Times and `now` on one and the same clock. Null: there is nothing to measure from (never synchronised, nothing waits, unknown). */
export interface GateFacts {
  readonly now: Instant
  readonly syncedAt: Instant | null
  readonly unsent: { readonly count: number; readonly oldestAt: Instant | null }
  readonly freeDiskBytes: number | null
  readonly onlineSignInAt: Instant | null
}

const dayMs = 86_400_000
const megabyte = 1_000_000

/** The gates that are near or shut: shut ones first, then in the order of `gateKinds`. A gate of n days shuts when n times 24 hours have passed, not before. */
export function gatesOf(facts: GateFacts, limits: GateLimits): readonly Gate[] {
  const days = (kind: GateKind, since: Instant | null, limit: number) => byDays(kind, since, facts.now, limit, limits)
  const found = [
    days('sync', facts.syncedAt, limits.daysSinceSync),
    days('oldest', facts.unsent.oldestAt, limits.daysOldestUnsent),
    byCount(facts.unsent.count, limits),
    byDisk(facts.freeDiskBytes, limits),
    days('sign-in', facts.onlineSignInAt, limits.daysSinceOnlineSignIn),
  ].filter((gate) => gate !== null)
  return [...found.filter(({ stage }) => stage === 'locked'), ...found.filter(({ stage }) => stage === 'soon')]
}

function byDays(kind: GateKind, since: Instant | null, now: Instant, limit: number, { warnDaysBefore }: GateLimits) {
  if (since === null) return null
  const leftMs = Date.parse(since) + limit * dayMs - Date.parse(now)
  if (leftMs <= 0) return locked(kind)
  return leftMs <= warnDaysBefore * dayMs ? soon(kind, Math.ceil(leftMs / dayMs)) : null
}

function byCount(count: number, { unsentItems, warnItemsBefore }: GateLimits) {
  const left = unsentItems - count
  if (left <= 0) return locked('unsent')
  return left <= warnItemsBefore ? soon('unsent', left) : null
}

function byDisk(free: number | null, { diskWarnMegabytes, diskLockMegabytes }: GateLimits) {
  if (free === null || free >= diskWarnMegabytes * megabyte) return null
  const left = free - diskLockMegabytes * megabyte
  return left <= 0 ? locked('disk') : soon('disk', left)
}

const locked = (kind: GateKind): Gate => ({ kind, stage: 'locked', left: 0 })
const soon = (kind: GateKind, left: number): Gate => ({ kind, stage: 'soon', left })
