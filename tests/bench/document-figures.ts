import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { z } from 'zod'
import { createDocuments } from '../../electron/engine/documents/create-documents.ts'
import { findPage } from '../../renderer/ui/document/find-page.ts'
import { findingWidth, greyOf, inPicture } from '../../renderer/ui/document/finding-picture.ts'
import { wholeOf } from '../../renderer/ui/document/quad.ts'
import { straighten } from '../../renderer/ui/document/straighten.ts'
import { drawScene, scenes } from '../fixtures/page-on-table.ts'
import { root } from '../fixtures/root.ts'
import { against, type Figure, median } from './figures.ts'
import { benchCentre } from './sync/bench-centre.ts'

const runs = 9
const documents = Number(process.env.LOKET_BENCH_DOCUMENTS ?? 1000)
const full = { width: 2560, height: 1440 }

/** From the picture of a camera to a straight page in a PDF; and what sending a season's documents takes of the memory. */
export async function documentFigures(): Promise<readonly Figure[]> {
  return [...(await pageFigures()), ...(await memoryFigures())]
}

async function pageFigures(): Promise<readonly Figure[]> {
  const scene = scenes.find(({ name }) => name === 'shadow of an arm')
  if (!scene) throw new Error('no such scene')
  const picture = createCanvas(full.width, full.height)
  picture.getContext('2d').drawImage(drawScene(scene), 0, 0, full.width, full.height)
  const { bind } = createDocuments(join(root, 'resources'))
  const straightened: number[] = []
  const bound: number[] = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    const jpeg = pageOf(picture)
    straightened.push(performance.now() - started)
    const made = await bind([jpeg], 2_000_000)
    if (made.outcome !== 'bound') throw new Error(made.outcome)
    bound.push(performance.now() - started)
  }
  return [
    against({ name: 'page found and straightened, 2560 x 1440', value: median(straightened), unit: 'ms' }, '<', 800),
    against({ name: 'page captured to a straight PDF page', value: median(bound), unit: 'ms' }, '<', 800),
  ]
}

/** What renderer/ui/document/page-worker.ts does, with this process's canvas. */
function pageOf(picture: Canvas): Buffer {
  const height = Math.round((findingWidth * full.height) / full.width)
  const small = createCanvas(findingWidth, height)
  small.getContext('2d').drawImage(picture, 0, 0, findingWidth, height)
  const grey = greyOf(pixelsOf(small))
  const found = findPage(grey)
  const corners = found ? inPicture(found.corners, grey, full) : wholeOf(full)
  const page = straighten(pixelsOf(picture), corners, 'document')
  if (page === null) throw new Error('no page')
  const canvas = createCanvas(page.width, page.height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(page.width, page.height)
  image.data.set(page.data)
  context.putImageData(image, 0, 0)
  return canvas.toBuffer('image/jpeg', 90)
}

function pixelsOf(canvas: Canvas) {
  const { width, height } = canvas
  // Taken out of the picture once: asking it for its pixels takes longer than a pixel.
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  return { data, width, height }
}

const sent = z.object({ overIdle: z.number(), seconds: z.number() })

async function memoryFigures(): Promise<readonly Figure[]> {
  const centre = await benchCentre(10)
  try {
    const arguments_ = [centre.url, centre.scope, centre.codes[0] ?? '', String(documents)]
    const child = fork(join(root, 'tests/bench/documents/sending-process.ts'), arguments_, {
      execArgv: ['--expose-gc'],
    })
    const [message] = await once(child, 'message')
    const { overIdle, seconds } = sent.parse(message)
    const name = `memory over idle while ${documents} documents of 3 MB are sent`
    return [
      against({ name, value: Math.round(overIdle / 1e6), unit: 'MB' }, '<', 150),
      against({ name: `time of sending them`, value: Math.round(seconds), unit: 's' }, '<', documents * 2),
    ]
  } finally {
    await centre.stop()
  }
}
