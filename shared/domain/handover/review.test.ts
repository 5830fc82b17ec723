import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { AWorld, aCard, handedOver, undone } from '../act/testing/an-act.ts'

const reviewed = (staffId: string, more: { readonly handoverId?: string; readonly cardId?: string } = {}): Act => ({
  type: 'handover.review',
  payload: {
    reviewId: `r-${staffId}`,
    handoverId: 'h-1',
    cardId: 'k-1',
    at: '2026-11-25T02:00:00.000Z',
    ...{ staffId, staffName: staffId, staffCode: 'DSP-S01', deviceCode: '01' },
    note: 'Sudah ditanyakan',
    ...more,
  },
})

/** A card given by rini without the face, allowed by hendra. */
function aWorld(): AWorld {
  const world = new AWorld([aCard('k-1')])
  const override = {
    means: 'on-the-spot',
    reason: 'PIN lupa',
    supervisorId: 'hendra',
    supervisorName: 'Hendra',
  } as const
  world.apply(handedOver('h-1', 'k-1', { identity: { seen: false, reason: 'Bermasker' }, pin: 'overridden', override }))
  return world
}

test('a supervisor who had no part in it reviews a marked hand-over: that is noted, and nothing else of it changes', () => {
  const world = aWorld()
  const before = world.handover('h-1')
  expect(world.apply(reviewed('wati'))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.handover('h-1')).toEqual({
    ...before,
    reviewed: {
      at: '2026-11-24T02:14:00.000Z',
      staffId: 'wati',
      staffName: 'wati',
      staffCode: 'DSP-S01',
      note: 'Sudah ditanyakan',
    },
    acts: [...(before?.acts ?? []), 'r-wati'],
  })
  expect(world.card('k-1')?.state).toBe('handed-over')
})

test.each([
  ['who gave the card', reviewed('rini'), 'own-hand-over', true],
  ['who allowed it', reviewed('hendra'), 'own-hand-over', true],
  ['who might not', reviewed('wati'), 'not-permitted', false],
  ['who names a hand-over that nobody knows', reviewed('wati', { handoverId: 'h-9' }), 'handover-unknown', true],
  ['who names another card', reviewed('wati', { cardId: 'k-2' }), 'handover-unknown', true],
])('%s reviews nothing', (_, act, code, permitted) => {
  const world = aWorld()
  expect(world.apply(act, { permitted })).toMatchObject({ verdict: 'refused', code, changed: [] })
})

test('the first review stands; an undoing afterwards leaves it on record', () => {
  const world = aWorld()
  world.apply(reviewed('wati'))
  expect(world.apply(reviewed('dian'))).toMatchObject({ verdict: 'refused', code: 'already-reviewed' })
  world.apply(undone('u-1', 'h-1', 'k-1'))
  expect(world.handover('h-1')).toMatchObject({ standing: 'undone', reviewed: { staffId: 'wati' } })
})
