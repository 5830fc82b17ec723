import { z } from 'zod'
import { invalid, Problem } from '../problem.ts'

/** One position per scope. Opaque to devices: base64url of JSON, so that it may change its form. */
export type Positions = Readonly<Record<string, number>>

const cursor = z.strictObject({ v: z.literal(1), at: z.record(z.string(), z.number().int().nonnegative()) })
const after = z.strictObject({
  v: z.literal(1),
  cursor: z.string(),
  entity: z.string(),
  id: z.string(),
  total: z.number(),
})

/** Where a snapshot goes on: the last key that was sent, and the cursor that was taken before the first page. */
export type SnapshotPlace = Omit<z.output<typeof after>, 'v'>

const encode = (value: object) => Buffer.from(JSON.stringify({ v: 1, ...value })).toString('base64url')

export const cursorText = (at: Positions): string => encode({ at })
export const afterText = (place: SnapshotPlace): string => encode(place)

/** Throws 410 `cursor-too-old` for a cursor in a form this server does not speak (any more): the device makes a new snapshot. */
export function positionsOf(text: string): Positions {
  const parsed = cursor.safeParse(decode(text))
  if (!parsed.success) throw cursorTooOld()
  return parsed.data.at
}

/** Throws 400 `invalid`. */
export function placeOf(text: string): SnapshotPlace {
  const parsed = after.safeParse(decode(text))
  if (!parsed.success) throw invalid('after')
  return parsed.data
}

export const cursorTooOld = () => new Problem(410, 'cursor-too-old')

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    // Not one of ours; the caller says which kind of text it expected.
    return null
  }
}
