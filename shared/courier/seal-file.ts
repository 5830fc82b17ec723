import type { CourierHeader } from '../contract/sync/courier.ts'
import { ByteReader } from './byte-reader.ts'
import { frameHead, headBytes, joined, plainFrameBytes, signedText } from './file-form.ts'
import { exact, frameAad, suite } from './hpke.ts'

/** SHA-256 as it grows; Node's `createHash` is one. */
export interface Hash {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

export interface Sealer {
  readonly newHash: () => Hash
  /** Ed25519 of who makes the file. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

/**
 * The bytes of a file with this content, piece by piece. `recipient`: raw X25519 key of 32 bytes, the one that the header names. The header is bound into the
 * seal, each frame to its place, and the signature covers all of it.
 */
export async function* sealFile(
  header: CourierHeader,
  recipient: Uint8Array,
  content: AsyncIterable<Uint8Array>,
  { newHash, sign }: Sealer,
): AsyncGenerator<Uint8Array> {
  const hash = newHash()
  const hashed = (bytes: Uint8Array) => {
    hash.update(bytes)
    return bytes
  }
  const hpke = suite()
  const head = headBytes(header)
  const recipientPublicKey = await hpke.kem.deserializePublicKey(exact(recipient))
  const sender = await hpke.createSenderContext({ recipientPublicKey, info: exact(head) })
  yield hashed(joined(head, new Uint8Array(sender.enc)))
  for await (const { bytes, last } of framesOf(content)) {
    const sealed = new Uint8Array(await sender.seal(exact(bytes), frameAad(last)))
    yield hashed(joined(frameHead(sealed.length, last), sealed))
  }
  const sha256 = Uint8Array.from(hash.digest())
  yield joined(sha256, sign(signedText(sha256)))
}

/** Whole frames, then one that is shorter, if need be empty, and is the last. */
async function* framesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Uint8Array; last: boolean }> {
  const reader = new ByteReader(content)
  try {
    for (;;) {
      const bytes = await reader.exactly(plainFrameBytes)
      if (bytes) yield { bytes, last: false }
      else return yield { bytes: await reader.rest(), last: true }
    }
  } finally {
    await reader.stop()
  }
}
