import type { Condition } from './conditions.ts'
import type { Point } from './geometry.ts'
import type { Random } from './random.ts'

export const frameWidth = 1280
export const frameHeight = 720

/** Mean along a line through each pixel: `taps` are offsets with weights. */
function weighted(from: Float32Array, taps: ReadonlyArray<{ dx: number; dy: number; weight: number }>): Float32Array {
  const to = new Float32Array(from.length)
  for (const { dx, dy, weight } of taps) {
    for (let y = 0; y < frameHeight; y += 1) {
      const own = y * frameWidth
      const row = Math.min(frameHeight - 1, Math.max(0, y + dy)) * frameWidth
      for (let x = 0; x < frameWidth; x += 1) {
        const column = x + dx < 0 ? 0 : x + dx >= frameWidth ? frameWidth - 1 : x + dx
        to[own + x] = (to[own + x] as number) + weight * (from[row + column] as number)
      }
    }
  }
  return to
}

function gaussian(deviation: number) {
  const reach = Math.ceil(deviation * 3)
  const raw = Array.from({ length: reach * 2 + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)))
  const sum = raw.reduce((total, weight) => total + weight, 0)
  return raw.map((weight, i) => ({ at: i - reach, weight: weight / sum }))
}

/** Out of focus. */
export function blurred(light: Float32Array, deviation: number): Float32Array {
  const taps = gaussian(deviation)
  const across = weighted(
    light,
    taps.map(({ at, weight }) => ({ dx: at, dy: 0, weight })),
  )
  return weighted(
    across,
    taps.map(({ at, weight }) => ({ dx: 0, dy: at, weight })),
  )
}

/** Moved while the shutter was open: `length` pixels in a direction. */
export function smeared(light: Float32Array, length: number, towards: number): Float32Array {
  const steps = Math.max(2, Math.round(length))
  const taps = Array.from({ length: steps }, (_, i) => {
    const way = (i / (steps - 1) - 0.5) * length
    return { dx: Math.round(way * Math.cos(towards)), dy: Math.round(way * Math.sin(towards)), weight: 1 / steps }
  })
  return weighted(light, taps)
}

/** A lamp mirrored in the screen of a telephone: light added around a point. */
export function withGlare(light: Float32Array, condition: Condition, at: Point): Float32Array {
  const radius = condition.glareRadius * condition.side
  return light.map((value, i) => {
    const dx = (i % frameWidth) - at[0]
    const dy = Math.floor(i / frameWidth) - at[1]
    return value + condition.glare * Math.exp(-(dx * dx + dy * dy) / (2 * radius * radius))
  })
}

/** A hand between lamp and paper: everything on one side of a soft line is darker. */
export function withShadow(light: Float32Array, share: number, at: Point, towards: number): Float32Array {
  return light.map((value, i) => {
    const way =
      ((i % frameWidth) - at[0]) * Math.cos(towards) + (Math.floor(i / frameWidth) - at[1]) * Math.sin(towards)
    return value * (share + (1 - share) / (1 + Math.exp(-way / 4)))
  })
}

/** What the sensor writes: noise, then 8 bits in three equal colours. */
export function exposed(light: Float32Array, noise: number, random: Random): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(light.length * 4)
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const written = (light[pixel] as number) + noise * random.normal()
    data[pixel * 4] = written
    data[pixel * 4 + 1] = written
    data[pixel * 4 + 2] = written
    data[pixel * 4 + 3] = 255
  }
  return data
}
