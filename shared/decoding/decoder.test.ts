import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import type { Decoder, Frame } from './decoder.ts'
import { openDecoder } from './open-decoder.ts'
import { scriptDecoder } from './script-decoder.ts'

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
const withWasm = () => openDecoder(async () => Uint8Array.from(await readFile(wasmFile)).buffer)

const paper = (width: number, height: number): Frame => ({
  data: new Uint8ClampedArray(width * height * 4).fill(255),
  width,
  height,
})

/** Prints a code into a picture, `pitch` pixels a module. */
function print(frame: Frame, text: string, left: number, top: number, pitch: number) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  for (let y = 0; y < modules.size * pitch; y += 1)
    for (let x = 0; x < modules.size * pitch; x += 1)
      if (modules.get(Math.floor(y / pitch), Math.floor(x / pitch)))
        frame.data.fill(0, ((top + y) * frame.width + left + x) * 4, ((top + y) * frame.width + left + x) * 4 + 3)
  return frame
}

const slip = (text: string) => print(paper(640, 480), text, 120, 80, 4)

const decoders: ReadonlyArray<readonly [string, () => Promise<Decoder>]> = [
  ['zxing-wasm', withWasm],
  ['zxing-js', async () => scriptDecoder()],
]

describe.each(decoders)('%s', (name, open) => {
  test('it says who it is', async () => expect((await open()).name).toBe(name))

  test.each(['KNG-2611-048213', "x'; DROP TABLE card;--", 'https://kng.example/k/%00%0A?a=1&b=ä', 'tab\tand\nline'])(
    'the text %j is read as it stands',
    async (text) => expect(await (await open()).decode(slip(text), 'live')).toBe(text),
  )

  test('a picture without a code gives nothing, with any effort', async () => {
    const decoder = await open()
    expect(await decoder.decode(paper(320, 240), 'live')).toBeNull()
    expect(await decoder.decode(paper(320, 240), 'thorough')).toBeNull()
  })

  test('a picture of one pixel gives nothing', async () =>
    expect(await (await open()).decode(paper(1, 1), 'thorough')).toBeNull())

  test('a light code on dark ground is read', async () => {
    const frame = slip('KNG-2611-048213')
    const inverted = frame.data.map((value, at) => (at % 4 === 3 ? value : 255 - value))
    expect(await (await open()).decode({ ...frame, data: inverted }, 'thorough')).toBe('KNG-2611-048213')
  })
})

test('of two codes the one nearest the middle is read: a poster behind the citizen does not count', async () => {
  const frame = print(print(paper(1280, 720), 'WIFI:S:tamu;;', 20, 20, 5), 'KNG-2611-048213', 560, 280, 5)
  expect(await (await withWasm()).decode(frame, 'live')).toBe('KNG-2611-048213')
})

test('where WebAssembly cannot start, plain JavaScript reads', async () => {
  const decoder = await openDecoder(async () => new ArrayBuffer(8))
  expect(decoder.name).toBe('zxing-js')
  expect(await decoder.decode(slip('KNG-2611-048213'), 'live')).toBe('KNG-2611-048213')
})
