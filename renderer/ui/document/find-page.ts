import { type Edges, findEdges, type GreyPicture } from './edges.ts'
import { findLines, fitted, type Line, meeting } from './lines.ts'
import { area, isConvex, ordered, type Point, type Quad } from './quad.ts'

/** `sure`: how much of its border was seen, 0 to 1. */
export interface FoundPage {
  readonly corners: Quad
  readonly sure: number
}

/** A page is at least so much of the picture, and so much of each side is seen as an edge. */
const leastArea = 0.04
const leastSeen = 0.45
const leastMean = 0.62
/** Corners may lie so far outside of the picture. */
const outside = 0.03

/**
 * The page in a picture (of some 320 pixels across; the corners are in its pixels): four edges, each lighter on the same side, that close to a convex
 * figure and are seen along most of their length. null: nothing that is likely to be a page.
 */
export function findPage(picture: GreyPicture): FoundPage | null {
  const edges = findEdges(picture)
  const lines = findLines(edges)
  let best: (FoundPage & { readonly score: number; readonly sides: Sides }) | null = null
  for (const sides of foursomes(lines)) {
    const corners = cornersOf(sides)
    if (corners === null || !fits(corners, picture)) continue
    const sure = seenOf(sides, corners, edges)
    if (sure === null) continue
    const score = sure * (0.5 + Math.sqrt(area(corners) / (picture.width * picture.height)))
    if (best === null || score > best.score) best = { corners, sure, score, sides }
  }
  if (best === null) return null
  return { corners: refined(best.sides, best.corners, edges), sure: best.sure }
}

/** Around the page: up, right, down, left of it, whatever way it is turned. */
type Sides = readonly [Line, Line, Line, Line]

const facing = (a: Line, b: Line) => a.nx * b.nx + a.ny * b.ny
/** Opposite sides: turned away from each other by at most 40 degrees from a straight line. */
const areOpposite = (a: Line, b: Line) => facing(a, b) < -0.77
const areAcross = (a: Line, b: Line) => Math.abs(facing(a, b)) < 0.64

/** Two pairs of opposite edges across each other, all lighter inside or all darker: only so they are the border of one thing. */
function* foursomes(lines: readonly Line[]): Generator<Sides> {
  const pairs = lines.flatMap((a, at) =>
    lines.slice(at + 1).flatMap((b) => (areOpposite(a, b) ? [[a, b] as const] : [])),
  )
  for (const [at, [a, b]] of pairs.entries())
    for (const [c, d] of pairs.slice(at + 1)) {
      if (!areAcross(a, c) || !areAcross(b, d) || !areAcross(a, d) || !areAcross(b, c)) continue
      if (lightInside(a, b) === lightInside(c, d)) yield [a, c, b, d]
    }
}

/** Normals look towards the light: at one another means that it is between them. */
function lightInside(a: Line, b: Line): boolean {
  const foot = { x: a.nx * a.offset, y: a.ny * a.offset }
  return foot.x * b.nx + foot.y * b.ny > b.offset
}

function cornersOf([a, b, c, d]: Sides): Quad | null {
  const corners = [meeting(d, a), meeting(a, b), meeting(b, c), meeting(c, d)] as const
  const [first, second, third, fourth] = corners
  return first && second && third && fourth ? [first, second, third, fourth] : null
}

function fits(corners: Quad, { width, height }: GreyPicture): boolean {
  const inside = corners.every(
    ({ x, y }) =>
      x > -width * outside && x < width * (1 + outside) && y > -height * outside && y < height * (1 + outside),
  )
  return inside && isConvex(corners) && area(corners) > leastArea * width * height
}

/** Which share of the border is seen; null: too little of one side, or of all. */
function seenOf(sides: Sides, corners: Quad, edges: Edges): number | null {
  let sum = 0
  for (const [at, side] of sides.entries()) {
    const seen = seenAlong(side, corners[at] as Point, corners[(at + 1) % 4] as Point, edges)
    if (seen < leastSeen) return null
    sum += seen
  }
  return sum / 4 < leastMean ? null : sum / 4
}

function seenAlong({ nx, ny }: Line, from: Point, to: Point, { width, height, strength, dx, dy }: Edges): number {
  const steps = Math.max(8, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 2))
  let [seen, looked] = [0, 0]
  for (let step = 1; step < steps; step += 1) {
    const x = from.x + ((to.x - from.x) * step) / steps
    const y = from.y + ((to.y - from.y) * step) / steps
    if (x < 3 || y < 3 || x > width - 4 || y > height - 4) continue
    looked += 1
    for (let away = -2; away <= 2; away += 1) {
      const at = Math.round(y + ny * away) * width + Math.round(x + nx * away)
      if ((strength[at] as number) === 0 || (dx[at] as number) * nx + (dy[at] as number) * ny < 0.8) continue
      seen += 1
      break
    }
  }
  // What lies outside of the picture was not seen.
  return looked < steps / 2 ? 0 : seen / looked
}

function refined(sides: Sides, corners: Quad, edges: Edges): Quad {
  const fine = sides.map((side, at) => fitted(side, corners[at] as Point, corners[(at + 1) % 4] as Point, edges))
  return ordered(cornersOf(fine as unknown as Sides) ?? corners)
}
