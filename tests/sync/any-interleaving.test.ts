import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import { City, cardId, statesOf } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const cards = 4
const paths = ['/v1/sync/push', '/v1/sync/changes', '/v1/sync/audit', '/v1/blobs/', '/v1/token'] as const
const step = fc.record({
  desk: fc.nat(1),
  act: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('hand-over' as const), card: fc.integer({ min: 1, max: cards }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(5) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('round' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('cut-round' as const),
        path: fc.constantFrom(...paths),
        afterBytes: fc.nat(900),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** `given`: every hand-over so far, of either desk; any of them may be undone at either, known there or not. */
async function take({ act }: Step, desk: Desk, proxy: FaultProxy, given: HandoverFact[]): Promise<void> {
  switch (act.kind) {
    case 'hand-over':
      given.push(await desk.handOver(cardId(desk.scope, act.card)))
      return
    case 'undo': {
      const mistaken = given[act.which % Math.max(1, given.length)]
      if (mistaken) await desk.undo(mistaken)
      return
    }
    case 'round':
      await desk.round()
      return
    case 'cut-round':
      proxy.breakOnce(act.path, { kind: 'cut', afterBytes: act.afterBytes })
      await desk.round()
      return proxy.mend()
    case 'restart':
      return desk.restart()
  }
}

test('whatever two desks do and wherever their lines are cut, all end with the same rows and each act has one verdict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const scope = await city.office(cards)
      const proxies = [await FaultProxy.open(city.url), await FaultProxy.open(city.url)]
      const desks: Desk[] = []
      for (const proxy of proxies) desks.push(await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope)))
      const given: HandoverFact[] = []
      for (const one of steps) await take(one, desks[one.desk] as Desk, proxies[one.desk] as FaultProxy, given)
      for (const desk of [...desks, ...desks]) expect(await desk.round()).toMatchObject({ ok: true })
      const central = await city.rows(scope)
      const ids: string[] = []
      for (const desk of desks) {
        expect(await desk.rows()).toEqual(central)
        expect(await desk.shown()).toEqual(statesOf(central))
        expect(desk.errors).toEqual([])
        const { ids: own, waiting } = await desk.commands()
        expect(waiting).toBe(0)
        ids.push(...own)
      }
      expect((await city.commands(scope)).sort()).toEqual(ids.sort())
      expect(await city.verdicts(scope)).toEqual(ids.sort())
      for (const part of [...desks, ...proxies]) await part.close()
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
