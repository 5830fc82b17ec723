export interface Point {
  readonly x: number
  readonly y: number
}

/** Corners of a page in a picture, clockwise: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point]

export interface Size {
  readonly width: number
  readonly height: number
}

export const wholeOf = ({ width, height }: Size): Quad => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
]

export const scaled = (quad: Quad, factor: number): Quad =>
  mapped(quad, ({ x, y }) => ({ x: x * factor, y: y * factor }))

export const mapped = ([a, b, c, d]: Quad, to: (corner: Point, at: number) => Point): Quad => [
  to(a, 0),
  to(b, 1),
  to(c, 2),
  to(d, 3),
]

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Twice the area of a triangle, positive where it turns clockwise on the screen. */
const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

export const area = ([a, b, c, d]: Quad): number => Math.abs(turn(a, b, c) + turn(a, c, d)) / 2

/** Does it turn the same way at each corner? Only then can it be a page that is seen from somewhere. */
export function isConvex(quad: Quad): boolean {
  const turns = quad.map((corner, at) => turn(corner, quad[(at + 1) % 4] as Point, quad[(at + 2) % 4] as Point))
  return turns.every((value) => value > 0) || turns.every((value) => value < 0)
}

/** Clockwise, beginning with the corner that is nearest the upper left. */
export function ordered(corners: Quad): Quad {
  const middle = { x: 0, y: 0 }
  for (const { x, y } of corners) Object.assign(middle, { x: middle.x + x / 4, y: middle.y + y / 4 })
  const angle = ({ x, y }: Point) => Math.atan2(y - middle.y, x - middle.x)
  const around = [...corners].sort((a, b) => angle(a) - angle(b))
  const first = around.reduce((best, { x, y }, at) => {
    const { x: bestX, y: bestY } = around[best] as Point
    return x + y < bestX + bestY ? at : best
  }, 0)
  return mapped(corners, (_, at) => around[(first + at) % 4] as Point)
}

/** How large the page is when it is straightened: its sides as long as the longer of each pair. */
export function sizeOf([a, b, c, d]: Quad): Size {
  return {
    width: Math.max(1, Math.round(Math.max(distance(a, b), distance(d, c)))),
    height: Math.max(1, Math.round(Math.max(distance(a, d), distance(b, c)))),
  }
}
