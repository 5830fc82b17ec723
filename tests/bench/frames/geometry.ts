import type { Condition } from './conditions.ts'

export type Point = readonly [x: number, y: number]

/** The camera stands five code widths away (a 4 cm code at 20 cm). */
const distance = 5

/** Corners of the code's unit square in the frame (clockwise from top left): leaned back about an axis, then turned in the picture. */
export function cornersOf(condition: Condition, centre: Point): readonly [Point, Point, Point, Point] {
  const { side, rotation, tilt, tiltTowards } = condition
  const place = (u: number, v: number): Point => {
    const away = (u - 0.5) * Math.cos(tiltTowards) + (v - 0.5) * Math.sin(tiltTowards)
    const along = (v - 0.5) * Math.cos(tiltTowards) - (u - 0.5) * Math.sin(tiltTowards)
    const nearer = side / (1 + (away * Math.sin(tilt)) / distance)
    const leaned = away * Math.cos(tilt) * nearer
    const x = leaned * Math.cos(tiltTowards) - along * nearer * Math.sin(tiltTowards)
    const y = leaned * Math.sin(tiltTowards) + along * nearer * Math.cos(tiltTowards)
    return [
      centre[0] + x * Math.cos(rotation) - y * Math.sin(rotation),
      centre[1] + x * Math.sin(rotation) + y * Math.cos(rotation),
    ]
  }
  return [place(0, 0), place(1, 0), place(1, 1), place(0, 1)]
}

/** The projective map from frame to unit square, from the corners of a convex quadrilateral (Heckbert's square-to-quad, inverted). */
export function toUnitSquare(corners: readonly [Point, Point, Point, Point]): (x: number, y: number) => Point {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const dx1 = x1 - x2
  const dx2 = x3 - x2
  const dy1 = y1 - y2
  const dy2 = y3 - y2
  const sx = x0 - x1 + x2 - x3
  const sy = y0 - y1 + y2 - y3
  const area = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / area
  const h = (dx1 * sy - sx * dy1) / area
  const a = x1 - x0 + g * x1
  const b = x3 - x0 + h * x3
  const d = y1 - y0 + g * y1
  const e = y3 - y0 + h * y3
  return (x, y) => {
    const m = [a - g * x, b - h * x, d - g * y, e - h * y] as const
    const det = m[0] * m[3] - m[1] * m[2]
    return [((x - x0) * m[3] - m[1] * (y - y0)) / det, (m[0] * (y - y0) - (x - x0) * m[2]) / det]
  }
}
