import { expect, test } from 'vitest'
import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import { type Checked, doubtsOf, inputOf, missingOf } from './missing.ts'
import { emptyList, withCards } from './use-bulk-list.ts'

const checkedAs = (cardId: string, more: Partial<Checked> = {}): readonly [string, Checked] => [
  cardId,
  {
    card: {
      cardId,
      kind: 'ktp-el',
      state: 'ready',
      issueReason: 'age-17',
      ownerName: cardId,
      ownerNikMasked: '3578********0001',
      kitirNumber: `KNG-${cardId}`,
      place: null,
      arrivedAt: null,
      ageDays: 1,
      promise: { kind: 'none' },
      centre: 'recorded',
      handedOver: null,
    },
    oldCard: 'none',
    refusal: null,
    doubts: [],
    ...more,
  },
]
const checked = new Map([
  checkedAs('k-1'),
  checkedAs('k-young', { refusal: { code: 'owner-too-young' } }),
  checkedAs('k-old', { oldCard: 'withdraw' }),
])
const filled: BulkDraft = {
  ...emptyList,
  group: { kind: 'school', name: 'SMAN 5', place: 'Aula' },
  inCharge: { name: 'Sri Mulyani', nik: '3578014202800009', position: '', seen: true },
  letter: { number: '421/17', date: '2026-11-20' },
}

test('an empty list misses everything, in the order of the screen', () => {
  const all = ['cards', 'name', 'place', 'person', 'nik', 'letter', 'seen', 'signature']
  expect(missingOf(emptyList, checked, null)).toEqual(all)
})

test('only who is there and may have the card is sent; an old card must have been taken back', () => {
  const list = withCards(filled, ['k-1', 'k-young', 'k-old', 'k-1'])
  expect(list.cards.map(({ cardId }) => cardId)).toEqual(['k-1', 'k-young', 'k-old'])
  expect(missingOf(list, checked, 'png')).toEqual(['oldCards'])
  const cards = list.cards.map((line) => (line.cardId === 'k-old' ? { ...line, withdrawn: true } : line))
  expect(missingOf({ ...list, cards }, checked, 'png')).toEqual([])
  expect(inputOf({ ...list, cards }, checked, 'png').cards).toEqual([
    { cardId: 'k-1', withdrawn: false, label: null },
    { cardId: 'k-old', withdrawn: true, label: null },
  ])
  const absent = cards.map((line) => ({ ...line, received: line.cardId !== 'k-old' }))
  expect(inputOf({ ...list, cards: absent }, checked, 'png').cards.map(({ cardId }) => cardId)).toEqual(['k-1'])
})

test('a doubt about who is in charge asks for a reason, as long as its card is on the list', () => {
  const doubtful = new Map([...checked, checkedAs('k-odd', { doubts: ['nik-birth-day', 'collector-young'] })])
  const list = withCards(filled, ['k-1', 'k-odd'])
  expect(doubtsOf(list, doubtful)).toEqual(['nik-birth-day', 'collector-young'])
  expect(missingOf(list, doubtful, 'png')).toEqual(['doubt'])
  expect(inputOf(list, doubtful, 'png').doubtReason).toBeNull()
  const explained = { ...list, doubtReason: ' Kartu lama dilihat ' }
  expect(missingOf(explained, doubtful, 'png')).toEqual([])
  expect(inputOf(explained, doubtful, 'png').doubtReason).toBe('Kartu lama dilihat')
  const cards = list.cards.map((line) => ({ ...line, received: line.cardId !== 'k-odd' }))
  expect(missingOf({ ...list, cards }, doubtful, 'png')).toEqual([])
})
