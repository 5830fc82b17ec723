import type { CourierHeader } from '../contract/sync/courier.ts'
import { partsOf, signedText } from './file-form.ts'
import { FileTrouble } from './file-trouble.ts'
import { exact, frameAad, suite } from './hpke.ts'
import type { Hash } from './seal-file.ts'

/** A file that is whole; who made it is told by its signature. */
export interface WholeFile {
  readonly header: CourierHeader
  /** Does this key say that it made the file? */
  isSignedBy(verify: (message: Uint8Array, signature: Uint8Array) => boolean): boolean
}

/** Reads a file to its end and proves that nothing is missing or changed; needs no key. Throws FileTrouble: not-ours, too-new, damaged. */
export async function checkFile(chunks: AsyncIterable<Uint8Array>, newHash: () => Hash): Promise<WholeFile> {
  const hash = newHash()
  let header: CourierHeader | null = null
  for await (const part of partsOf(chunks)) {
    if (part.part === 'head') header = part.header
    if (part.part !== 'seal') hash.update(part.bytes)
    else if (header && isSame(hash.digest(), part.sha256)) {
      const { sha256, signature } = part
      return { header, isSignedBy: (verify) => verify(signedText(sha256), signature) }
    }
  }
  throw new FileTrouble('damaged')
}

/** What the header says, without looking at the rest. Throws FileTrouble: not-ours, too-new, damaged. */
export async function readHeader(chunks: AsyncIterable<Uint8Array>): Promise<CourierHeader> {
  for await (const part of partsOf(chunks)) if (part.part === 'head') return part.header
  throw new FileTrouble('damaged')
}

/**
 * The content of a file, piece by piece; only of a file that was checked, with the same bytes. `recipientKey`: raw X25519 private key of 32 bytes. Throws
 * FileTrouble: other-recipient when nothing opens, damaged.
 */
export async function* openFile(
  chunks: AsyncIterable<Uint8Array>,
  recipientKey: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  let open: ((sealed: ArrayBuffer, aad: ArrayBuffer) => Promise<ArrayBuffer>) | null = null
  let opened = 0
  for await (const part of partsOf(chunks)) {
    if (part.part === 'head') head = part.bytes
    if (part.part === 'key') open = await openerOf(part.bytes, head, recipientKey)
    if (part.part !== 'frame' || !open) continue
    try {
      yield new Uint8Array(await open(exact(part.bytes.subarray(4)), frameAad(part.last)))
    } catch (cause) {
      throw new FileTrouble(opened === 0 ? 'other-recipient' : 'damaged', { cause })
    }
    opened += 1
  }
}

async function openerOf(enc: Uint8Array, head: Uint8Array, recipientKey: Uint8Array) {
  const hpke = suite()
  const recipient = await hpke.kem.importKey('raw', exact(recipientKey), false)
  const context = await hpke.createRecipientContext({ recipientKey: recipient, enc: exact(enc), info: exact(head) })
  return (sealed: ArrayBuffer, aad: ArrayBuffer) => context.open(sealed, aad)
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
