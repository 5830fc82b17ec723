import type { Question } from './exchange.ts'

/** A POST with a JSON body. */
export const postJson = (path: string, body: unknown): Question => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', accept: 'application/json' },
})
