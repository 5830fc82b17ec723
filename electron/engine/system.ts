import { v7 } from 'uuid'
import type { Clock, Ids, Log } from './usecases/ports.ts'

/** The real clock, identities and log: what tests replace. */

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: () => performance.now(),
}

export const systemIds: Ids = { uuid: () => v7() }

/** One JSON line per event on standard error. Causes are told by their stack, which names code and never a person. */
export const systemLog: Log = {
  info: (event, details) => write('info', event, details ?? {}),
  error: (event, cause) => write('error', event, { cause: told(cause) }),
}

function write(level: string, event: string, details: Record<string, string | number | boolean | null>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...details })}\n`)
}

function told(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause
  const below = cause.cause === undefined ? '' : ` <- ${told(cause.cause)}`
  return `${cause.stack ?? cause.message}${below}`
}
