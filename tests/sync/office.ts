import { type Act, subjectsOf } from '#shared/domain/act/acts.ts'
import type { Card, CardState } from '#shared/domain/card/card.ts'
import type { Handover } from '#shared/domain/handover/handover.ts'
import { drawerBalance, isInDrawer } from '#shared/domain/ledger/drawer-balance.ts'
import type { DoneBy, Movement } from '#shared/domain/movement/movement.ts'
import type { Shipment } from '#shared/domain/shipment/shipment.ts'
import { aCard, type City, cardRow } from './city.ts'

/** Cards of an office: the first ones lie ready, the others are in a parcel on its way. */
export const ready = 3
const cards = 6

/** The act as this desk's clerk does it; a hand-over and an application with a file that the centre gets to see. */
export const signedBy = (made: Act, by: DoneBy, file: string) =>
  ({ ...made, payload: { ...made.payload, ...by, ...withFile(made, file) } }) as Act

const withFile = (made: Act, file: string) => {
  if (made.type === 'handover.record') return { signature: file }
  return made.type === 'application.file' ? { requirements: { kk: { how: 'upload', documents: [file] } } } : {}
}

export const subjectOf = (made: Act): string => {
  const [first] = subjectsOf(made)
  return first?.id ?? ''
}

const parcelOf = (scope: string) => `parcel-${scope}`

/** An office with cards in the drawer and a parcel on its way; returns its code. */
export async function anOffice(city: City): Promise<string> {
  const scope = await city.office(ready)
  const numbers = Array.from({ length: cards - ready }, (_, at) => ready + 1 + at)
  const shipped = numbers.map((number): Card => ({ ...aCard(scope, number), state: 'shipped', arrivedAt: null }))
  const id = parcelOf(scope)
  const parcel: Shipment = {
    id,
    scope,
    number: '0007/BAK/SIOLA/2026',
    fromUnit: 'SIOLA',
    state: 'announced',
    sentAt: '2026-01-05T02:00:00.000Z',
    courierName: 'Agus',
    cardIds: shipped.map((card) => card.id),
    counts: [],
    lines: [],
  }
  await city.write([...shipped.map(cardRow), { scope, entity: 'shipment', id, row: parcel }])
  return scope
}

/** The drawer and the ledger of the office as the centre knows them. */
export async function atCentre(city: City, scope: string) {
  const rows = Object.entries((await city.rows(scope)) as Record<string, { row: unknown }>)
  const of = <T>(entity: string) => rows.flatMap(([key, { row }]) => (key.startsWith(`${entity}/`) ? [row as T] : []))
  const inDrawer = of<{ state: CardState }>('card').filter(({ state }) => isInDrawer(state)).length
  return { inDrawer, change: drawerBalance(of<Movement>('movement'), of<Handover>('handover')).change }
}
