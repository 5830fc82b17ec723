import type { Edges } from './edges.ts'
import type { Point } from './quad.ts'

/** All points with x * nx + y * ny = offset; the normal is a unit vector, towards the light. */
export interface Line {
  readonly nx: number
  readonly ny: number
  readonly offset: number
  /** How much of an edge lies on it. */
  readonly votes: number
}

const angles = 360
const offsetStep = 1.5
/** An edge votes for lines turned by so many degrees from its own direction, to both sides: pixels know it only roughly. */
const doubt = 5
const mostLines = 24

const cosines = Float32Array.from({ length: angles }, (_, at) => Math.cos((at * Math.PI) / 180))
const sines = Float32Array.from({ length: angles }, (_, at) => Math.sin((at * Math.PI) / 180))

/**
 * The straightest and longest edges (Hough transform, over the whole circle: an edge that is lighter on the other side is another line). Strong edges hardly count
 * more than weak ones: a white table is no reason to miss a page.
 */
export function findLines({ width, height, list }: Edges): Line[] {
  const reach = Math.ceil(Math.hypot(width, height))
  const rows = Math.ceil((2 * reach) / offsetStep) + 1
  const votes = new Float32Array(angles * rows)
  for (const { x, y, strength, dx, dy } of list) {
    const own = Math.round((Math.atan2(dy, dx) * 180) / Math.PI)
    const weight = Math.min(2, Math.sqrt(strength) / 4)
    for (let turn = -doubt; turn <= doubt; turn += 1) {
      const angle = (own + turn + angles) % angles
      const offset = x * (cosines[angle] as number) + y * (sines[angle] as number)
      const row = Math.round((offset + reach) / offsetStep)
      const at = angle * rows + row
      votes[at] = (votes[at] as number) + weight
    }
  }
  return peaks(votes, rows, reach, Math.min(width, height))
}

/** The best, and then the best of what is not beside one that was taken. */
function peaks(votes: Float32Array, rows: number, reach: number, shorter: number): Line[] {
  const lines: Line[] = []
  const least = shorter * 0.12
  while (lines.length < mostLines) {
    let best = 0
    for (let at = 1; at < votes.length; at += 1) if ((votes[at] as number) > (votes[best] as number)) best = at
    const count = votes[best] as number
    if (count < least) break
    const [angle, row] = [Math.floor(best / rows), best % rows]
    lines.push({
      nx: cosines[angle] as number,
      ny: sines[angle] as number,
      offset: row * offsetStep - reach,
      votes: count,
    })
    quieten(votes, rows, angle, row)
  }
  return lines
}

function quieten(votes: Float32Array, rows: number, angle: number, row: number): void {
  for (let turn = -8; turn <= 8; turn += 1) {
    const from = ((angle + turn + angles) % angles) * rows
    for (let at = Math.max(0, row - 4); at <= Math.min(rows - 1, row + 4); at += 1) votes[from + at] = 0
  }
}

/** null: they run side by side. */
export function meeting(a: Line, b: Line): Point | null {
  const turn = a.nx * b.ny - b.nx * a.ny
  if (Math.abs(turn) < 0.2) return null
  return { x: (a.offset * b.ny - b.offset * a.ny) / turn, y: (a.nx * b.offset - b.nx * a.offset) / turn }
}

/** The line through the edges near it between two points, by least squares: finer than the pixels it was found by. */
export function fitted(line: Line, from: Point, to: Point, { width, height, list }: Edges): Line {
  const margin = 0.06
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [ax, ay] = [(to.x - from.x) / length, (to.y - from.y) / length]
  let [sum, sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0, 0]
  for (const { x, y, strength, dx, dy } of list) {
    if (dx * line.nx + dy * line.ny < 0.85) continue
    if (Math.abs(x * line.nx + y * line.ny - line.offset) > 2.5) continue
    const along = ((x - from.x) * ax + (y - from.y) * ay) / length
    if (along < margin || along > 1 - margin) continue
    const weight = Math.sqrt(strength)
    sum += weight
    sx += weight * x
    sy += weight * y
    sxx += weight * x * x
    sxy += weight * x * y
    syy += weight * y * y
  }
  if (sum < Math.min(width, height) * 0.1) return line
  const [mx, my] = [sx / sum, sy / sum]
  const angle = Math.atan2(2 * (sxy / sum - mx * my), sxx / sum - mx * mx - (syy / sum - my * my)) / 2
  let [nx, ny] = [-Math.sin(angle), Math.cos(angle)]
  if (nx * line.nx + ny * line.ny < 0) [nx, ny] = [-nx, -ny]
  return { nx, ny, offset: nx * mx + ny * my, votes: line.votes }
}
