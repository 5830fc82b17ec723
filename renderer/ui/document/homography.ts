import type { Point, Quad } from './quad.ts'

/** Nine numbers, row by row: where each point of a plane is seen. */
export type Homography = readonly number[]

/** Takes the corners of `from` to those of `to`; null where three of them lie on one line. */
export function homography(from: Quad, to: Quad): Homography | null {
  const rows = from.flatMap(({ x, y }, at) => {
    const { x: u, y: v } = to[at] as Point
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  const solved = solve(rows)
  return solved && [...solved, 1]
}

/** Gauss with the largest pivot; each row ends with its right side. null: no single solution. */
function solve(rows: number[][]): number[] | null {
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    const best = rows.slice(column).reduce((most, row, at) => {
      return Math.abs(row[column] as number) > Math.abs(rows[most]?.[column] as number) ? at + column : most
    }, column)
    const pivot = rows[best] as number[]
    if (Math.abs(pivot[column] as number) < 1e-9) return null
    rows[best] = rows[column] as number[]
    rows[column] = pivot
    for (const row of rows) if (row !== pivot) reduce(row, pivot, column)
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number))
}

function reduce(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] as number) / (pivot[column] as number)
  for (let at = column; at < row.length; at += 1) row[at] = (row[at] as number) - factor * (pivot[at] as number)
}

export function project(h: Homography, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 1] = h
  const depth = g * x + i * y + j
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
}
