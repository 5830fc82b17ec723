import type { Instant } from '#shared/domain/time.ts'
import type { WriteDb } from '../database/handles.ts'
import type { SyncConfig } from '../wiring.ts'
import { recall, remember } from './sync-state.ts'

/**
 * The centre's time as far as this device can know it, for limits of days. It never goes back with the PC's clock: what was seen is kept on disk, and a
 * running engine adds the time that really passed. A clock that was set ahead counts at once while it stands ahead, but it is written down only when it has
 * stood for ten minutes; and whatever was written down, the next word of the centre sets it right. So no wrong clock locks for ever.
 */
export interface KeptTime {
  now(): Promise<Instant>
  /**
   * Time that has passed for certain: what was last written down and what the engine ran since. The PC's clock moves it neither forward nor back, so it is behind
   * after a time in which nothing ran. For what must not end early: a lock-out, a session.
   */
  sure(): Promise<Instant>
  /** Called every `tickMs`: writes down how far the time has come. */
  tick(): Promise<void>
  /** The centre said what time it is, just now; in the caller's transaction. */
  heard(trx: WriteDb, serverTime: Instant): Promise<void>
}

export const tickMs = 600_000
/** A clock that ran evenly differs less between two ticks. */
const evenMs = 60_000

interface Mark {
  readonly at: number
  readonly elapsed: number
}

export function keptTime({ store, clock }: Pick<SyncConfig, 'store' | 'clock'>): KeptTime {
  /** As it stands on disk, and how much the engine's own clock had run when it was first read. */
  let seen: (Mark & { readonly text: string | null }) | null = null
  /** Where nothing was ever written down: what the clock said first. */
  let begun: Mark | null = null
  /** What the clock said at the tick before. */
  let before: Mark | null = null

  const here = (at: number): Mark => ({ at, elapsed: clock.elapsedMs() })
  const told = async () => Date.parse(clock.now()) + ((await recall(store.read, 'clock-offset-ms')) ?? 0)
  const load = async (): Promise<Mark> => {
    const text = await recall(store.read, 'time-seen')
    if (seen?.text !== text || seen === null)
      seen = { text, ...here(text === null ? Number.NEGATIVE_INFINITY : Date.parse(text)) }
    return seen
  }
  const atLeast = ({ at, elapsed }: Mark) => at + Math.max(0, clock.elapsedMs() - elapsed)
  const keep = async (trx: WriteDb, text: Instant) => {
    await remember(trx, 'time-seen', text)
    // Where the transaction is rolled back, the text on disk is another one and is read again.
    seen = { text, ...here(Date.parse(text)) }
  }
  const instant = (at: number) => new Date(at).toISOString()

  return {
    now: async () => instant(Math.max(atLeast(await load()), await told())),
    async sure() {
      const mark = await load()
      if (Number.isFinite(mark.at)) return instant(atLeast(mark))
      begun ??= here(await told())
      return instant(atLeast(begun))
    },
    async tick() {
      const passed = atLeast(await load())
      const clockNow = here(await told())
      const ranEvenly = before !== null && Math.abs(clockNow.at - atLeast(before)) < evenMs
      before = clockNow
      const now = ranEvenly ? Math.max(passed, clockNow.at) : passed
      if (!Number.isFinite(now)) return
      await store.inTransaction((trx) => keep(trx, instant(now)))
    },
    async heard(trx, serverTime) {
      await keep(trx, serverTime)
      before = null
    },
  }
}
