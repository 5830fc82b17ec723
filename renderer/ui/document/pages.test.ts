import { expect, test } from 'vitest'
import { dpiOf, noPages, type PagesAct, pagesAfter } from './pages.ts'

const blob = new Blob(['x'])
const page = {
  original: blob,
  picture: { width: 10, height: 10 },
  found: null,
  made: { jpeg: blob, width: 10, height: 10 },
}
const taken = (id: number): PagesAct => ({ do: 'taken', id, page, look: 'document' })
const after = (...acts: PagesAct[]) => acts.reduce(pagesAfter, noPages)
const order = (...acts: PagesAct[]) => after(...acts).list.map(({ id }) => id)

test('pages follow one another as they were taken, and are moved up and down, never past the ends', () => {
  const three = [taken(1), taken(2), taken(3)]
  expect(order(...three)).toEqual([1, 2, 3])
  expect(order(...three, { do: 'move', id: 3, by: -1 })).toEqual([1, 3, 2])
  expect(order(...three, { do: 'move', id: 3, by: 1 }, { do: 'move', id: 1, by: -1 })).toEqual([1, 2, 3])
})

test('a page that is taken again keeps its place; when something else is looked at instead, the next one goes to the end', () => {
  expect(order(taken(1), taken(2), { do: 'retake', id: 1 }, taken(3))).toEqual([3, 2])
  expect(order(taken(1), taken(2), { do: 'retake', id: 1 }, { do: 'choose', id: 2 }, taken(3))).toEqual([1, 2, 3])
  expect(order(taken(1), taken(2), { do: 'retake', id: 1 }, { do: 'remove', id: 1 }, taken(3))).toEqual([2, 3])
})

test('after a page was removed the next one is looked at, and the camera when none is left', () => {
  const two = [taken(1), taken(2), { do: 'choose', id: 1 } as const, { do: 'remove', id: 1 } as const]
  expect(after(...two).chosen).toBe(2)
  expect(after(...two, { do: 'remove', id: 2 }).chosen).toBeNull()
})

test('a page of a webcam has fewer dots an inch than one of a document camera', () => {
  expect(dpiOf({ width: 500, height: 707 })).toBe(60)
  expect(dpiOf({ width: 1654, height: 2339 })).toBe(200)
})
