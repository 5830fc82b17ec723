import QRCode from 'qrcode'
import type { Frame } from '#shared/decoding/decoder.ts'
import { codeText } from './code-text.ts'
import { type Condition, type ConditionName, conditionNames, drawCondition } from './conditions.ts'
import { cornersOf, type Point, toUnitSquare } from './geometry.ts'
import { blurred, exposed, frameHeight, frameWidth, smeared, withGlare, withShadow } from './optics.ts'
import { type Random, seeded } from './random.ts'

export interface TestFrame {
  readonly name: ConditionName | 'without-code'
  /** What stands in the code; null where there is none. */
  readonly text: string | null
  readonly frame: Frame
}

const waves = Array.from({ length: frameWidth }, (_, x) => Math.sin(x / 37))

/** A desk: light falls off to one side, with a few darker things and lines of print lying about. */
function desk(random: Random): Float32Array {
  const base = random.between(70, 150)
  const slope = random.between(-0.04, 0.04)
  const light = new Float32Array(frameWidth * frameHeight)
  for (let y = 0; y < frameHeight; y += 1) {
    const wave = 12 * Math.sin(y / 29)
    for (let x = 0; x < frameWidth; x += 1) light[y * frameWidth + x] = base + slope * x + wave * (waves[x] as number)
  }
  for (let thing = 0; thing < 6; thing += 1) drawThing(light, random)
  return light
}

function drawThing(light: Float32Array, random: Random) {
  const [left, top] = [random.whole(0, frameWidth - 40), random.whole(0, frameHeight - 40)]
  const [width, height] = [random.whole(40, 400), random.whole(10, 160)]
  const [bright, stripe] = [random.between(30, 220), random.whole(4, 30)]
  for (let y = top; y < Math.min(frameHeight, top + height); y += 1)
    for (let x = left; x < Math.min(frameWidth, left + width); x += 1)
      light[y * frameWidth + x] = bright - (Math.floor((x + y * 3) / stripe) % 3 === 0 ? 25 : 0)
}

/** Where on flat paper a point of the crumpled one came from. */
function flattened(point: Point, crumple: number, phase: number): Point {
  if (crumple === 0) return point
  const [u, v] = point
  return [
    u + crumple * Math.sin(v * 5 + phase) * Math.cos(u * 2 + phase),
    v + crumple * Math.sin(u * 4 + phase * 2) + crumple * 0.5 * Math.sin(u * 9 + v * 3),
  ]
}

interface Print {
  readonly text: string
  readonly size: number
  dark(column: number, row: number): boolean
}

function printOf(text: string): Print {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return {
    text,
    size: modules.size,
    dark: (column, row) =>
      column >= 0 && row >= 0 && column < modules.size && row < modules.size && modules.get(row, column) === 1,
  }
}

const grid = [1 / 6, 3 / 6, 5 / 6]

/** Lays the printed slip on the desk, each pixel the mean of 9 points. The slip reaches 4 modules past the code on every side. */
function layDown(light: Float32Array, print: Print, condition: Condition, centre: Point, phase: number) {
  const unit = toUnitSquare(cornersOf(condition, centre))
  const margin = 4 / print.size
  const paper = condition.inverted ? condition.dark : condition.light
  const ink = condition.inverted ? condition.light : condition.dark
  const at = (x: number, y: number, desk: number) => {
    const [u, v] = flattened(unit(x, y), condition.crumple, phase)
    if (u < -margin || v < -margin || u > 1 + margin || v > 1 + margin) return desk
    return print.dark(Math.floor(u * print.size), Math.floor(v * print.size)) ? ink : paper
  }
  const reach = condition.side
  for (let y = Math.max(0, Math.floor(centre[1] - reach)); y < Math.min(frameHeight, centre[1] + reach); y += 1)
    for (let x = Math.max(0, Math.floor(centre[0] - reach)); x < Math.min(frameWidth, centre[0] + reach); x += 1) {
      const behind = light[y * frameWidth + x] ?? 0
      let sum = 0
      for (const dy of grid) for (const dx of grid) sum += at(x + dx, y + dy, behind)
      light[y * frameWidth + x] = sum / 9
    }
}

function photograph(light: Float32Array, condition: Condition, centre: Point, random: Random): Frame {
  const near: Point = [
    centre[0] + random.between(-0.4, 0.4) * condition.side,
    centre[1] + random.between(-0.4, 0.4) * condition.side,
  ]
  let seen = light
  if (condition.shadow < 1) seen = withShadow(seen, condition.shadow, near, random.between(0, Math.PI * 2))
  if (condition.glare > 0) seen = withGlare(seen, condition, near)
  if (condition.motion > 0) seen = smeared(seen, condition.motion, condition.motionTowards)
  seen = blurred(seen, condition.blur)
  return { data: exposed(seen, condition.noise, random), width: frameWidth, height: frameHeight }
}

function drawFrame(name: ConditionName, random: Random): TestFrame {
  const condition = drawCondition(name, random)
  const centre: Point = [frameWidth / 2 + random.between(-280, 280), frameHeight / 2 + random.between(-110, 110)]
  const print = printOf(codeText(random))
  const light = desk(random)
  layDown(light, print, condition, centre, random.between(0, Math.PI * 2))
  return { name, text: print.text, frame: photograph(light, condition, centre, random) }
}

function drawEmpty(random: Random): TestFrame {
  const frame = photograph(desk(random), drawCondition('plain', random), [frameWidth / 2, frameHeight / 2], random)
  return { name: 'without-code', text: null, frame }
}

/**
 * The frame set: `perCondition` frames of each of the 12 conditions and `empty` without a code, one after another (a frame is 3.7 MB). Every frame
 * drawn is used; side and length are drawn independently within 70-300 px and 30-180 characters.
 */
export function* frameSet({ seed = 2026, perCondition = 15, empty = 22 } = {}): Generator<TestFrame> {
  for (const [index, name] of conditionNames.entries())
    for (let i = 0; i < perCondition; i += 1) yield drawFrame(name, seeded(seed * 7919 + index * 101 + i))
  for (let i = 0; i < empty; i += 1) yield drawEmpty(seeded(seed * 104_729 + i))
}
