import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import type { Instant } from '#shared/domain/time.ts'

/** What a clerk has begun and not filed. */
export interface SavedDraft {
  readonly draftId: string
  readonly staffId: string
  readonly savedAt: Instant
  readonly draft: IntakeDraft
  /** Its services as the catalogue had them when they were begun. */
  readonly asked: readonly Service[]
}

export interface IntakeReads {
  find(draftId: string): Promise<SavedDraft | null>
  /** The latest first. */
  of(staffId: string): Promise<readonly SavedDraft[]>
}

export interface IntakeStore extends IntakeReads {
  save(draft: SavedDraft): Promise<void>
  remove(draftId: string): Promise<void>
}

/** PINs of e-Kitir made here, until the citizen's copy is on paper. */
export interface KitirPins {
  /** Null: it was printed, or never was here. */
  find(kitirId: string): Promise<string | null>
  keep(kitirId: string, pin: string): Promise<void>
  forget(kitirId: string): Promise<void>
}

/** An answer that was begun and not sent. */
export interface QuestionDraft {
  readonly questionId: string
  readonly staffId: string
  readonly text: string
}

/** Something about a day of a team that was begun and not recorded; `tripId` null: a new day. */
export interface SavedForTrip<D> {
  readonly tripId: string | null
  readonly staffId: string
  readonly savedAt: Instant
  readonly draft: D
}

/** A PDF of one requirement of a draft; `size` in bytes, `dpi` as on A4, `grey`: without colours. */
export interface DraftDocument {
  readonly id: string
  readonly draftId: string
  readonly requirementId: string
  readonly sha256: string
  readonly size: number
  readonly pages: number
  readonly dpi: number
  readonly grey: boolean
  readonly madeAt: Instant
  readonly staffId: string
}

export interface DocumentReads {
  list(draftId: string): Promise<readonly DraftDocument[]>
  find(id: string): Promise<DraftDocument | null>
  bytes(id: string): Promise<Uint8Array | null>
}

export interface DocumentStore extends DocumentReads {
  /** In the place of what the requirement had in this draft. */
  keep(document: DraftDocument, bytes: Uint8Array): Promise<void>
  remove(id: string): Promise<void>
}
