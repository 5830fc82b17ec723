import fc from 'fast-check'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { aSignature } from '../../../tests/fixtures/signature.ts'
import { canvasPixels } from './canvas-png.ts'

const anyPicture = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 6 }) })
  .chain(({ width, height }) => {
    const bytes = width * height * 4
    return fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((data) => ({ width, height, data }))
  })

function written({ width, height, data }: { width: number; height: number; data: Uint8Array }, options = {}): Buffer {
  const picture = new PNG({ width, height })
  picture.data = Buffer.from(data)
  return PNG.sync.write(picture, { colorType: 6, ...options })
}

test.each([0, 1, 2, 3, 4, -1])(
  'a picture whose rows went through filter %i (-1: the best of each row) is read as it was',
  (filterType) => {
    fc.assert(
      fc.property(anyPicture, ({ width, height, data }) => {
        expect(canvasPixels(written({ width, height, data }, { filterType }))).toEqual({
          width,
          height,
          data: Buffer.from(data),
        })
      }),
    )
  },
)

test('a drawn signature has the very pixels that the library finds', () => {
  const png = Buffer.from(aSignature(), 'base64')
  const { width, height, data } = PNG.sync.read(png)
  const found = canvasPixels(png)
  expect([found?.width, found?.height]).toEqual([width, height])
  // Not by toEqual: telling a million bytes apart takes it half a minute.
  expect(found?.data.equals(data)).toBe(true)
})

test('a grey picture is left to the library', () => {
  const grey = written({ width: 2, height: 2, data: new Uint8Array(16) }, { colorType: 0 })
  expect(canvasPixels(grey)).toBeNull()
})

test('a picture cut off, or with a byte changed among its pixels, is damaged', () => {
  const png = Buffer.from(aSignature(), 'base64')
  const middle = png.length >> 1
  expect(() => canvasPixels(png.subarray(0, middle))).toThrow()
  const changed = Buffer.from(png)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  expect(() => canvasPixels(changed)).toThrow()
})
