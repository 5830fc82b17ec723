import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { root } from '../fixtures/root.ts'

const mocks = process.env.LOKET_MOCK_DIR ?? join(root, '..', 'shared', 'design', 'mock')
const gap = 24

/** Writes a PNG with the mock of that name at the left and ours at the right; ours alone where there is no mock. */
export async function besideMock(mock: string, ours: Buffer, file: string): Promise<void> {
  const path = join(mocks, `${mock}.png`)
  const pictures = [...(existsSync(path) ? [await loadImage(path)] : []), await loadImage(ours)]
  writeFileSync(file, sideBySide(pictures))
}

function sideBySide(pictures: readonly Image[]): Buffer {
  const width = pictures.reduce((sum, picture) => sum + picture.width + gap, -gap)
  const canvas = createCanvas(width, Math.max(...pictures.map(({ height }) => height)))
  const context = canvas.getContext('2d')
  context.fillStyle = '#808080'
  context.fillRect(0, 0, canvas.width, canvas.height)
  let x = 0
  for (const picture of pictures) {
    context.drawImage(picture, x, 0)
    x += picture.width + gap
  }
  return canvas.toBuffer('image/png')
}
