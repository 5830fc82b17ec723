import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { FaultCode } from '#shared/contract/errors.ts'

export type Kept =
  | { readonly state: 'untouched' }
  | { readonly state: 'typing' }
  | { readonly state: 'kept'; readonly at: string }
  | { readonly state: 'failed'; readonly code: FaultCode }

type Save = (
  draftId: string | null,
  draft: IntakeDraft,
) => Promise<{ readonly draftId: string; readonly savedAt: string }>

/** After so long without a key it is a pause. */
const pauseMs = 250

/** Keeps a draft as it is typed: on every pause, and at once when asked. One save at a time, so that a slow disk never makes two drafts of one. */
export class DraftKeeper {
  draftId: string | null
  #unsaved: IntakeDraft | null = null
  #saving: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #save: Save
  readonly #tell: (kept: Kept) => void
  readonly #codeOf: (error: unknown) => FaultCode

  constructor(draftId: string | null, save: Save, tell: (kept: Kept) => void, codeOf: (error: unknown) => FaultCode) {
    this.draftId = draftId
    this.#save = save
    this.#tell = tell
    this.#codeOf = codeOf
  }

  change(draft: IntakeDraft): void {
    this.#unsaved = draft
    this.#tell({ state: 'typing' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pauseMs)
  }

  /** It was filed, sent again or discarded: nothing of it is to come back. */
  end(): void {
    clearTimeout(this.#timer)
    this.#unsaved = null
  }

  /** Keeps what is not kept yet; resolves once nothing is left to keep, or it failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#saving) await this.#saving
    if (this.#unsaved === null) return
    this.#saving = this.#saveNow(this.#unsaved)
    await this.#saving
  }

  async #saveNow(draft: IntakeDraft): Promise<void> {
    this.#unsaved = null
    try {
      const { draftId, savedAt } = await this.#save(this.draftId, draft)
      this.draftId = draftId
      if (this.#unsaved === null) this.#tell({ state: 'kept', at: savedAt })
    } catch (error) {
      this.#unsaved ??= draft
      this.#tell({ state: 'failed', code: this.#codeOf(error) })
    } finally {
      this.#saving = null
    }
  }
}
