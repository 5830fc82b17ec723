import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { actOf, aStep } from '#shared/domain/act/testing/live-acts.ts'
import { City, staffId, supervisorId } from './city.ts'
import { Desk } from './desk.ts'
import { FaultProxy } from './fault-proxy.ts'
import { anOffice, atCentre, ready, signedBy, subjectOf } from './office.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** What a clerk does, drawn from what his desk shows; what only the Dinas does is left out. */
const anAct = aStep.filter(({ what }) => what !== 'dispatch')
const doing = fc.oneof(
  { weight: 16, arbitrary: fc.record({ kind: fc.constant('act' as const), step: anAct }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('round' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut-round' as const), afterBytes: fc.nat(900) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
)
type Doing = typeof doing extends fc.Arbitrary<infer S> ? S : never

let count = 0

async function act(doing: Doing, desk: Desk, proxy: FaultProxy): Promise<unknown> {
  switch (doing.kind) {
    case 'act': {
      const made = actOf(doing.step, await desk.world(), `act-${++count}`)
      const who = made?.type === 'case.settle' ? supervisorId : staffId
      return made && desk.act((by, ink) => signedBy(made, by, ink), subjectOf(made), who(desk.scope))
    }
    case 'round':
      return desk.round()
    case 'cut-round':
      proxy.breakOnce('/v1/sync/push', { kind: 'cut', afterBytes: doing.afterBytes })
      await desk.round()
      return proxy.mend()
    case 'restart':
      return desk.restart()
  }
}

const oneStep = fc.record({ desk: fc.nat(1), doing })

test('whatever two desks record and wherever their lines are cut, the ledger balances with the drawer, at any moment on each desk and in the end at the centre', async () => {
  const accepted = new Set<string>()
  const walks = fc.asyncProperty(fc.array(oneStep, { minLength: 24, maxLength: 40, size: 'max' }), async (steps) => {
    const scope = await anOffice(city)
    const proxies = [await FaultProxy.open(city.url), await FaultProxy.open(city.url)]
    const desks: Desk[] = []
    for (const proxy of proxies) desks.push(await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope)))
    for (const step of steps) {
      const desk = desks[step.desk] as Desk
      await act(step.doing, desk, proxies[step.desk] as FaultProxy)
      const { inDrawer, change } = await desk.drawer()
      expect([step.doing, inDrawer]).toEqual([step.doing, ready + change])
    }
    for (const desk of [...desks, ...desks]) expect(await desk.round()).toMatchObject({ ok: true })
    const central = await atCentre(city, scope)
    expect(central.inDrawer).toBe(ready + central.change)
    for (const desk of desks) {
      expect(await desk.drawer()).toEqual(central)
      expect(desk.errors).toEqual([])
    }
    for (const name of await city.accepted(scope)) accepted.add(name)
    for (const part of [...desks, ...proxies]) await part.close()
  })
  await fc.assert(walks, { numRuns: 12, endOnFailure: true })
  // Its third walk once showed a line less than there were, when verdicts came back together.
  await fc.assert(walks, { numRuns: 3, seed: -2123375950, endOnFailure: true })
  // The walks were not about nothing: each of these reached the centre and was accepted.
  const reached = Object.fromEntries(everything.map((name) => [name, accepted.has(name)]))
  expect(reached).toEqual(Object.fromEntries(everything.map((name) => [name, true])))
})

const everything = ['handover.record', 'handover.undo', 'shipment.receive', 'card.move', 'case.settle']
