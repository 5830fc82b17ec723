import { v7 } from 'uuid'
import type { Clock, Ids, Log } from './usecases/ports.ts'

/** The real clock, identities and log: what tests replace. */

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: () => performance.now(),
}

export const systemIds: Ids = { uuid: () => v7() }

/** One JSON line per event on standard error. */
export const systemLog: Log = {
  info: (event, details) => write('info', event, details ?? {}),
  error: (event, cause) => write('error', event, { cause: toldCause(cause) }),
}

function write(level: string, event: string, details: Record<string, string | number | boolean | null>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...details })}\n`)
}

/** Whose messages are our own words, or name tables and columns. All others may quote what they read: JSON.parse does, and so do HTTP and schemas. */
const spoken = new Set(['Error', 'SqliteError', 'DatabaseTrouble'])

/** Class, code and places of an error and of what caused it. Of a message what is no value: nothing in quotes, no long number. */
export function toldCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : ''
  const message = spoken.has(cause.name) ? `: ${withoutValues(cause.message)}` : ''
  const places = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const below = cause.cause === undefined ? '' : ` <- ${toldCause(cause.cause)}`
  return [`${cause.name}${code}${message}`, ...places].join('\n') + below
}

const withoutValues = (message: string): string =>
  message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…')
    .replace(/\d{6,}/g, '…')
    .slice(0, 300)
