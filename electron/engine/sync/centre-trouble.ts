import type { Fault, FaultCode } from '#shared/contract/errors.ts'

/** What exactly was wrong with the centre's answer; travels in `details.reason` so that the sentence can say it. */
export type TroubleReason =
  | 'unreachable' // nobody there: no route, refused, name unknown, no connection in time
  | 'nothing' // connected, but no answer (closed, or silent until the deadline)
  | 'cut' // an answer that stops half-way
  | 'stalled' // an answer that began and then stood still
  | 'html' // a page instead of data: a captive portal or a proxy's error page
  | 'redirect'
  | 'wrong-type'
  | 'not-json'
  | 'unexpected' // JSON of another shape
  | 'too-large'
  | 'damaged' // not the bytes that were sent, there or back
  | 'certificate'
  | 'status' // 5xx
  | 'refused' // 4xx with a problem
  | 'switched-off' // aborted here: cut by hand, or the program ends

/** The one error of everything that talks to the centre. Never carries personal data. */
export class CentreTrouble extends Error {
  readonly code: FaultCode
  readonly reason: TroubleReason
  /** HTTP status, 0 when there was no answer. */
  readonly status: number
  /** `error` of the centre's problem body (`expected-seq`, `forked`, …), when it sent one. */
  readonly problem: string | null
  readonly expectedSeq: number | null
  /** How long the centre wants to be left alone with this, when it said so. */
  readonly retryAfterSeconds: number | null

  constructor(
    code: FaultCode,
    reason: TroubleReason,
    more: {
      status?: number
      problem?: string | null
      expectedSeq?: number | null
      retryAfterSeconds?: number | null
      cause?: unknown
    } = {},
  ) {
    super(`${code}: ${reason}${more.status ? ` (${more.status})` : ''}${more.problem ? ` ${more.problem}` : ''}`, {
      cause: more.cause,
    })
    this.code = code
    this.reason = reason
    this.status = more.status ?? 0
    this.problem = more.problem ?? null
    this.expectedSeq = more.expectedSeq ?? null
    this.retryAfterSeconds = more.retryAfterSeconds ?? null
  }

  get fault(): Fault {
    const { code, reason, status, retryAfterSeconds } = this
    return { code, details: { reason, status, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) } }
  }
}

/** A wrong certificate, or no TLS at all: somebody between here and the centre answers in its place. */
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/

/** Why there is no connection, by what the network stack or the proxy said. The first that fits counts. */
const unreachable: readonly (readonly [RegExp, FaultCode])[] = [
  [/LOKET_PROXY_SIGN_IN/, 'proxy-sign-in'],
  [/LOKET_PROXY_REFUSED/, 'proxy-refused'],
  [/LOKET_PROXY_UNREACHABLE/, 'proxy-unreachable'],
  [/ENOTFOUND/, 'name-unknown'],
  // The host is there and says that nothing listens.
  [/ECONNREFUSED/, 'centre-down'],
  // A name server that does not answer is the usual sign of a line that ends at the office.
  [/EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT|EHOSTDOWN/, 'internet-down'],
]

/** Why a deadline ended an exchange; null when none did. */
export type Expired = 'connect' | 'answer' | 'stall' | 'switched-off' | null

/** Sorts what the network stack threw. `answered`: the head of an answer had arrived. */
export function troubleOf(cause: unknown, expired: Expired, answered: boolean): CentreTrouble {
  if (cause instanceof CentreTrouble) return cause
  if (expired === 'switched-off') return new CentreTrouble('offline', 'switched-off', { cause })
  if (expired === 'connect') return new CentreTrouble('internet-down', 'unreachable', { cause })
  if (expired) return answered ? new CentreTrouble('answer-cut', 'stalled', { cause }) : noAnswer(cause)
  const code = codeOf(cause)
  const [, noWay] = unreachable.find(([sign]) => sign.test(code)) ?? []
  if (noWay) return new CentreTrouble(noWay, 'unreachable', { cause })
  if (certificateCodes.test(code)) return new CentreTrouble('certificate-untrusted', 'certificate', { cause })
  return answered ? new CentreTrouble('answer-cut', 'cut', { cause }) : noAnswer(cause)
}

/** Connected, but nothing came: that speaks of the line, not of a page in the way. */
const noAnswer = (cause: unknown) => new CentreTrouble('no-answer', 'nothing', { cause })

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return ''
  const own = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const inner = 'cause' in cause ? codeOf(cause.cause) : ''
  return `${own} ${inner}`
}
