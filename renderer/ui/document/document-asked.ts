import type { DocumentLine } from '#shared/contract/engine/document.ts'

/** Which requirement of which draft; `kept`: what it has already. */
export interface DocumentAsked {
  readonly draftId: string
  readonly requirementId: string
  /** In the catalogue's words. */
  readonly name: string
  readonly kept: DocumentLine | null
}
