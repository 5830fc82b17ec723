import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readBarcodes } from 'zxing-wasm/reader'
import type { Decoder, Frame } from '#shared/decoding/decoder.ts'
import { openDecoder } from '#shared/decoding/open-decoder.ts'
import { frameSet, type TestFrame } from './frames/frame-set.ts'

export interface ConditionResult {
  readonly condition: string
  readonly frames: number
  readonly found: number
  readonly foundBare: number
}

export interface DecodeFigures {
  readonly decoder: string
  /** Frames with a code, found by the app's own decoder as it runs behind the camera, and by zxing-wasm bare with its default options. */
  readonly frames: number
  readonly found: number
  readonly foundBare: number
  /** Texts that are not what stands in the code (or that come from a frame without one). */
  readonly wrong: number
  readonly foundThorough: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly bareP50Ms: number
  readonly bareP95Ms: number
  readonly conditions: readonly ConditionResult[]
}

interface Reading {
  readonly name: string
  readonly wanted: string | null
  readonly live: string | null
  readonly liveMs: number
  readonly thorough: string | null
  readonly bare: string | null
  readonly bareMs: number
}

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))

/** The app's decoder under Node. */
export const benchDecoder = (): Promise<Decoder> =>
  openDecoder(async () => Uint8Array.from(await readFile(wasmFile)).buffer)

async function bareRead({ data, width, height }: Frame): Promise<string | null> {
  const image: ImageData = { data, width, height, colorSpace: 'srgb' }
  const [first] = await readBarcodes(image)
  return first?.text ?? null
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now()
  return [await run(), performance.now() - start]
}

async function readingOf({ name, text, frame }: TestFrame, decoder: Decoder): Promise<Reading> {
  const [live, liveMs] = await timed(() => decoder.decode(frame, 'live'))
  const [bare, bareMs] = await timed(() => bareRead(frame))
  const thorough = live ?? (await decoder.decode(frame, 'thorough'))
  return { name, wanted: text, live, liveMs, thorough, bare, bareMs }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function byCondition(readings: readonly Reading[]): ConditionResult[] {
  const names = [...new Set(readings.map(({ name }) => name))]
  return names.map((condition) => {
    const own = readings.filter(({ name }) => name === condition)
    const count = (pick: (reading: Reading) => string | null) => own.filter((r) => pick(r) === r.wanted).length
    return { condition, frames: own.length, found: count((r) => r.live), foundBare: count((r) => r.bare) }
  })
}

/** Reads the whole frame set (one frame in memory at a time). `conditions` counts a frame without a code as found when nothing was read in it. */
export async function measureDecoding(
  set: { readonly seed?: number; readonly perCondition?: number; readonly empty?: number } = {},
): Promise<DecodeFigures> {
  const decoder = await benchDecoder()
  const readings: Reading[] = []
  for (const frame of frameSet(set)) readings.push(await readingOf(frame, decoder))
  const coded = readings.filter(({ wanted }) => wanted !== null)
  return {
    decoder: decoder.name,
    frames: coded.length,
    found: coded.filter((r) => r.live === r.wanted).length,
    foundBare: coded.filter((r) => r.bare === r.wanted).length,
    foundThorough: coded.filter((r) => r.thorough === r.wanted).length,
    wrong: readings.filter((r) => r.thorough !== null && r.thorough !== r.wanted).length,
    p50Ms: percentile(
      readings.map((r) => r.liveMs),
      0.5,
    ),
    p95Ms: percentile(
      readings.map((r) => r.liveMs),
      0.95,
    ),
    bareP50Ms: percentile(
      readings.map((r) => r.bareMs),
      0.5,
    ),
    bareP95Ms: percentile(
      readings.map((r) => r.bareMs),
      0.95,
    ),
    conditions: byCondition(readings),
  }
}
