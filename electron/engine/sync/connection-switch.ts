import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { recall, remember } from './sync-state.ts'

/** The switch that cuts this device off the centre (demonstration). Its position survives a restart. */
export interface ConnectionSwitch {
  isCut(): boolean
  /** Takes the position it had when the program ended. */
  asBefore(): Promise<void>
  /** Writes the position down and takes it; `pause` ends what is under way. True where the way to the centre has been opened. */
  set(connected: boolean, pause: () => Promise<void>): Promise<boolean>
}

export function connectionSwitch({ store }: SyncConfig, session: CentreSession): ConnectionSwitch {
  const isCut = () => session.connection().state === 'cut'
  const cutOff = () => {
    session.happened({ kind: 'cut' })
    session.disconnect()
  }
  return {
    isCut,
    async asBefore() {
      if ((await recall(store.read, 'cut')) === true) cutOff()
    },
    async set(connected, pause) {
      await store.inTransaction((trx) => remember(trx, 'cut', !connected))
      if (connected && !isCut()) return false
      if (connected) {
        session.connect()
        session.happened({ kind: 'restored' })
        return true
      }
      cutOff()
      await pause()
      return false
    },
  }
}
