import { createHmac } from 'node:crypto'

/** One-time codes by time (RFC 6238: HMAC-SHA-1, 30 seconds), as every authenticator makes them. */
const stepSeconds = 30
const codeDigits = 6
/** Clocks of telephones are a little off: the step before and the one after count, too. */
const stepsAside = 1

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** HOTP (RFC 4226) of that step. */
export function codeOf(secret: Uint8Array, step: number, digits: number = codeDigits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const truncated = mac.readUInt32BE((mac[mac.length - 1] ?? 0) & 0xf) & 0x7fffffff
  return String(truncated % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is, of those that count now and come after the last one used; null: none. */
export function stepOf(secret: Uint8Array, code: string, { at, after }: { readonly at: Date; readonly after: number }) {
  const now = stepAt(at)
  for (let step = now - stepsAside; step <= now + stepsAside; step++)
    if (step > after && codeOf(secret, step) === code) return step
  return null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding: how a secret is typed into an authenticator. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR of an authenticator holds. */
export const otpauthUri = (secret: Uint8Array, who: string): string =>
  `otpauth://totp/Loket:${encodeURIComponent(who)}?secret=${base32(secret)}&issuer=Loket&algorithm=SHA1&digits=${codeDigits}&period=${stepSeconds}`
