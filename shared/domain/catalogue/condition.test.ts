import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, holds } from './condition.ts'
import { noFacts } from './filed-facts.ts'

const facts = {
  ...noFacts('2026-03-01'),
  answers: { reason: 'lost', printed: '2025-09-01', applicantAs: 'proxy' },
  people: { child: { birthDate: '2020-02-29', married: false }, other: {} },
}
const atom = fc.constantFrom<Condition>(
  { answer: 'reason', is: ['lost', 'damaged'] },
  { answer: 'reason', is: ['damaged'] },
  { applicant: ['proxy'] },
  { person: 'child', atLeast: 6 },
  { person: 'child', under: 6 },
  { person: 'nobody', under: 6 },
  { person: 'child', married: false },
  { since: 'printed', atLeast: 6, unit: 'months' },
)

test('each form says what it says; what is not known fulfils nothing', () => {
  const table: readonly [Condition, boolean][] = [
    [{ answer: 'reason', is: ['damaged', 'lost'] }, true],
    [{ answer: 'colour', is: ['red'] }, false],
    [{ applicant: ['self'] }, false],
    [{ applicant: ['self', 'proxy'] }, true],
    // Born on 29 February: six on 1 March 2026.
    [{ person: 'child', atLeast: 6 }, true],
    [{ person: 'child', under: 6 }, false],
    [{ person: 'other', atLeast: 1 }, false],
    [{ person: 'other', under: 99 }, false],
    [{ person: 'other', married: false }, false],
    [{ since: 'printed', atLeast: 6, unit: 'months' }, true],
    [{ since: 'printed', atLeast: 7, unit: 'months' }, false],
    [{ since: 'printed', atLeast: 181, unit: 'days' }, true],
    [{ since: 'printed', atLeast: 182, unit: 'days' }, false],
    [{ since: 'nothing', atLeast: 1, unit: 'days' }, false],
  ]
  for (const [condition, expected] of table) expect([condition, holds(condition, facts)]).toEqual([condition, expected])
})

test('all, any and not are the and, or and not of what is in them', () => {
  fc.assert(
    fc.property(fc.array(atom, { minLength: 1, maxLength: 4 }), (parts) => {
      const each = parts.map((part) => holds(part, facts))
      expect(holds({ all: parts }, facts)).toBe(!each.includes(false))
      expect(holds({ any: parts }, facts)).toBe(each.includes(true))
      expect(holds({ not: { any: parts } }, facts)).toBe(holds({ all: parts.map((not) => ({ not })) }, facts))
    }),
  )
})
