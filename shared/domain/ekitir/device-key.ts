import type { Instant } from '../time.ts'

/** Public half of a device's Ed25519 signing key, as the centre vouches for it: e-Kitir made at counters are verified with it offline. */
export interface DeviceKey {
  /** 8 bytes of SHA-256(public key), base64url. */
  readonly id: string
  readonly scope: string
  readonly deviceId: string
  readonly deviceCode: string
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string
  readonly validFrom: Instant
  readonly validTo: Instant | null
  readonly revokedAt: Instant | null
}
