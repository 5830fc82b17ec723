import type { Fault } from '#shared/contract/errors.ts'
import type { RevokedFile } from '#shared/contract/shell/revoked-file.ts'
import { type LastFile, lastFile } from './last-file.ts'
import { markRevoked } from './revoked-marker.ts'

/** The end of this device, when the centre has revoked it. */
export interface Leaving {
  readonly file: LastFile
  /** From now on nothing is recorded and nothing shown. Called in the transaction that keeps the centre's order, so that no act falls between. */
  lock(): void
  isLocked(): boolean
  /** The centre has everything: it is written down that all may go, and the engine is asked to end and to erase. */
  mayErase(proof: Omit<RevokedFile, 'v' | 'state'>): void
}

/** An act that was under way when the device was revoked: its transaction is rolled back by this. */
export class DeviceRevoked extends Error {
  readonly fault: Fault = { code: 'device-revoked' }
}

interface Place {
  readonly dataDir: string
  /** Was the order heard before this start? */
  readonly locked: boolean
  onLock(): void
  /** Ends the engine and erases. Not awaited: it waits for what calls it. */
  end(): void
}

export function openLeaving({ dataDir, locked, onLock, end }: Place): Leaving {
  let isLocked = locked
  return {
    file: lastFile(dataDir),
    lock() {
      if (isLocked) return
      isLocked = true
      onLock()
    },
    isLocked: () => isLocked,
    mayErase(proof) {
      markRevoked(dataDir, { v: 1, state: 'erasing', ...proof })
      end()
    },
  }
}
