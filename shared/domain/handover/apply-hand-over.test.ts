import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from '../card/card.ts'
import { applyHandOver, type BeforeHandOver, type HandOverSeen } from './apply-hand-over.ts'
import type { Handover, HandoverFact } from './handover.ts'

const card: Card = {
  id: 'k-1',
  scope: '3578071004',
  applicationId: 'a-1',
  kind: 'ktp-el',
  state: 'ready',
  issueReason: 'new',
  ownerName: 'Dewi Lestari',
  ownerNik: '3578010101900001',
  ownerBirthDate: '1990-01-01',
  kkNumber: null,
  kitirNumber: 'KNG-2611-000001',
  kitirCode: 'code',
  labelCode: 'label',
  pinVerifier: null,
  place: null,
  arrivedAt: null,
  handedOver: null,
  caseId: null,
  dueAt: null,
  acceptedAt: null,
  fulfilledAt: null,
}

const fact = (handoverId: string, more: Partial<HandoverFact> = {}): HandoverFact => ({
  handoverId,
  cardId: 'k-1',
  receiptNumber: `0001/BST/${handoverId}`,
  at: '2026-11-24T02:14:00.000Z',
  staffId: 's-1',
  staffName: 'Rini',
  staffCode: 'KTB-R07',
  deviceCode: '02',
  pin: 'verified',
  override: null,
  collector: { kind: 'self', name: 'Dewi Lestari', nik: null, relation: 'Pemilik', proxyLetter: null },
  papers: [],
  identity: { seen: true },
  oldCard: { kind: 'none' },
  signature: '0'.repeat(64),
  photo: null,
  offline: false,
  ...more,
})

const seen = (more: Partial<HandOverSeen> = {}): HandOverSeen => ({
  scope: '3578071004',
  deviceId: 'd-1',
  acceptedAt: '2026-11-24T03:00:00.000Z',
  flags: [],
  caseId: 'case-1',
  ...more,
})

const ready: BeforeHandOver = { card, earlier: [], openCase: null }

/** What a store would hold after these facts, in this order. */
function after(facts: readonly HandoverFact[], before: BeforeHandOver = ready) {
  let state = before
  const rows = new Map<string, Handover>()
  const verdicts: string[] = []
  for (const one of facts) {
    const result = applyHandOver(state, one, seen({ caseId: `case-of-${one.handoverId}` }))
    for (const row of result.handovers) rows.set(row.id, row)
    const earlier = [...rows.values()]
    state = { card: result.card, earlier, openCase: result.case }
    verdicts.push(result.verdict)
  }
  return { ...state, rows: [...rows.values()], verdicts }
}

test('the first hand-over of a ready card stands, and the card remembers it', () => {
  expect(applyHandOver(ready, fact('h-1'), seen())).toMatchObject({
    card: { state: 'handed-over', caseId: null, handedOver: { handoverId: 'h-1', staffCode: 'KTB-R07' } },
    handovers: [{ id: 'h-1', standing: 'stands', flags: [] }],
    case: null,
    verdict: 'applied',
    code: null,
  })
})

test('the second hand-over is kept, contested, and both are evidence of one case', () => {
  const two = after([fact('h-1'), fact('h-2')])
  expect(two.verdicts).toEqual(['applied', 'conflict'])
  expect(two.card).toMatchObject({ handedOver: { handoverId: 'h-1' }, caseId: 'case-of-h-2' })
  expect(two.rows.map(({ id, standing, flags }) => [id, standing, flags])).toEqual([
    ['h-1', 'stands', []],
    ['h-2', 'contested', ['second-hand-over']],
  ])
  expect(two.openCase).toMatchObject({ kind: 'double-hand-over', handoverIds: ['h-1', 'h-2'], state: 'open' })
})

test('a hand-over of a card nobody knows, or that is not on the shelf, is kept and opens a case', () => {
  const unknown = applyHandOver({ ...ready, card: null }, fact('h-1'), seen())
  expect(unknown).toMatchObject({ card: null, verdict: 'applied', code: 'card-unknown' })
  expect(unknown.case).toMatchObject({ kind: 'flagged-hand-over', handoverIds: ['h-1'] })
  const shipped = applyHandOver({ ...ready, card: { ...card, state: 'shipped' } }, fact('h-1'), seen())
  expect(shipped).toMatchObject({ code: 'card-not-ready', card: { state: 'handed-over', caseId: 'case-1' } })
  expect(shipped.handovers).toMatchObject([{ standing: 'stands', flags: ['card-not-ready'] }])
})

test('what a supervisor should look at becomes a flag', () => {
  const looked = fact('h-1', {
    pin: 'overridden',
    override: { means: 'review-later', reason: 'PIN hilang', supervisorId: null, supervisorName: null },
    identity: { seen: false, reason: 'lansia' },
    noticed: ['clock-skew'],
  })
  const [row] = applyHandOver(ready, looked, seen()).handovers
  expect(new Set(row?.flags)).toEqual(new Set(['pin-overridden', 'review-later', 'identity-not-seen', 'clock-skew']))
})

const anyFacts = fc.array(
  fc.integer({ min: 1, max: 6 }).map((n) => fact(`h-${n}`)),
  { minLength: 1, maxLength: 12 },
)
const anyState = fc.constantFrom(...(['ready', 'shipped', 'returned', 'handed-over', 'damaged'] as const))

test('applying the same facts again changes nothing, whatever the order and the card', () => {
  fc.assert(
    fc.property(anyFacts, anyState, (facts, state) => {
      const before = { ...ready, card: { ...card, state } }
      const once = after(facts, before)
      const twice = after([...facts, ...facts], before)
      expect({ ...twice, verdicts: null }).toEqual({ ...once, verdicts: null })
    }),
  )
})

test('no fact is lost, at most one stands, and every other one is evidence of the one case', () => {
  fc.assert(
    fc.property(anyFacts, anyState, (facts, state) => {
      const ids = new Set(facts.map(({ handoverId }) => handoverId))
      const { rows, openCase } = after(facts, { ...ready, card: { ...card, state } })
      expect(new Set(rows.map(({ id }) => id))).toEqual(ids)
      expect(rows.filter(({ standing }) => standing === 'stands').length).toBeLessThanOrEqual(1)
      for (const { id } of rows.filter(({ standing }) => standing === 'contested'))
        expect(openCase?.handoverIds).toContain(id)
    }),
  )
})
