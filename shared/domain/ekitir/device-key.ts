import type { Instant } from '../time.ts'

/**
 * Public halves of a device's keys, as the centre vouches for them: e-Kitir made at counters are verified with the signing key offline, and the desks of one
 * office know each other by both on their network.
 */
export interface DeviceKey {
  /** 8 bytes of SHA-256(public key), base64url. */
  readonly id: string
  readonly scope: string
  readonly deviceId: string
  readonly deviceCode: string
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string
  /** P-256 public key (SPKI as DER, base64url) that the device shows to the other desks; absent in rows of before. */
  readonly lanKey?: string | undefined
  readonly validFrom: Instant
  readonly validTo: Instant | null
  readonly revokedAt: Instant | null
}
