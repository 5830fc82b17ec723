import type { z } from 'zod'
import {
  auditAnswer,
  type auditRequest,
  endpoints,
  heartbeatAnswer,
  type heartbeatRequest,
  type LookupAnswer,
  lookupAnswer,
  type PushedCommand,
  pushAnswer,
  staffSignInAnswer,
} from '#shared/contract/sync/protocol.ts'
import type { Instant } from '#shared/domain/time.ts'
import { readJson, refuseTrouble } from './centre-answer.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { DeviceToken } from './device-token.ts'
import { type Answer, type Exchange, type Question, readBody } from './exchange.ts'
import { postJson } from './post-json.ts'
import { type Page, readPage } from './read-page.ts'

type AuditEntry = z.output<typeof auditRequest>['entries'][number]

/** Position in the device's numbering: a generation and what goes under it. */
interface Chain {
  readonly deviceId: string
  readonly generation: number
}

/** What the centre offers an enrolled device. Every method throws CentreTrouble, validates what comes, and has deadlines. */
export type CentreClient = ReturnType<typeof centreClient>

/** Clock of the device and what to do with each pair of times that the two clocks give. */
interface Timing {
  now(): Instant
  measure(sentAt: Instant, serverTime: Instant): Promise<void>
}

export function centreClient(exchange: Exchange, token: DeviceToken, timing: Timing) {
  /** Bears the token; one that was refused is renewed once. */
  const ask = async <T>(question: Question, read: (answer: Answer) => Promise<T>): Promise<T> => {
    const bearer = await token.bearer()
    try {
      return await exchange(bearing(question, bearer), read)
    } catch (cause) {
      if (!(cause instanceof CentreTrouble) || cause.status !== 401 || cause.problem !== 'unauthorised') throw cause
      token.drop(bearer)
      return exchange(bearing(question, await token.bearer()), read)
    }
  }
  const askTimed = async <T extends { serverTime: Instant }>(
    question: Question,
    read: (answer: Answer) => Promise<T>,
  ) => {
    await token.bearer()
    const sentAt = timing.now()
    const answer = await ask(question, read)
    await timing.measure(sentAt, answer.serverTime)
    return answer
  }
  return {
    push: (chain: Chain, commands: readonly PushedCommand[]) =>
      askTimed(postJson(endpoints.push, { ...chain, commands }), readJson(pushAnswer)),
    audit: (chain: Chain, entries: readonly AuditEntry[]) =>
      askTimed(postJson(endpoints.audit, { ...chain, entries }), readJson(auditAnswer)),
    snapshot: (query: { scope: string; after: string | null; limit: number }): Promise<Page> =>
      ask(getPage(endpoints.snapshot, query), readPage),
    changes: (query: { cursor: string; limit: number }): Promise<Page> =>
      ask(getPage(endpoints.changes, query), readPage),
    lookup: (code: string): Promise<LookupAnswer> => ask(getJson(endpoints.lookup, { code }), readJson(lookupAnswer)),
    checkPassword: (username: string, password: string) =>
      ask(postJson(endpoints.staffSignIn, { username, password }), readJson(staffSignInAnswer)),
    keepKey: (deviceId: string, sealedKey: string) =>
      ask(postJson(`/v1/devices/${encodeURIComponent(deviceId)}/recovery`, { sealedKey }), readNothing),
    heartbeat: (deviceId: string, state: z.input<typeof heartbeatRequest>) =>
      askTimed(postJson(`/v1/devices/${encodeURIComponent(deviceId)}/heartbeat`, state), readJson(heartbeatAnswer)),
    receivedOf: (sha256: string) => ask({ method: 'HEAD', path: blobPath(sha256) }, readReceived),
    putPiece: (piece: { sha256: string; bytes: Uint8Array; from: number; size: number }) =>
      ask(putPiece(piece), readNothing),
    /** Reads the stream of pokes until it ends; the deadlines are those of a stream that is mostly silent. */
    listen: async (read: (answer: Answer) => Promise<void>) =>
      exchange(
        bearing(
          { method: 'GET', path: endpoints.poke, headers: { accept: 'text/event-stream' } },
          await token.bearer(),
        ),
        read,
        { wholeMs: 3_600_000, stallMs: 60_000 },
      ),
  }
}

const bearing = (question: Question, bearer: string): Question => ({
  ...question,
  headers: { ...question.headers, authorization: `Bearer ${bearer}` },
})

const blobPath = (sha256: string) => `/v1/blobs/${sha256}`

function withQuery(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const said = Object.entries(query).filter(([, value]) => value !== null)
  return `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
}
const getJson = (path: string, query: Readonly<Record<string, string>>): Question => ({
  method: 'GET',
  path: withQuery(path, query),
  headers: { accept: 'application/json' },
})
const getPage = (path: string, query: Readonly<Record<string, string | number | null>>): Question => ({
  method: 'GET',
  path: withQuery(path, query),
  headers: { accept: 'application/x-ndjson' },
})

function putPiece(piece: { sha256: string; bytes: Uint8Array; from: number; size: number }): Question {
  const to = piece.from + piece.bytes.length - 1
  return {
    method: 'PUT',
    path: blobPath(piece.sha256),
    body: piece.bytes,
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${piece.from}-${to}/${piece.size}`,
    },
  }
}

async function readNothing(answer: Answer): Promise<void> {
  await refuseTrouble(answer)
  // A portal says 200 to everything: only the centre's own kind of answer counts.
  if (/html/i.test(answer.contentType)) throw new CentreTrouble('centre-unreadable', 'html', { status: answer.status })
  await readBody(answer, 1_048_576)
}

/** Bytes of a blob the centre has; 0 when it knows nothing of it. */
async function readReceived(answer: Answer): Promise<number> {
  await readBody(answer, 1_048_576)
  if (answer.status === 404) return 0
  await refuseTrouble(answer)
  const received = Number(answer.header('x-loket-received') ?? Number.NaN)
  if (Number.isInteger(received) && received >= 0) return received
  throw new CentreTrouble('answer-unreadable', 'unexpected', { status: answer.status })
}
