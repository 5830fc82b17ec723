import { z } from 'zod'
import { invalid, Problem } from '../problem.ts'

/** One position per scope. Opaque to devices: base64url of JSON, so that it may change its form. */
export type Positions = Readonly<Record<string, number>>

const marks = z.record(z.string(), z.string())
const cursor = z.strictObject({
  v: z.literal(1),
  at: z.record(z.string(), z.number().int().nonnegative()),
  /** Per scope the tag of the change at its position: a database that was put back since has another one there, or none. */
  tags: marks.optional(),
  /** Incarnation that it was made in. */
  in: z.string().optional(),
})
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

export interface Cursor {
  readonly at: Positions
  readonly tags: Readonly<Record<string, string>>
  /** '': made before incarnations were known. */
  readonly in: string
}

export const cursorText = ({ at, tags, in: madeIn }: Cursor): string => encode({ at, tags, in: madeIn })
export const afterText = (place: SnapshotPlace): string => encode(place)

/** The position of a cursor of one scope, told beside it: cursors are opaque, and a device that hears by file must know which is later. */
export function positionIn(at: Positions): { readonly position?: number } {
  const [position, ...others] = Object.values(at)
  return position === undefined || others.length > 0 ? {} : { position }
}

/** Throws 410 `cursor-too-old` for a cursor in a form this server does not speak (any more): the device makes a new snapshot. */
export function cursorOf(text: string): Cursor {
  const parsed = cursor.safeParse(decode(text))
  if (!parsed.success) throw cursorTooOld()
  const { at, tags = {}, in: madeIn = '' } = parsed.data
  return { at, tags, in: madeIn }
}

/** Throws as `cursorOf` does. */
export const positionsOf = (text: string): Positions => cursorOf(text).at

/** Throws 400 `invalid`. */
export function placeOf(text: string): SnapshotPlace {
  const parsed = after.safeParse(decode(text))
  if (!parsed.success) throw invalid('after')
  return parsed.data
}

/** The device knows changes that this database never had: it was put back to an earlier state since. Lower versions of rows are right then. */
export const otherHistory = () => new Problem(410, 'other-history')
export const cursorTooOld = () => new Problem(410, 'cursor-too-old')

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    // Not one of ours; the caller says which kind of text it expected.
    return null
  }
}
