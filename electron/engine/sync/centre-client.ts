import type { z } from 'zod'
import { courierAnswer, courierLimits, courierPath } from '#shared/contract/sync/courier.ts'
import { deviceActAnswer, deviceActPath, type deviceActRequest } from '#shared/contract/sync/device-acts.ts'
import {
  auditAnswer,
  type auditRequest,
  challengeAnswer,
  changePasswordAnswer,
  type changePasswordRequest,
  confirmFactorAnswer,
  type confirmFactorRequest,
  endpoints,
  generationAnswer,
  type generationRequest,
  heartbeatAnswer,
  type heartbeatRequest,
  historyAnswer,
  type LookupAnswer,
  limits,
  lookupAnswer,
  moveAnswer,
  type moveRequest,
  type PushedCommand,
  pushAnswer,
  regionAnswer,
  secondFactorAnswer,
  type secondFactorRequest,
  staffSignInAnswer,
  type staffSignInRequest,
} from '#shared/contract/sync/protocol.ts'
import { askerHeader, type CityAnswer, type CityQueryName, cityQueries } from '#shared/contract/sync/queries.ts'
import {
  type StatusAnswer,
  statusAnswer,
  type statusDocumentRequest,
  statusPaths,
  type statusRequest,
} from '#shared/contract/sync/status.ts'
import { signedManifest, updateFilePath, updateLimits, updateManifestPath } from '#shared/contract/update/manifest.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { CityQuestion } from '../usecases/ports.ts'
import { readJson, refuseTrouble, requireType } from './centre-answer.ts'
import type { CentreNews } from './centre-news.ts'
import { CentreTrouble } from './centre-trouble.ts'
import type { DeviceToken } from './device-token.ts'
import { sha256 } from './envelope.ts'
import { type Answer, type Deadlines, type Exchange, type Question, readBody } from './exchange.ts'
import { farewellClient } from './farewell-client.ts'
import { bearing, type Piece, patient, putPiece, readNothing, readReceived } from './pieces.ts'
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

export function centreClient(exchange: Exchange, token: DeviceToken, timing: Timing, news: CentreNews) {
  /** Bears the token; one that was refused is renewed once. */
  const ask = async <T>(
    question: Question,
    read: (answer: Answer) => Promise<T>,
    deadlines?: Deadlines,
  ): Promise<T> => {
    const bearer = await token.bearer()
    try {
      return await exchange(bearing(question, bearer), read, deadlines)
    } catch (cause) {
      if (!(cause instanceof CentreTrouble) || cause.status !== 401 || cause.problem !== 'unauthorised') throw cause
      token.drop(bearer)
      return exchange(bearing(question, await token.bearer()), read, deadlines)
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
    changes: async (query: { cursor: string; limit: number }): Promise<Page> => {
      await token.bearer()
      const sentAt = timing.now()
      const page = await ask(getPage(endpoints.changes, query), readPage)
      await timing.measure(sentAt, page.end.serverTime)
      return page
    },
    lookup: (code: string, staffId: string): Promise<LookupAnswer> =>
      ask(askedBy(staffId, getJson(endpoints.lookup, { code })), readJson(lookupAnswer)),
    status: (asked: z.input<typeof statusRequest>, staffId: string): Promise<StatusAnswer> =>
      ask(askedBy(staffId, postJson(statusPaths.status, asked)), readJson(statusAnswer)),
    statusDocument: (asked: z.input<typeof statusDocumentRequest>, staffId: string) =>
      ask(askedBy(staffId, postJson(statusPaths.document, asked)), readWhole(asked.sha256)),
    askCity: <N extends CityQueryName>({ name, id = '', query = {} }: CityQuestion<N>, staffId: string) => {
      const { path, answer } = cityQueries[name]
      const question = getJson(path.replace(':id', encodeURIComponent(id)), query)
      // The answer's schema is looked up by the same name.
      return ask(askedBy(staffId, question), readJson(answer)) as unknown as Promise<CityAnswer<N>>
    },
    checkPassword: (typed: z.input<typeof staffSignInRequest>) =>
      ask(postJson(endpoints.staffSignIn, typed), readJson(staffSignInAnswer)),
    changePassword: (typed: z.input<typeof changePasswordRequest>) =>
      ask(postJson(endpoints.staffPassword, typed), readJson(changePasswordAnswer)),
    beginSecondFactor: (typed: z.input<typeof secondFactorRequest>) =>
      ask(postJson(endpoints.secondFactor, typed), readJson(secondFactorAnswer)),
    confirmSecondFactor: (typed: z.input<typeof confirmFactorRequest>) =>
      ask(postJson(endpoints.confirmFactor, typed), readJson(confirmFactorAnswer)),
    actOnDevice: (asked: z.input<typeof deviceActRequest>) =>
      ask(postJson(deviceActPath, asked), readJson(deviceActAnswer)),
    keepKey: (deviceId: string, sealedKey: string) =>
      ask(postJson(devicePath(deviceId, 'recovery'), { sealedKey }), readNothing),
    heartbeat: async (deviceId: string, state: z.input<typeof heartbeatRequest>) => {
      const tell = await news.asking()
      const answer = await askTimed(postJson(devicePath(deviceId, 'heartbeat'), state), readJson(heartbeatAnswer))
      tell(answer.standing)
      return answer
    },
    regionPack: () => ask(getJson(endpoints.regionPack, {}), readJson(regionAnswer)),
    /** Makes sure of a token. */
    signIn: async () => void (await token.bearer()),
    /** What the centre said of itself since the last time; null: nothing. */
    takeNews: () => news.take(),
    /** After the device's key changed: the next question bears a token of the new one. */
    forgetToken: () => token.forget(),
    /** Bears no token: the keys themselves speak. The nonce comes first. */
    nonce: async (deviceId: string) =>
      (await exchange(postJson(endpoints.challenge, { deviceId }), readJson(challengeAnswer))).nonce,
    nextGeneration: (deviceId: string, asked: z.input<typeof generationRequest>) =>
      exchange(postJson(devicePath(deviceId, 'generation'), asked), readJson(generationAnswer)),
    /** Bears no token, as above. */
    move: (deviceId: string, asked: z.input<typeof moveRequest>) =>
      exchange(postJson(devicePath(deviceId, 'move'), asked), readJson(moveAnswer)),
    farewell: farewellClient(exchange),
    history: (query: { generation: number; after: number; limit: number }) =>
      ask(getJson(endpoints.history, query), readJson(historyAnswer)),
    receivedOf: (sha256: string) => ask({ method: 'HEAD', path: blobPath(sha256) }, readReceived),
    blob: (sha256: string) => ask({ method: 'GET', path: blobPath(sha256) }, readWhole(sha256)),
    putPiece: (piece: Piece) => ask(putPiece(blobPath(piece.sha256), piece), readNothing),
    courierReceived: (sha256: string) => ask({ method: 'HEAD', path: courierPath(sha256) }, readReceived),
    courierPut: (piece: Piece) => ask(putPiece(courierPath(piece.sha256), piece), readNothing),
    /** The centre works through the whole file before it answers. */
    courierOpen: (sha256: string) => ask(postJson(courierPath(sha256), {}), readJson(courierAnswer), patient),
    courierAnswer: (sha256: string, from: number) =>
      ask({ method: 'GET', path: withQuery(courierPath(sha256), { from }) }, readPiece),
    /** Null: there is no release for this platform. */
    updateManifest: (platform: string) => ask(getJson(updateManifestPath(platform), {}), readManifest),
    updatePiece: (platform: string, name: string, from: number, length: number) =>
      ask(
        {
          method: 'GET',
          path: updateFilePath(platform, name),
          headers: { range: `bytes=${from}-${from + length - 1}` },
        },
        readUpdatePiece(from),
      ),
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

const askedBy = (staffId: string, question: Question): Question => ({
  ...question,
  headers: { ...question.headers, [askerHeader]: staffId },
})

const devicePath = (deviceId: string, what: string) => `/v1/devices/${encodeURIComponent(deviceId)}/${what}`
const blobPath = (sha256: string) => `/v1/blobs/${sha256}`

function withQuery(path: string, query: Readonly<Record<string, string | number | null>>): string {
  const said = Object.entries(query).filter(([, value]) => value !== null)
  // A question mark with nothing behind it is dropped on the way, and the centre would find the question damaged.
  if (said.length === 0) return path
  return `${path}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
}
const getJson = (path: string, query: Readonly<Record<string, string | number | null>>): Question => ({
  method: 'GET',
  path: withQuery(path, query),
  headers: { accept: 'application/json' },
})
const getPage = (path: string, query: Readonly<Record<string, string | number | null>>): Question => ({
  method: 'GET',
  path: withQuery(path, query),
  headers: { accept: 'application/x-ndjson' },
})

/** A piece of what is proven when it is whole. */
async function readPiece(answer: Answer): Promise<Uint8Array> {
  await refuseTrouble(answer)
  requireType(answer, /^application\/octet-stream\b/i)
  return readBody(answer, courierLimits.pieceBytes)
}

async function readManifest(answer: Answer) {
  if (answer.status !== 404) return readJson(signedManifest)(answer)
  await readBody(answer, 1_048_576)
  return null
}

/** A part that begins where it was asked for; what the whole is, its hash tells. */
const readUpdatePiece =
  (from: number) =>
  async (answer: Answer): Promise<Uint8Array> => {
    await refuseTrouble(answer)
    requireType(answer, /^application\/octet-stream\b/i)
    const bytes = await readBody(answer, updateLimits.pieceBytes)
    if (answer.header('content-range')?.startsWith(`bytes ${from}-`)) return bytes
    throw new CentreTrouble('answer-unreadable', 'unexpected', { status: answer.status })
  }

/** The bytes of a blob, checked against its name; null when the centre has it not, or not whole. */
const readWhole =
  (hash: string) =>
  async (answer: Answer): Promise<Uint8Array | null> => {
    if (answer.status !== 404) await refuseTrouble(answer)
    const bytes = await readBody(answer, limits.blobBytes)
    if (answer.status === 404) return null
    if (sha256(bytes) === hash) return bytes
    throw new CentreTrouble('answer-unreadable', 'unexpected', { status: answer.status })
  }
