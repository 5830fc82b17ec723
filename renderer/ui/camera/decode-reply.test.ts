import { expect, test } from 'vitest'
import type { Decoder, Frame } from '#shared/decoding/decoder.ts'
import { replyTo } from './decode-reply.ts'

const frame: Frame = { data: new Uint8ClampedArray(4), width: 1, height: 1 }
const reading = (text: string | null): Promise<Decoder> =>
  Promise.resolve({ name: 'zxing-wasm', decode: async () => text })

function aPicture() {
  const picture = { width: 1, height: 1, closed: false, close: () => void Object.assign(picture, { closed: true }) }
  return picture
}

test('a picture is read, and closed', async () => {
  const picture = aPicture()
  const answer = await replyTo(
    { id: 7, picture, effort: 'live' },
    { frameOf: () => frame, decoder: reading('KNG-2611-048213') },
  )
  expect(answer).toEqual({ id: 7, kind: 'read', text: 'KNG-2611-048213', ms: expect.any(Number) })
  expect(picture.closed).toBe(true)
})

test('a picture whose pixels cannot be had is answered too, so that nobody waits for ever', async () => {
  const picture = aPicture()
  const frameOf = () => {
    throw new RangeError('out of memory')
  }
  expect(await replyTo({ id: 8, picture, effort: 'thorough' }, { frameOf, decoder: reading(null) })).toEqual({
    id: 8,
    kind: 'unreadable',
  })
  expect(picture.closed).toBe(true)
})
