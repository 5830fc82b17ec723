import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawScene, scenes } from '../../../tests/fixtures/page-on-table.ts'
import { homography, project } from './homography.ts'
import { distance, isConvex, type Quad, wholeOf } from './quad.ts'
import { type Pixels, straighten, straightSize, turned } from './straighten.ts'

const shadowed = scenes.find(({ name }) => name === 'shadow of an arm') as (typeof scenes)[number]

function pixelsOf(scene: (typeof scenes)[number]): Pixels {
  const { data } = drawScene(scene).getContext('2d').getImageData(0, 0, 1280, 720)
  return { data, width: 1280, height: 720 }
}

const at = ({ data, width }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
]

const corner = fc.record({ x: fc.integer({ min: 0, max: 1280 }), y: fc.integer({ min: 0, max: 720 }) })

test('whatever four corners a page is seen by, each is brought to its own place', () =>
  fc.assert(
    fc.property(fc.tuple(corner, corner, corner, corner), (corners) => {
      fc.pre(isConvex(corners) && corners.every((one, n) => distance(one, corners[(n + 1) % 4] ?? one) > 20))
      const target = wholeOf({ width: 1000, height: 1414 })
      const there = homography(corners, target)
      if (there === null) return
      for (const [n, from] of corners.entries())
        expect(distance(project(there, from), target[n] as Quad[0])).toBeLessThan(0.5)
    }),
  ))

/** A sheet of A4 on the table before a camera that looks down at it slantwise. */
function slanting(degrees: number): Quad {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const seen = (x: number, y: number) => {
    const depth = 420 - y * sin
    return { x: 640 + (0.9 * 1280 * x) / depth, y: 360 + (0.9 * 1280 * y * cos) / depth }
  }
  return [seen(-105, -148), seen(105, -148), seen(105, 148), seen(-105, 148)]
}

test.each([0, 15, 30])('a sheet of A4 seen at %d degrees is A4 again', (degrees) => {
  const { width, height } = straightSize(slanting(degrees), { width: 1280, height: 720 })
  expect(height / width).toBeCloseTo(Math.SQRT2, 2)
})

test('a page seen at an angle is straightened with nothing of the table', () => {
  const page = straighten(pixelsOf({ name: '', corners: slanting(20) }), slanting(20), 'colour')
  if (page === null) throw new Error('no page')
  for (const [x, y] of [
    [6, 6],
    [page.width - 6, 6],
    [6, page.height - 6],
    [page.width - 6, page.height - 6],
  ] as const)
    expect(Math.min(...at(page, x, y))).toBeGreaterThan(150)
})

test('as a document the paper is white also in a shadow, and a stamp stays blue', () => {
  const page = straighten(pixelsOf(shadowed), shadowed.corners as Quad, 'document')
  if (page === null) throw new Error('no page')
  const light = (x: number, y: number) => at(page, Math.round(x * page.width), Math.round(y * page.height))
  expect(Math.min(...light(0.06, 0.3))).toBeGreaterThan(235)
  expect(Math.min(...light(0.94, 0.9))).toBeGreaterThan(225)
  const blues = Array.from({ length: page.height }, (_, y) => at(page, Math.round(page.width * 0.72), y)).filter(
    ([red = 0, , blue = 0]) => blue - red > 60,
  )
  expect(blues.length).toBeGreaterThan(3)
  const grey = straighten(pixelsOf(shadowed), shadowed.corners as Quad, 'grey')
  expect(grey?.data.every((value, n) => n % 4 === 3 || value === grey.data[n - (n % 4)])).toBe(true)
})

test('turning by quarters turns the sheet', () => {
  const lying: Quad = [
    { x: 100, y: 100 },
    { x: 900, y: 100 },
    { x: 900, y: 600 },
    { x: 100, y: 600 },
  ]
  const picture = { width: 1000, height: 700 }
  expect(straightSize(lying, picture)).toEqual({ width: 800, height: 500 })
  expect(straightSize(turned(lying, 1), picture)).toEqual({ width: 500, height: 800 })
  expect(turned(lying, 4)).toEqual(lying)
  expect(turned(turned(lying, 1), -1)).toEqual(lying)
})

test('corners that are no page give none, and a picture of one pixel is no trouble', () => {
  const point = { x: 5, y: 5 }
  const data = createCanvas(1, 1).getContext('2d').getImageData(0, 0, 1, 1).data
  expect(straighten({ data, width: 1, height: 1 }, [point, point, point, point], 'colour')).toBeNull()
  expect(straighten({ data, width: 1, height: 1 }, wholeOf({ width: 1, height: 1 }), 'document')).not.toBeNull()
})
