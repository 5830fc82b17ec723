import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { judgeSignedEkitir, readSignedEkitir } from '#shared/domain/ekitir/signed-ekitir.ts'
import type { Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

export type SignedKitir =
  | { readonly kind: 'kitir'; readonly kitirNumber: string; readonly signed: 'valid' | 'key-unknown' }
  | Extract<ScanResult, { kind: 'forged' }>
  | { readonly kind: 'unknown'; readonly reason: 'not-an-ekitir' }

/** An e-Kitir that carries its own signature, checked against the device keys known here: works without a network. */
export async function readSignedKitir(db: ReadSet, { verifySignature }: Deps, text: string): Promise<SignedKitir> {
  const kitir = readSignedEkitir(text)
  if (kitir === null) return { kind: 'unknown', reason: 'not-an-ekitir' }
  const key = await db.directory.deviceKey(kitir.keyId)
  const genuineness = judgeSignedEkitir(kitir, key, (publicKey, message, signature) =>
    verifySignature(Buffer.from(publicKey, 'base64url'), message, signature),
  )
  const { kitirNumber } = kitir
  if (genuineness === 'valid' || genuineness === 'key-unknown')
    return { kind: 'kitir', kitirNumber, signed: genuineness }
  return { kind: 'forged', reason: genuineness, kitirNumber }
}
