import type { Fault } from '#shared/contract/errors.ts'

/** This device on its way to another office. */
export interface Moving {
  /** From now on nothing is recorded here. Called in the transaction that keeps the last numbers of this office, so that no act falls between. */
  lock(): void
  /** It stays after all. */
  unlock(): void
  isLocked(): boolean
  /** It is the new office's now: the engine begins anew, so that nothing in memory is of the old one. */
  arrived(): void
}

/** An act that was under way when the device went: its transaction is rolled back by this. */
export class DeviceMoving extends Error {
  readonly fault: Fault = { code: 'device-moving' }
}

/** `locked`: the device was going before this start. `again`: closes the engine and opens it, not awaited; null where nobody can. */
export function openMoving(locked: boolean, again: (() => void) | null): Moving {
  let isLocked = locked
  return {
    lock() {
      isLocked = true
    },
    unlock() {
      isLocked = false
    },
    isLocked: () => isLocked,
    arrived() {
      if (again) again()
      else isLocked = false
    },
  }
}
