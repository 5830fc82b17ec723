import type { CalendarDay } from '../time.ts'
import type { RecordingStatus } from '../trip/recording.ts'
import type { CardTally, PeopleTally, WorkTally } from '../trip/trip-tally.ts'
import type { VisitOutcome } from '../trip/visit.ts'
import type { Want } from '../trip/want.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

/** Laporan kegiatan jemput bola of one laptop: who was served is told by number and initials alone. */
export interface TripReport extends PaperBase {
  readonly kind: 'trip-report'
  readonly number: string
  readonly day: CalendarDay
  readonly members: readonly string[]
  readonly vehicle: string
  readonly places: readonly {
    readonly name: string
    readonly unit: string
    readonly from: string
    readonly to: string
  }[]
  readonly people: PeopleTally
  readonly cards: CardTally
  readonly inHand: number
  readonly explanation: string | null
  /** `place` null: none was said. */
  readonly byPlace: readonly { readonly place: string | null; readonly work: WorkTally }[]
  readonly rows: readonly {
    readonly number: string
    readonly initials: string
    readonly wants: readonly Want[]
    readonly recording: RecordingStatus | null
    readonly work: WorkTally
    readonly outcome: VisitOutcome | null
  }[]
  readonly leader: PaperParty
  readonly witness: PaperParty
}
