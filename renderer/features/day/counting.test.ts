import { expect, test } from 'vitest'
import type { DrawerCard, ExtraInDrawer } from '#shared/contract/engine/shifts.ts'
import { boxesOf, isCounted, withExtra, withScanned } from './counting.ts'

const aCard = (cardId: string, rack: string, box: string): DrawerCard => ({
  ...{ cardId, rack, box, labelCode: `L-${cardId}`, kitirNumber: `K-${cardId}`, ownerName: 'Dewi', cardKind: 'ktp-el' },
})
const boxed = [aCard('k-1', 'A', '1'), aCard('k-2', 'A', '2')]
const draftOf = (cards: readonly DrawerCard[]) => ({
  ...{ shiftId: 's-1', boxes: boxesOf(cards), scanned: [], extras: [], words: [] },
})
const places = (cards: readonly DrawerCard[], ...counted: Parameters<typeof boxesOf>[1] & object) =>
  boxesOf(cards, counted).map(({ rack, box, ktpEl }) => [rack + box, ktpEl])

test('every box has a line, and last what lies in none, also where the drawer is empty; what was counted before stands', () => {
  expect(places([])).toEqual([['', '']])
  expect(places([aCard('k-0', '', ''), ...boxed])).toEqual([
    ['A1', ''],
    ['A2', ''],
    ['', ''],
  ])
  const before = { rack: 'B', box: '9', ktpEl: '4', kia: '' }
  expect(places(boxed, before, { ...before, rack: 'A', box: '2' })).toEqual([
    ['A1', ''],
    ['A2', '4'],
    ['B9', '4'],
    ['', ''],
  ])
})

test('what lies in no box need be counted only where a card should lie there', () => {
  const [nowhere] = boxesOf([])
  if (!nowhere) throw new Error('there is no line')
  expect(isCounted(nowhere, boxed)).toBe(true)
  expect(isCounted(nowhere, [aCard('k-0', '', '')])).toBe(false)
  expect(isCounted({ ...nowhere, kia: '0' }, [aCard('k-0', '', '')])).toBe(true)
})

test('a scanned card is one more in its box, a card too many is in none and told once', () => {
  const [first] = boxed
  if (!first) throw new Error('there is no card')
  const scanned = withScanned(draftOf(boxed), first)
  expect([scanned.scanned, scanned.boxes[0]?.ktpEl]).toEqual([['k-1'], '1'])
  const extra: ExtraInDrawer = { labelCode: 'L-9', cardId: null, ownerName: null, state: null, cardKind: 'ktp-el' }
  const twice = withExtra(withExtra(scanned, extra), { ...extra, cardKind: 'kia' })
  expect([twice.extras, twice.boxes]).toEqual([[{ ...extra, cardKind: 'kia' }], scanned.boxes])
})
