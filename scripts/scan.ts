import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Decoder, Frame } from '#shared/decoding/decoder.ts'
import { openDecoder } from '#shared/decoding/open-decoder.ts'

/** One line of output: what the app's own decoder reads in a picture. `ms` is the reading alone, without opening the file. */
interface Line {
  readonly file: string
  readonly text: string | null
  readonly ms: number
  readonly error?: string
}

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))

async function frameOf(file: string): Promise<Frame> {
  const picture = await loadImage(await readFile(file))
  const { width, height } = picture
  if (width === 0 || height === 0) throw new Error('not a picture')
  const context = createCanvas(width, height).getContext('2d')
  // Transparent parts of a PNG are paper, not ink.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0)
  return { data: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data), width, height }
}

const rounded = (ms: number) => Math.round(ms * 10) / 10

async function scan(file: string, decoder: Decoder): Promise<Line> {
  try {
    const frame = await frameOf(file)
    const start = performance.now()
    const text = await decoder.decode(frame, 'thorough')
    return { file, text, ms: rounded(performance.now() - start) }
  } catch (cause) {
    return { file, text: null, ms: 0, error: cause instanceof Error ? cause.message : String(cause) }
  }
}

const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('npm run scan -- FILE...   one JSON line per picture: {"file","text","ms"}\n')
  process.exit(2)
}
const decoder = await openDecoder(async () => Uint8Array.from(await readFile(wasmFile)).buffer)
for (const file of files) process.stdout.write(`${JSON.stringify(await scan(file, decoder))}\n`)
