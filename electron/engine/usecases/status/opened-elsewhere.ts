import type { StatusThere } from '#shared/contract/sync/status.ts'

/** An e-Kitir of another unit that a citizen opened with its PIN. */
interface Opened {
  readonly code: string
  readonly pin: string
  readonly status: Pick<StatusThere, 'applicationId' | 'results'>
}

const forMs = 10 * 60_000

/** The one that was opened last, while its citizen stands at the counter: its documents are asked for with the same PIN. In memory alone, for the person who opened it. */
export class OpenedElsewhere {
  #last: { readonly of: Opened; readonly staffId: string; readonly untilMs: number } | null = null

  /** `nowMs`: of a clock that nobody sets. */
  remember({ code, pin, status }: Opened, staffId: string, nowMs: number): void {
    this.#last = { of: { code, pin, status }, staffId, untilMs: nowMs + forMs }
  }

  find(applicationId: string, staffId: string, nowMs: number): Opened | null {
    const last = this.#last
    if (last === null || last.staffId !== staffId || last.of.status.applicationId !== applicationId) return null
    if (nowMs < last.untilMs) return last.of
    this.#last = null
    return null
  }
}
