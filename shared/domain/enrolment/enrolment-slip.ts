/** What the slip for a new computer says: where the centre is, the one-time code, and by what the computer knows that it speaks to that centre. */
export interface EnrolmentSlip {
  /** Origin of the centre. */
  readonly serverUrl: string
  readonly code: string
  /** Signing key of the centre, base64url of 32 bytes. */
  readonly centreKey: string
  /** SHA-256 (hex) of a certificate that has to be in the centre's chain; null: any that the operating system trusts. */
  readonly authority: string | null
}

const head = 'LOKET-DAFTAR 1'
const noAuthority = '-'

/** The text of the QR on a slip: five words. */
export const slipText = ({ serverUrl, code, centreKey, authority }: EnrolmentSlip): string =>
  [head, serverUrl, code, centreKey, authority ?? noAuthority].join(' ')

/** Null for a code that is no slip of ours. */
export function slipFrom(text: string): EnrolmentSlip | null {
  const said = text.trim().split(/\s+/)
  const [serverUrl = '', code = '', centreKey = '', authority = ''] = said.slice(2)
  if (said.slice(0, 2).join(' ') !== head || said.length !== 6 || serverUrl === '' || code === '') return null
  if (!/^[A-Za-z0-9_-]{43}$/.test(centreKey) || !/^(-|[0-9a-f]{64})$/.test(authority)) return null
  return { serverUrl, code, centreKey, authority: authority === noAuthority ? null : authority }
}

/** Codes are compared without spaces, dashes and case: they are typed from paper. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')

/**
 * The code itself does not travel. Its hash is the key of two proofs (HMAC-SHA256, base64url): the device's over its keys, the centre's over its own; so who stands
 * between them can neither enrol with the code nor pass for the centre. What travels to find the code by is the hash of this:
 */
export const codeNameText = (codeHash: string): string => `loket-code-name:${codeHash}`

interface DeviceKeys {
  readonly signingKey: string
  readonly sealingKey: string
  readonly lanKey: string
}
export const enrolText = ({ signingKey, sealingKey, lanKey }: DeviceKeys): string =>
  `loket-enrol-1:${signingKey}:${sealingKey}:${lanKey}`

interface Enrolled {
  readonly deviceId: string
  readonly homeScope: string
  /** Of the device. */
  readonly signingKey: string
  readonly centre: { readonly signingKey: string; readonly sealingKey: string }
}
export const enrolledText = ({ deviceId, homeScope, signingKey, centre }: Enrolled): string =>
  `loket-enrolled-1:${deviceId}:${homeScope}:${signingKey}:${centre.signingKey}:${centre.sealingKey}`

/** `https`, or this machine itself: nothing of an enrolment may be read on the way. */
export const isSafeAddress = (serverUrl: string): boolean =>
  /^https:\/\/[^\s/?#@]+/i.test(serverUrl) ||
  /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/i.test(serverUrl)
