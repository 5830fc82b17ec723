import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { copyFileSync, createReadStream, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  type SignedManifest,
  signedText,
  type UpdateManifest,
  type UpdatePlatform,
  updateManifest,
} from '#shared/contract/update/manifest.ts'

export interface Release
  extends Pick<UpdateManifest, 'version' | 'stagePercent' | 'forcedAfter' | 'minVersion' | 'note'> {
  readonly platform: UpdatePlatform
  /** The installer or package; its name says its version, or a running download would change under the device. */
  readonly file: string
  readonly issuedAt: Date
}

/** Puts a release where the centre serves it from: FOLDER/PLATFORM with the file and, last, the manifest that every one of the keys signed. */
export async function writeRelease(folder: string, release: Release, keys: readonly KeyObject[]): Promise<void> {
  const { file, issuedAt, ...said } = release
  const place = join(folder, release.platform)
  mkdirSync(place, { recursive: true })
  const name = basename(file)
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const manifest = updateManifest.parse({
    product: 'loket',
    ...said,
    issuedAt: issuedAt.toISOString(),
    file: { name, size: statSync(file).size, sha512: hash.digest('hex') },
  })
  putWhole(join(place, name), (draft) => copyFileSync(file, draft))
  const text = JSON.stringify(signManifest(manifest, keys), null, 2)
  putWhole(join(place, 'manifest.json'), (draft) => writeFileSync(draft, text))
}

export function signManifest(said: UpdateManifest, keys: readonly KeyObject[]): SignedManifest {
  const manifest = JSON.stringify(said)
  const signatures = keys.map((key) => ({
    key: rawPublicKey(key),
    signature: sign(null, Buffer.from(signedText(manifest)), key).toString('base64url'),
  }))
  return { manifest, signatures }
}

/** Ed25519 public key as programs are built with it: 32 bytes, base64url. */
export function rawPublicKey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (!x) throw new Error('not an Ed25519 key')
  return x
}

/** A running centre serves the old one or the new one, never a half. */
function putWhole(path: string, write: (draft: string) => void): void {
  write(`${path}.new`)
  renameSync(`${path}.new`, path)
}
