import type { SyncConfig } from '../wiring.ts'
import type { CentreClient } from './centre-client.ts'
import type { EnrolledDevice } from './device-record.ts'
import type { KeptTime } from './kept-time.ts'
import type { Pace } from './pace.ts'

/** One connection to the centre as one device: what every step of a round needs. */
export interface Link {
  readonly config: SyncConfig
  readonly client: CentreClient
  readonly device: EnrolledDevice
  readonly time: KeptTime
  /** Rows of a page, commands of a push, kilobytes (1024) of a piece of a file. */
  readonly pace: { readonly pages: Pace; readonly pushes: Pace; readonly pieces: Pace }
  /** Called with the first copy's state, and with null when it is over. */
  readonly onFirstCopy: (progress: FirstCopy | null) => void
  /** Called with the bytes of the file under way that are at the centre; 0 between files. */
  readonly onFileSent: (bytes: number) => void
}

export interface FirstCopy {
  readonly rows: number
  readonly total: number | null
  readonly bytes: number
}
