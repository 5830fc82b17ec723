import { expect, test } from 'vitest'
import { AWorld, aCard, handedOver, moved, undone } from '../act/testing/an-act.ts'
import { drawerBalance } from '../ledger/drawer-balance.ts'

const at = '2026-11-24T02:14:00.000Z'
const carriedOut = (actId: string, ...cardIds: readonly string[]) => {
  const act = moved(actId, 'carried-out', ...cardIds)
  return { ...act, payload: { ...act.payload, carrier: 'Joko Susilo' } } as typeof act
}

test('a card that a team carries is accountable: who has it, since when; back in the drawer nobody has it', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(carriedOut('m-1', 'k-1'))
  expect(world.card('k-1')).toMatchObject({ state: 'with-team', carriedBy: { name: 'Joko Susilo', since: at } })
  expect(world.movementsOf('k-1')).toMatchObject([{ kind: 'carried-out', carrier: 'Joko Susilo', flags: [] }])
  world.apply(moved('m-2', 'carried-back', 'k-1'))
  expect(world.card('k-1')).toMatchObject({ state: 'ready', carriedBy: null })
})

test('the citizen signs on site: handed over, no case; an undone one is in the bag of who carried it, and no drawer has it', () => {
  const world = new AWorld([aCard('k-1')])
  world.apply(carriedOut('m-1', 'k-1'))
  expect(world.apply(handedOver('h-1', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.card('k-1')).toMatchObject({ state: 'handed-over', carriedBy: null })
  world.apply(undone('u-1', 'h-1', 'k-1'))
  expect(world.card('k-1')).toMatchObject({ state: 'with-team', carriedBy: { name: 'Joko Susilo', since: at } })
  expect(world.apply(moved('m-2', 'carried-back', 'k-1'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.card('k-1')).toMatchObject({ state: 'ready', carriedBy: null })
})

test('a card that was handed over meanwhile was not carried out, and one in the drawer did not come back: each a case', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2')])
  world.apply(handedOver('h-1', 'k-1'))
  expect(world.apply(carriedOut('m-1', 'k-1'))).toMatchObject({ verdict: 'conflict', code: 'card-elsewhere' })
  expect(world.apply(moved('m-2', 'carried-back', 'k-2'))).toMatchObject({
    verdict: 'conflict',
    code: 'card-elsewhere',
  })
  expect([world.card('k-1')?.state, world.card('k-2')?.state]).toEqual(['handed-over', 'ready'])
})

test('what a team has is out of the drawer until it is back; what it hands over leaves the drawer but once', () => {
  const world = new AWorld([aCard('k-1'), aCard('k-2'), aCard('k-3')])
  world.apply(carriedOut('m-1', 'k-1', 'k-2'))
  world.apply(moved('m-2', 'carried-back', 'k-1'))
  world.apply(handedOver('h-1', 'k-2'))
  const lines = ['k-1', 'k-2', 'k-3'].flatMap((id) => world.movementsOf(id))
  const given = ['h-1'].flatMap((id) => world.handover(id) ?? [])
  expect(drawerBalance(lines, given)).toMatchObject({ carriedOut: 2, cameBack: 1, handedOver: 0, change: -1 })
})
