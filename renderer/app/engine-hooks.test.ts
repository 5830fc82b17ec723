import { expect, test } from 'vitest'
import { staleQueries } from './engine-hooks.ts'

test('a changed card makes its screen, the lists and its receipt stale', () => {
  expect(staleQueries('card:K-1')).toEqual([
    'card.get',
    'card.list',
    'card.search',
    'card.history',
    'handover.get',
    'handover.undo-terms',
  ])
})

test('an unknown topic of a newer engine refetches nothing', () => {
  expect(staleQueries('weather')).toEqual([])
})
