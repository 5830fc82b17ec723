import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { drawScene, emptyScenes, type Scene, scenes } from '../../../tests/fixtures/page-on-table.ts'
import { findPage } from './find-page.ts'
import { findingWidth, greyOf, inPicture } from './finding-picture.ts'
import { distance, type Quad } from './quad.ts'

const full = { width: 1280, height: 720 }

/** As the worker does it: drawn smaller, then looked for. */
function foundIn(scene: Scene): Quad | null {
  const picture = drawScene(scene)
  const height = Math.round((findingWidth * full.height) / full.width)
  const small = createCanvas(findingWidth, height)
  const context = small.getContext('2d')
  context.drawImage(picture, 0, 0, findingWidth, height)
  const grey = greyOf(context.getImageData(0, 0, findingWidth, height))
  const found = findPage(grey)
  return found && inPicture(found.corners, grey, full)
}

test.each(scenes)('$name: each corner is found within 4 pixels of 1280', (scene) => {
  const found = foundIn(scene)
  expect(found).not.toBeNull()
  const within = (corners: Quad) => inPicture(corners, full, full)
  const shown = scene.corners && within(scene.corners)
  const away = shown?.map((corner, at) => distance(corner, found?.[at] ?? { x: -99, y: -99 })) ?? []
  expect(Math.max(...away)).toBeLessThan(4)
})

test.each(emptyScenes)('$name is not taken for a page', (scene) => expect(foundIn(scene)).toBeNull())

test('a picture of one colour, and one of a few pixels, has no page', () => {
  for (const [width, height] of [
    [320, 180],
    [5, 4],
    [1, 1],
  ] as const)
    expect(findPage({ data: new Uint8Array(width * height).fill(90), width, height })).toBeNull()
})
