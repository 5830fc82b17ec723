import type { Change } from '#shared/contract/sync/protocol.ts'
import { madeUpRows } from './made-up-rows.ts'

const day = 86_400_000
const kelurahan = '3578101003'

/**
 * Cards 0 … count-1 of one kelurahan at all ages and in all states, always the same for the same `now` (milliseconds since 1970): two thirds on the
 * shelf, a third handed over, some damaged, coming, lost or returned, some of their owners reminded.
 */
export function* madeUpStock(count: number, now: number): Generator<Change> {
  let number = 0
  for (const change of madeUpRows(count)) {
    if (change.entity !== 'card') continue
    yield { ...change, row: { ...change.row, ...standing(number, now) } }
    number++
  }
}

function standing(number: number, now: number): Record<string, unknown> {
  const at = (days: number) => new Date(now - days * day - (number % 997) * 60_000).toISOString()
  const arrivedAt = at((number * 7) % 140)
  const kind = number % 50
  if (kind < 15)
    return { state: 'handed-over', arrivedAt, place: null, handedOver: handedOver(number, at(number % 90)) }
  if (kind === 15) return { state: 'damaged', arrivedAt }
  if (kind === 16) return { state: 'shipped', arrivedAt: null, place: null }
  if (kind === 17) return { state: number % 100 > 50 ? 'lost' : 'returned', arrivedAt, place: null }
  return {
    state: 'ready',
    arrivedAt,
    place: number % 23 === 0 ? null : place(number),
    remindedAt: kind === 18 ? at(3) : null,
  }
}

const place = (number: number) => ({
  rack: String.fromCharCode(65 + (number % 12)),
  box: String(Math.floor(number / 12) % 90),
  number: String(Math.floor(number / 1080) + 1),
})

const handedOver = (number: number, at: string) => ({
  handoverId: `h-${number}`,
  receiptNumber: `${String(number).padStart(4, '0')}/BST/${kelurahan}-01/2026`,
  at,
  collectorName: 'Pemilik Uji',
  collectorKind: 'self',
  staffName: 'Rini Wulandari',
  staffCode: 'KTB-R',
  deviceCode: '01',
})
