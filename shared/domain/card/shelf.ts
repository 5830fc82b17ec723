import type { StoragePlace } from './card.ts'

/** How the shelf of a unit is divided. */
export interface Shelf {
  /** Names of the racks, in order. */
  readonly racks: readonly string[]
  readonly boxesPerRack: number
  readonly placesPerBox: number
}

/** The next free place, from `start` on, then from the beginning. Null when the shelf is full. */
export async function nextFreePlace(
  shelf: Shelf,
  start: StoragePlace | null,
  isTaken: (place: StoragePlace) => Promise<boolean>,
): Promise<StoragePlace | null> {
  const first = (start && positionOf(shelf, start)) ?? 0
  for (let step = 0; step < sizeOf(shelf); step++) {
    const place = placeAt(shelf, (first + step) % sizeOf(shelf))
    if (!(await isTaken(place))) return place
  }
  return null
}

/**
 * Places for `count` cards one after another: `start` as it was chosen, taken or not, then the next free ones. In a box that the shelf does not have, the
 * numbers go on. Fewer where the shelf is full.
 */
export async function placesFrom(
  shelf: Shelf,
  start: StoragePlace | null,
  count: number,
  isTaken: (place: StoragePlace) => Promise<boolean>,
): Promise<readonly StoragePlace[]> {
  const chosen = start === null ? [] : [start]
  const given = new Set(chosen.map(placeText))
  const isGone = async (place: StoragePlace) => given.has(placeText(place)) || (await isTaken(place))
  const places = [...chosen]
  while (places.length < count) {
    const last = places.at(-1) ?? null
    const next =
      last && positionOf(shelf, last) === null
        ? await nextNumber(last, isGone)
        : await nextFreePlace(shelf, last, isGone)
    if (next === null) break
    places.push(next)
    given.add(placeText(next))
  }
  return places
}

/** The next free number of a box that has no end; null where the places of it are not numbered. */
async function nextNumber(
  last: StoragePlace,
  isTaken: (place: StoragePlace) => Promise<boolean>,
): Promise<StoragePlace | null> {
  if (!/^\d{1,6}$/.test(last.number)) return null
  for (let number = Number(last.number) + 1; ; number++) {
    const place = { ...last, number: String(number).padStart(last.number.length, '0') }
    if (!(await isTaken(place))) return place
  }
}

/** As a person writes it and as cards are sorted by: `A 1 07`. */
export const placeText = ({ rack, box, number }: StoragePlace): string => `${rack} ${box} ${number}`

const sizeOf = ({ racks, boxesPerRack, placesPerBox }: Shelf) => racks.length * boxesPerRack * placesPerBox

function placeAt({ racks, boxesPerRack, placesPerBox }: Shelf, at: number): StoragePlace {
  const box = Math.floor(at / placesPerBox)
  return {
    rack: racks[Math.floor(box / boxesPerRack)] ?? '',
    box: String((box % boxesPerRack) + 1),
    number: String((at % placesPerBox) + 1).padStart(2, '0'),
  }
}

function positionOf({ racks, boxesPerRack, placesPerBox }: Shelf, place: StoragePlace): number | null {
  const rack = racks.indexOf(place.rack)
  const [box, number] = [Number(place.box) - 1, Number(place.number) - 1]
  if (rack < 0 || !within(box, boxesPerRack) || !within(number, placesPerBox)) return null
  return (rack * boxesPerRack + box) * placesPerBox + number
}

const within = (value: number, below: number) => Number.isInteger(value) && value >= 0 && value < below
