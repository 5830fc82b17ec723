import type {
  AskedMessage,
  CourseStep,
  MadeCard,
  Parcel,
  Renamed,
  Submission,
  UnitAnswer,
} from '../../kng/kng-messages.ts'

/** An application as the simulated KNG keeps it. */
export interface KeptApplication {
  readonly submission: Submission
  readonly kngNumber: string
  readonly steps: readonly CourseStep[]
  /** Documents that came, by their hash. */
  readonly received: readonly string[]
  /** The e-Kitir that opens it. */
  readonly kitir: Submission['kitir']
  readonly earlierKitirs: readonly Pick<Renamed, 'number'>[]
  readonly cards: readonly MadeCard[]
  readonly parcel: Parcel | null
}

/** What the simulated KNG knows; written down whole after each change. */
export interface KngState {
  applications: Record<string, KeptApplication>
  /** Steps of all applications in their order: which one, and which of it. */
  told: { readonly ref: string; readonly stepId: string }[]
  /** Keys that were taken, and of which application. */
  answered: Record<string, string>
  /** What citizens wrote, in its order, and what units answered. */
  asked: AskedMessage[]
  replies: (UnitAnswer & { readonly questionId: string })[]
  /** Last number given out. */
  numbers: number
}

export const emptyState = (): KngState => ({
  applications: {},
  told: [],
  answered: {},
  asked: [],
  replies: [],
  numbers: 0,
})

export const statusOf = ({ steps }: KeptApplication): CourseStep['status'] => steps.at(-1)?.status ?? 'DIAJUKAN'
