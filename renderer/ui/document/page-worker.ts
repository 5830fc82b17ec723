import { findPage } from './find-page.ts'
import { findingWidth, greyOf, inPicture } from './finding-picture.ts'
import type { MadePage, PageAnswer, PageRequest, PageWish, TakenPage } from './page-messages.ts'
import { type Quad, wholeOf } from './quad.ts'
import { straighten, turned } from './straighten.ts'

/** Letters stay crisp in it; the engine makes it smaller where a document has to be. */
const jpegQuality = 0.9

const small = new OffscreenCanvas(findingWidth, 180)
const large = new OffscreenCanvas(1280, 720)

function drawn(canvas: OffscreenCanvas, picture: ImageBitmap, width: number, height: number) {
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new Error('no canvas to take the pixels with')
  // Transparent parts of a picture are paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'medium'
  context.drawImage(picture, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

function find(picture: ImageBitmap): Quad | null {
  const height = Math.max(1, Math.round((findingWidth * picture.height) / picture.width))
  const grey = greyOf(drawn(small, picture, findingWidth, height))
  const found = findPage(grey)
  return found && inPicture(found.corners, grey, picture)
}

async function make(picture: ImageBitmap, { corners, turns, look }: PageWish): Promise<MadePage> {
  const page = straighten(drawn(large, picture, picture.width, picture.height), turned(corners, turns), look)
  if (page === null) throw new Error('no page has such corners')
  const canvas = new OffscreenCanvas(page.width, page.height)
  const pixels = new ImageData(new Uint8ClampedArray(page.data), page.width, page.height)
  canvas.getContext('2d', { alpha: false })?.putImageData(pixels, 0, 0)
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality })
  return { jpeg, width: page.width, height: page.height }
}

async function take(
  picture: ImageBitmap,
  { find: finding, look }: Extract<PageRequest, { task: 'take' }>,
): Promise<TakenPage> {
  const size = { width: picture.width, height: picture.height }
  // Drawn from a file it is the page itself.
  const found = finding ? find(picture) : wholeOf(size)
  const made = await make(picture, { corners: found ?? wholeOf(size), turns: 0, look })
  // Making has drawn it there.
  const original = await large.convertToBlob({ type: 'image/jpeg', quality: jpegQuality })
  return { original, picture: size, found, made }
}

async function answer(request: PageRequest): Promise<PageAnswer> {
  const { id, task, picture } = request
  try {
    if (task === 'find') return { id, task, value: { corners: find(picture) } }
    if (task === 'take') return { id, task, value: await take(picture, request) }
    return { id, task, value: await make(picture, request.wish) }
  } catch {
    return { id, task: 'failed' }
  } finally {
    picture.close()
  }
}

self.addEventListener('message', (event: MessageEvent<PageRequest>) => {
  void answer(event.data).then((reply) => self.postMessage(reply))
})
