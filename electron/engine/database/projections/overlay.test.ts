import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyHandOver } from '#shared/domain/handover/apply-hand-over.ts'
import type { Case, Handover, HandoverFact } from '#shared/domain/handover/handover.ts'
import { aCard, aFact, scope } from '../../testing/rows.ts'
import type { KeptCommand } from '../../usecases/stores.ts'
import { type BaseOfCard, overlay } from './overlay.ts'

const device = {
  deviceId: 'd-1',
  deviceCode: '02',
  deviceName: 'KTB-02',
  homeScope: scope,
  scopes: [scope],
  generation: 1,
}
const ready: BaseOfCard = { card: aCard('k-1'), standing: null, openCase: null, handoverIds: new Set() }

const command = (fact: HandoverFact, verdict: KeptCommand['verdict'] = null): KeptCommand => ({
  commandId: `c-${fact.handoverId}`,
  seq: 1,
  type: 'handover.record',
  at: fact.at,
  payload: JSON.stringify(fact),
  verdict,
})

/** What the centre holds after these facts, in the order it accepted them. */
function centreAfter(facts: readonly HandoverFact[]): BaseOfCard {
  let card = ready.card
  let openCase: Case | null = null
  const rows = new Map<string, Handover>()
  for (const fact of facts) {
    const standing = [...rows.values()].find((row) => row.standing === 'stands') ?? null
    const seen = { scope, deviceId: 'd-9', acceptedAt: fact.at, flags: [], caseId: `case-${fact.handoverId}` }
    const after = applyHandOver({ card, standing, openCase }, fact, seen)
    for (const row of after.handovers) rows.set(row.id, row)
    card = after.card
    openCase = after.case
  }
  const standing = [...rows.values()].find((row) => row.standing === 'stands') ?? null
  return { card, standing, openCase, handoverIds: new Set(rows.keys()) }
}

const state = ({ card }: ReturnType<typeof overlay>) => [card?.row.state, card?.centre]

test('a hand-over that waits is shown on the card, marked as waiting', () => {
  expect(state(overlay(ready, [command(aFact('k-1', 'h-1'))], device))).toEqual(['handed-over', 'waiting'])
})

test('between its verdict and the pull that brings it the card stays handed over', () => {
  expect(state(overlay(ready, [command(aFact('k-1', 'h-1'), 'applied')], device))).toEqual(['handed-over', 'recorded'])
})

test('a pending hand-over of a card that another desk handed over would clash, and the base stays as it is', () => {
  const base = centreAfter([aFact('k-1', 'h-other')])
  const shown = overlay(base, [command(aFact('k-1', 'h-1'))], device)
  expect(state(shown)).toEqual(['handed-over', 'will-clash'])
  expect(shown.card?.row.handedOver?.handoverId).toBe('h-other')
  expect(shown.handovers).toMatchObject([{ row: { id: 'h-1', standing: 'contested' }, centre: 'will-clash' }])
})

test('the row of its own hand-over came, that of the card not yet: it does not become ready again', () => {
  const whole = centreAfter([aFact('k-1', 'h-1')])
  const half = { ...whole, card: ready.card }
  expect(state(overlay(half, [command(aFact('k-1', 'h-1'), 'applied')], device))).toEqual(['handed-over', 'recorded'])
})

const ids = ['h-1', 'h-2', 'h-3', 'h-4']
const anyFacts = fc.shuffledSubarray(ids).map((some) => some.map((id) => aFact('k-1', id)))

test('once the centre holds all facts the overlay adds nothing, whatever was kept and in whatever order', () => {
  fc.assert(
    fc.property(anyFacts, fc.shuffledSubarray(ids), (accepted, own) => {
      const base = centreAfter(accepted)
      const settled = own.filter((id) => base.handoverIds.has(id))
      const commands = settled.map((id) => command(aFact('k-1', id), id === base.standing?.id ? 'applied' : 'conflict'))
      const shown = overlay(base, commands, device)
      expect(shown.card?.row).toEqual(base.card)
      expect(shown.handovers).toEqual([])
    }),
  )
})

test('what the device shows before the centre answered is what the centre decides if nobody else was there', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const shown = overlay(
        ready,
        facts.map((fact) => command(fact)),
        device,
      )
      const centre = centreAfter(facts)
      expect(shown.card?.row.handedOver).toEqual(centre.card?.handedOver ?? null)
    }),
  )
})
