import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import type { Tone } from '../../ui/status-tag.tsx'

export type LineStatus = 'open' | 'good' | 'damaged' | 'extra' | 'missing' | 'received'

/** What stands about a card: noted here first, else what was signed, else nothing yet. */
export function statusOf({ counted, received, announced }: ShipmentLine): LineStatus {
  if (counted === 'good') return announced ? 'good' : 'extra'
  if (counted !== null) return counted
  if (received === 'good') return 'received'
  return received ?? 'open'
}

/** Signed, here or at another desk, and nothing noted since: its state is no matter of the count any more. */
export const isSignedFor = ({ counted, received }: ShipmentLine): boolean =>
  counted === null && received !== null && received !== 'missing'

export const toneOf: Record<LineStatus, Tone> = {
  open: 'wait',
  good: 'ok',
  damaged: 'bad',
  extra: 'clash',
  missing: 'warn',
  received: 'ok',
}

export interface Sums {
  readonly good: number
  readonly damaged: number
  readonly extra: number
  readonly missing: number
  readonly open: number
  /** Cards of the list that are here, signed or not. */
  readonly found: number
  readonly announced: number
  /** Noted here and not signed yet. */
  readonly unsigned: number
}

/** How many cards stand how. */
export function sumsOf(lines: readonly ShipmentLine[]): Sums {
  const statuses = lines.map(statusOf)
  const of = (...wanted: readonly LineStatus[]) => statuses.filter((status) => wanted.includes(status)).length
  const listed = lines.filter(({ announced }) => announced)
  return {
    good: of('good', 'received'),
    damaged: of('damaged'),
    extra: of('extra'),
    missing: of('missing'),
    open: of('open'),
    found: listed.filter((line) => !['open', 'missing'].includes(statusOf(line))).length,
    announced: listed.length,
    unsigned: lines.filter(({ counted }) => counted === 'good' || counted === 'damaged').length,
  }
}

export const placeWord = (place: ShipmentLine['place']): string | null =>
  place && [place.rack, place.box, place.number].filter((part) => part !== '').join('-')
