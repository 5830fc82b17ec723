import type { Fault } from '#shared/contract/errors.ts'
import { assertNever } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'

/** online: the last exchange succeeded; offline: it did not, or (fault null) none has ended yet; cut: switched off by hand (demonstration). */
export interface Connection {
  readonly state: 'online' | 'offline' | 'cut'
  readonly since: Instant
  readonly fault: Fault | null
}

export type ConnectionEvent =
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'network-lost' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'restored' }

/** The only way a connection changes. While it is cut, late answers of aborted requests change nothing; `since` moves only with `state`. */
export function afterEvent(before: Connection, event: ConnectionEvent, now: Instant): Connection {
  if (before.state === 'cut' && event.kind !== 'restored') return before
  switch (event.kind) {
    case 'answered':
      return become(before, 'online', null, now)
    case 'failed':
      return become(before, 'offline', event.fault, now)
    case 'network-lost':
      return become(before, 'offline', { code: 'offline' }, now)
    case 'restored':
      return become(before, 'offline', null, now)
    case 'cut':
      return become(before, 'cut', null, now)
    default:
      return assertNever(event)
  }
}

const become = (before: Connection, state: Connection['state'], fault: Fault | null, now: Instant): Connection => ({
  state,
  since: before.state === state ? before.since : now,
  fault,
})
