import { expect, test } from 'vitest'
import { nextFreePlace, placesFrom, placeText, type Shelf } from './shelf.ts'

const shelf: Shelf = { racks: ['A', 'B'], boxesPerRack: 2, placesPerBox: 3 }

const place = (text: string) => {
  const [rack = '', box = '', number = ''] = text.split(' ')
  return { rack, box, number }
}

async function freeFrom(start: string | null, ...taken: readonly string[]) {
  const isTaken = async (one: ReturnType<typeof place>) => taken.includes(placeText(one))
  const found = await nextFreePlace(shelf, start === null ? null : place(start), isTaken)
  return found && placeText(found)
}

test('beside the last place is the next number, then the next box, then the next rack, then the beginning again', async () => {
  const beside = (last: string) => freeFrom(last, last)
  expect(await Promise.all(['A 1 01', 'A 1 03', 'A 2 03', 'B 2 03'].map(beside))).toEqual([
    'A 1 02',
    'A 2 01',
    'B 1 01',
    'A 1 01',
  ])
})

test('a taken place is passed over; after a place that somebody named otherwise the first free one is proposed', async () => {
  expect(await freeFrom('A 1 02', 'A 1 02', 'A 1 03', 'A 2 01')).toBe('A 2 02')
  expect(await freeFrom('Laci 1 01', 'A 1 01')).toBe('A 1 02')
  expect(await freeFrom(null)).toBe('A 1 01')
})

test('a full shelf has no place to propose', async () => {
  expect(await nextFreePlace(shelf, null, async () => true)).toBeNull()
})

async function placesAfter(start: string | null, count: number, ...taken: readonly string[]) {
  const isTaken = async (one: ReturnType<typeof place>) => taken.includes(placeText(one))
  return (await placesFrom(shelf, start === null ? null : place(start), count, isTaken)).map(placeText)
}

test('cards put away together lie in a row, each in a place of its own, and the first where somebody says, taken or not', async () => {
  expect(await placesAfter('A 1 02', 3, 'A 1 02', 'A 2 01')).toEqual(['A 1 02', 'A 1 03', 'A 2 02'])
  expect(await placesAfter(null, 2, 'A 1 01')).toEqual(['A 1 02', 'A 1 03'])
})

test('in a drawer that the shelf does not have the numbers go on; where they are words, only the first is proposed', async () => {
  expect(await placesAfter('Laci X 09', 3, 'Laci X 10')).toEqual(['Laci X 09', 'Laci X 11', 'Laci X 12'])
  expect(await placesAfter('Laci X depan', 3)).toEqual(['Laci X depan'])
})

test('a full shelf gives as many places as it has', async () => {
  expect(await placesAfter(null, 20)).toHaveLength(12)
})
