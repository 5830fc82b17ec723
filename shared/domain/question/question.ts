import type { Traced } from '../act/traced.ts'
import type { DoneBy } from '../movement/movement.ts'
import type { Instant } from '../time.ts'

/** Words of a citizen, or of somebody who works here, in one thread. */
export type QuestionMessage =
  | { readonly from: 'citizen'; readonly messageId: string; readonly at: Instant; readonly text: string }
  | ({
      readonly from: 'staff'
      readonly messageId: string
      readonly text: string
      /** The last wish of the citizen that stood on the screen when this was written: it answers no later one. */
      readonly upTo: string
    } & DoneBy)

/** Closed as done (selesai), as far as was seen. */
export interface QuestionEnd extends DoneBy {
  readonly closeId: string
  readonly upTo: string
}

/** Opened again by somebody who works here: it waits again. */
export interface QuestionReopening extends DoneBy {
  readonly reopenId: string
}

export interface Answerer {
  readonly staffId: string
  readonly staffName: string
  readonly staffCode: string
}

/** Who is to answer (ditugaskan); `turn`: how often the thread had been handed on when it was said. */
export interface QuestionAssignment extends DoneBy {
  readonly assignId: string
  readonly to: Answerer | null
  readonly turn: number
}

/** Handed to another unit (diteruskan). */
export interface QuestionTransfer extends DoneBy {
  readonly transferId: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/**
 * A citizen's thread to a unit (tanya jawab): a replicable row. What was said and done is kept as a set, in order of time; how the thread stands is worked out
 * from it, so that it does not matter in which order it came to be known.
 */
export interface Question extends Traced {
  readonly id: string
  /** Of the unit that answers now. */
  readonly scope: string
  readonly kitirNumber: string | null
  readonly applicationId: string | null
  /** `contact` masked by the centre: a device never has the whole of it. */
  readonly askedBy: { readonly name: string; readonly contact: string | null }
  readonly subject: string
  readonly askedAt: Instant
  readonly messages: readonly QuestionMessage[]
  readonly ends: readonly QuestionEnd[]
  readonly reopenings: readonly QuestionReopening[]
  readonly assignments: readonly QuestionAssignment[]
  /** Units that had the thread before, in turn. */
  readonly handed: readonly QuestionTransfer[]
  readonly state: 'open' | 'answered' | 'closed'
  /** Since when somebody waits for us; null: nobody does. */
  readonly waitingSince: Instant | null
  readonly assignedTo: Answerer | null
  /** Something of it was done by a person who might not. */
  readonly flags: readonly 'not-permitted'[]
}

interface About extends DoneBy {
  readonly questionId: string
  readonly offline: boolean
}

/** The fact that a citizen was answered. */
export interface QuestionAnswered extends About {
  readonly messageId: string
  readonly text: string
  readonly upTo: string
}

/** The fact that somebody took it upon himself, gave it to somebody, or laid it back (`to` null). */
export interface QuestionAssigned extends About {
  readonly assignId: string
  readonly to: Answerer | null
  readonly turn: number
}

export interface QuestionClosed extends About {
  readonly closeId: string
  readonly upTo: string
}

export interface QuestionReopened extends About {
  readonly reopenId: string
}

/** The wish to hand it to another unit; refused where it is another unit's already. */
export interface QuestionTransferred extends About {
  readonly transferId: string
  readonly from: string
  readonly to: string
  readonly reason: string
}
