import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, applyAct } from '../act/acts.ts'
import { RowSet } from '../act/row-set.ts'
import type { Seen } from '../act/rule.ts'
import type { Question } from './question.ts'
import { lastWish, settled } from './question-standing.ts'
import { act, aQuestion, asked, elsewhere, home, minute } from './testing/a-question.ts'

const seen: Seen = {
  ...{ scope: home, deviceId: 'd-1', acceptedAt: minute(90), permitted: true, flags: [], caseId: 'case-1' },
}

function after(acts: readonly Act[], question = aQuestion(), how: Partial<Seen> = {}) {
  const rows = new RowSet()
  rows.put({ entity: 'question', id: 'q-1', row: question })
  const outcomes = acts.map((one) => applyAct(one, rows, { ...seen, ...how }))
  return { row: rows.get('question', 'q-1') as Question, outcomes }
}

const standing = ({ state, waitingSince }: Question) => [state, waitingSince]

test('what the citizen wrote while the answer was on its way still waits, since it was written', () => {
  const thread = aQuestion([asked('m-1', minute(0)), asked('m-2', minute(7))])
  // Written without a network by somebody who had seen the first message alone, on a clock that is half an hour ahead.
  expect(standing(after([act.answer('a-1', 'm-1', 37)], thread).row)).toEqual(['open', minute(7)])
  expect(standing(after([act.answer('a-1', 'm-2', 37)], thread).row)).toEqual(['answered', null])
})

test('two desks that answered at once both answered: both stand, in order of time', () => {
  const { row, outcomes } = after([act.answer('a-2', 'm-1', 5, 'fauzi'), act.answer('a-1', 'm-1', 3)])
  expect(row.messages.map(({ messageId }) => messageId)).toEqual(['m-1', 'a-1', 'a-2'])
  expect(outcomes.map(({ verdict, code }) => [verdict, code])).toEqual([
    ['applied', null],
    ['applied', null],
  ])
})

test('closed it stays closed until the citizen writes again, or somebody opens it; an answer after that settles it', () => {
  const { row } = after([act.close('c-1', 'm-1', 4), act.answer('a-1', 'm-1', 5)])
  expect(standing(row)).toEqual(['closed', null])
  const again = settled({ ...row, messages: [...row.messages, asked('m-2', minute(60))] })
  expect(standing(again)).toEqual(['open', minute(60)])
  const opened = after([act.close('c-1', 'm-1', 4), act.reopen('r-1', 9)]).row
  expect([standing(opened), lastWish(opened)]).toEqual([['open', minute(9)], 'r-1'])
  expect(standing(after([act.answer('a-1', 'r-1', 10)], opened).row)).toEqual(['answered', null])
})

test('handed to another unit it is that unit’s and nobody’s there; who had it before does not answer for them', () => {
  const { row } = after([act.assign('s-1', 'rini', 1), act.transfer('t-1', home, elsewhere, 2)])
  expect([row.scope, row.assignedTo, row.state]).toEqual([elsewhere, null, 'open'])
  expect(after([act.assign('s-2', 'fauzi', 3)], row).row.assignedTo).toBeNull()
  expect(after([act.assign('s-3', 'sari', 3, 1)], row).row.assignedTo?.staffId).toBe('sari')
})

test('an answer that was written before the thread was handed on is kept on it', () => {
  const { row, outcomes } = after([act.transfer('t-1', home, elsewhere, 2), act.answer('a-1', 'm-1', 1)])
  expect([row.scope, row.state, outcomes[1]?.verdict]).toEqual([elsewhere, 'answered', 'applied'])
})

test('of two units named at once the first has it, and the second wish is refused', () => {
  const { row, outcomes } = after([
    act.transfer('t-1', home, elsewhere, 2),
    act.transfer('t-2', home, '3578-DINAS', 2),
    act.transfer('t-1', home, elsewhere, 2),
  ])
  expect(row.scope).toBe(elsewhere)
  expect(outcomes.map(({ verdict, code }) => [verdict, code])).toEqual([
    ['applied', null],
    ['refused', 'question-elsewhere'],
    ['applied', null],
  ])
})

test('a thread is handed to no unit that there is not, by nobody who may not, and not when it is closed', () => {
  const wish = act.transfer('t-1', home, elsewhere, 2)
  const code = (how: Partial<Seen>, question = aQuestion()) => after([wish], question, how).outcomes[0]?.code
  expect(code({ flags: ['unit-unknown'] })).toBe('unit-unknown')
  expect(code({ permitted: false })).toBe('not-permitted')
  expect(code({}, after([act.close('c-1', 'm-1', 1)]).row)).toBe('question-closed')
})

test('what a person might not do is kept and marked; about a thread that nobody knows it is for a person to look at', () => {
  const { row, outcomes } = after([act.answer('a-1', 'm-1', 3)], aQuestion(), { permitted: false })
  expect([row.messages.length, row.flags, outcomes[0]?.code]).toEqual([2, ['not-permitted'], 'not-permitted'])
  expect(applyAct(act.close('c-1', 'm-1', 3), new RowSet(), seen)).toMatchObject({
    ...{ verdict: 'conflict', code: 'question-unknown', changed: [] },
  })
})

const facts: readonly Act[] = [
  act.answer('a-1', 'm-1', 3),
  act.answer('a-2', 'm-1', 3, 'fauzi'),
  act.answer('a-3', 'm-2', 12),
  act.answer('a-4', 'r-1', 30),
  act.assign('s-1', 'rini', 2),
  act.assign('s-2', null, 6),
  act.assign('s-3', 'fauzi', 6),
  act.close('c-1', 'm-1', 5),
  act.close('c-2', 'm-2', 20),
  act.reopen('r-1', 25),
]
const thread = () => aQuestion([asked('m-1', minute(0)), asked('m-2', minute(7))])
const withoutTrace = ({ acts: _, ...row }: Question) => row

test('facts come in any order and any number of times: the thread is the same, and none is ever refused', () => {
  const anyFacts = fc
    .shuffledSubarray([...facts])
    .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: some.length })))
  fc.assert(
    fc.property(anyFacts, ([once, more]) => {
      const inOrder = after(once, thread())
      const mixed = after([...more, ...once], thread())
      expect(withoutTrace(mixed.row)).toEqual(withoutTrace(inOrder.row))
      expect(new Set(mixed.row.acts)).toEqual(new Set(inOrder.row.acts))
      expect(mixed.outcomes.every(({ verdict }) => verdict === 'applied')).toBe(true)
    }),
  )
})

test('whatever of its own a desk lays upon what the centre has, once the centre has all of it they are equal', () => {
  const wishes = [act.transfer('t-1', home, elsewhere, 4), act.transfer('t-2', home, '3578-DINAS', 4)]
  const anyWorld = fc
    .shuffledSubarray([...facts, ...wishes])
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length })),
    )
  fc.assert(
    fc.property(anyWorld, ([all, mine]) => {
      const { row, outcomes } = after(all, thread())
      const own = all.filter((_, at) => mine[at] && outcomes[at]?.verdict !== 'refused')
      expect(after(own, row).row).toEqual(row)
    }),
  )
})
