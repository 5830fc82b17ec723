import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../act/acts.ts'
import { AWorld, aCard, aShipment } from '../act/testing/an-act.ts'
import { actOf, someSteps } from '../act/testing/live-acts.ts'
import type { CardKind } from '../card/card.ts'
import type { Handover } from '../handover/handover.ts'
import { isInDrawer } from '../ledger/drawer-balance.ts'
import type { Movement } from '../movement/movement.ts'
import type { ShiftClosed, ShiftOpened } from './shift.ts'
import { piecesOf, shiftBalance } from './shift-balance.ts'

const kinds: Readonly<Record<string, CardKind>> = { 'k-1': 'ktp-el', 'k-2': 'kia', 'k-3': 'ktp-el', 'k-4': 'kia' }
const cardIds = Object.keys(kinds)

const inDrawer = (world: AWorld) => {
  const there = cardIds.filter((id) => isInDrawer(world.card(id)?.state ?? null))
  const of = (kind: CardKind) => there.filter((id) => kinds[id] === kind).length
  return { ktpEl: of('ktp-el'), kia: of('kia') }
}

test('whatever is done in a shift: opening, more what came in, less what went out, is what lies in the drawer, by kind', () =>
  fc.assert(
    fc.property(someSteps, (steps) => {
      const cards = cardIds.map((id) =>
        aCard(id, { kind: kinds[id] ?? 'ktp-el', state: id === 'k-4' ? 'shipped' : 'ready' }),
      )
      const world = new AWorld(cards, aShipment(['k-4']))
      const opening = inDrawer(world)
      for (const [number, step] of steps.entries()) {
        const act = actOf(step, world, `act-${number}`)
        if (act) world.apply(act, { permitted: step.permitted })
      }
      const rows = world.rows.all()
      const lines = rows
        .flatMap(({ entity, row }) => (entity === 'movement' ? [row as Movement] : []))
        .map((line) => ({ ...line, cardKind: kinds[line.cardId] ?? 'ktp-el' }))
      const handovers = rows
        .flatMap(({ entity, row }) => (entity === 'handover' ? [row as Handover] : []))
        .map((one) => ({ ...one, cardKind: kinds[one.cardId] ?? 'ktp-el' }))
      const stock = shiftBalance(opening, lines, handovers)
      expect(piecesOf(stock, 'expected')).toEqual(inDrawer(world))
      for (const kind of ['ktpEl', 'kia'] as const) {
        const of = (line: Parameters<typeof piecesOf>[1]) => piecesOf(stock, line)[kind]
        const into = of('received') + of('undone') + of('found') + of('brought-back')
        const out = of('handed-over') + of('returned') + of('lost') + of('carried-out')
        expect(of('expected')).toBe(of('opening') + into - out)
      }
    }),
    { numRuns: 300 },
  ))

const by = { at: '2026-11-24T01:00:00.000Z', staffId: 'rini', staffName: 'Rini', staffCode: 'R', deviceCode: '02' }
const signature = '0'.repeat(64)
const opened = (more: Partial<ShiftOpened> = {}): Act => ({
  type: 'shift.open',
  payload: {
    ...by,
    shiftId: 's-1',
    counted: { ktpEl: 3, kia: 1 },
    expected: { ktpEl: 3, kia: 1 },
    explanation: null,
    signature,
    offline: true,
    ...more,
  },
})
const closed = (closeId: string, count: number, more: Partial<ShiftClosed> = {}): Act => ({
  type: 'shift.close',
  payload: {
    ...by,
    closeId,
    shiftId: 's-1',
    openedAt: by.at,
    number: `0001/BAH/${closeId}`,
    stock: [
      { line: 'opening', ktpEl: 3, kia: 1 },
      { line: 'expected', ktpEl: 3, kia: 1 },
      { line: 'counted', ktpEl: count, kia: 1 },
    ],
    differences: [],
    signature,
    taking: null,
    offline: true,
    ...more,
  },
})
const casesIn = (world: AWorld) => world.rows.all().filter(({ entity }) => entity === 'case')

test('a drawer that is as it should be is taken over and given up without a case', () => {
  const world = new AWorld([])
  expect(world.apply(opened())).toMatchObject({ verdict: 'applied', code: null })
  expect(world.apply(closed('c-1', 3))).toMatchObject({ verdict: 'applied', code: null })
  expect(world.rows.get('shift', 's-1')).toMatchObject({
    state: 'closed',
    openedAt: by.at,
    closings: [{ closeId: 'c-1' }],
  })
  expect(casesIn(world)).toEqual([])
})

test('a count that differs is a fact and a case for the supervisor, who may accept the explanation', () => {
  const world = new AWorld([])
  world.apply(opened())
  const { verdict, code, caseId } = world.apply(closed('c-1', 2))
  expect([verdict, code]).toEqual(['applied', 'count-difference'])
  expect(casesIn(world)).toMatchObject([
    { id: caseId, row: { kind: 'count-difference', cardId: null, shiftId: 's-1' } },
  ])
  const settle = {
    ...{ ...by, staffId: 'hendra' },
    settleId: 'x',
    caseId: caseId ?? '',
    cardId: null,
    decision: 'accepted' as const,
    standsHandoverId: null,
    handoversSeen: [],
    reason: 'Ditemukan di kotak lain',
  }
  expect(world.apply({ type: 'case.settle', payload: settle }).verdict).toBe('applied')
  expect(world.rows.get('case', caseId ?? '')).toMatchObject({ state: 'settled' })
})

test('two desks close one shift: the first counts, the second is kept behind it as a conflict; so is a closing without an opening', () => {
  const world = new AWorld([])
  world.apply(opened())
  world.apply(closed('c-1', 3))
  expect(world.apply(closed('c-2', 3))).toMatchObject({ verdict: 'conflict', code: 'shift-closed-before' })
  expect(world.rows.get('shift', 's-1')?.closings.map(({ closeId }) => closeId)).toEqual(['c-1', 'c-2'])
  const other = new AWorld([])
  expect(other.apply(closed('c-3', 3))).toMatchObject({ verdict: 'conflict', code: 'shift-unknown' })
  expect(other.rows.get('shift', 's-1')).toMatchObject({ state: 'closed', opened: null })
})
