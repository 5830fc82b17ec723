import type { Decoder, Frame } from '#shared/decoding/decoder.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-messages.ts'

interface Tools {
  /** Throws where the pixels cannot be had. */
  frameOf(picture: ImageBitmap): Frame
  readonly decoder: Promise<Decoder>
}

/** What the worker answers. Never rejects, for the page waits for each answer; closes the picture in any case. */
export async function replyTo(request: DecodeRequest, { frameOf, decoder }: Tools): Promise<DecodeAnswer> {
  const { id, picture, effort } = request
  try {
    const start = performance.now()
    const text = await (await decoder).decode(frameOf(picture), effort)
    return { id, kind: 'read', text, ms: performance.now() - start }
  } catch {
    return { id, kind: 'unreadable' }
  } finally {
    picture.close()
  }
}
