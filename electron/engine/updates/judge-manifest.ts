import { createHash } from 'node:crypto'
import {
  type SignedManifest,
  signedText,
  type UpdateManifest,
  updateManifest,
} from '#shared/contract/update/manifest.ts'
import { isNewer } from '#shared/domain/release/version.ts'
import type { Instant } from '#shared/domain/time.ts'
import { verifyEd25519 } from '../security/verify-ed25519.ts'

/** What runs here, and whose word counts. */
export interface Installed {
  readonly platform: string
  readonly version: string
  /** Ed25519 public keys built into this program, base64url. */
  readonly keys: readonly string[]
}

/** Why a manifest is not believed: no key of ours signed it, it cannot be read, it is for another program, or a newer one was seen. */
export type ManifestRefusal = 'signature-wrong' | 'unreadable' | 'other-platform' | 'older-word'

export type Judgement =
  | { readonly is: 'refused'; readonly why: ManifestRefusal }
  /** `not-newer`: of this version or a lower one; `too-far`: not in one step from here. */
  | { readonly is: 'newer' | 'not-newer' | 'too-far'; readonly manifest: UpdateManifest }

/** The only way to a version that is downloaded or installed: the signature first, of the text as it came. */
export function judgeManifest(signed: SignedManifest, here: Installed, newestSeen: Instant | null): Judgement {
  if (!isSigned(signed, here.keys)) return { is: 'refused', why: 'signature-wrong' }
  const manifest = parsed(signed.manifest)
  if (!manifest) return { is: 'refused', why: 'unreadable' }
  if (manifest.platform !== here.platform) return { is: 'refused', why: 'other-platform' }
  if (newestSeen !== null && manifest.issuedAt < newestSeen) return { is: 'refused', why: 'older-word' }
  if (!isNewer(manifest.version, here.version)) return { is: 'not-newer', manifest }
  return { is: isNewer(manifest.minVersion, here.version) ? 'too-far' : 'newer', manifest }
}

function isSigned({ manifest, signatures }: SignedManifest, keys: readonly string[]): boolean {
  const message = Buffer.from(signedText(manifest))
  return signatures.some(
    ({ key, signature }) =>
      keys.includes(key) && verifyEd25519(Buffer.from(key, 'base64url'), message, Buffer.from(signature, 'base64url')),
  )
}

function parsed(text: string): UpdateManifest | null {
  try {
    return updateManifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * Is this device among the first so many of a hundred? Always the same answer for one device and version, and yes stays yes when the share grows; another version
 * begins with other devices.
 */
export function isInStage(deviceId: string, { version, stagePercent }: UpdateManifest): boolean {
  const place = createHash('sha256').update(`${version}/${deviceId}`).digest().readUInt32BE(0) % 100
  return place < stagePercent
}
