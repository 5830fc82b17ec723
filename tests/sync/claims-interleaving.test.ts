import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Act } from '#shared/domain/act/acts.ts'
import type { Claim, ClaimCase, ClaimHappening } from '#shared/domain/claim/claim.ts'
import { claimDecideAct, claimNoteAct } from '#shared/domain/claim/claim-acts.ts'
import { claimCaseIdOf, claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import { type ClaimIntention, decideClaim } from '#shared/domain/claim/decide-claim.ts'
import type { DoneBy } from '#shared/domain/movement/movement.ts'
import { City } from './city.ts'
import { Desk } from './desk.ts'
import { addDinas } from './dinas-desk.ts'
import { FaultProxy } from './fault-proxy.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

let city: City
let siola: Desk
beforeAll(async () => {
  city = await City.found()
  const dinas = await addDinas(city)
  siola = await Desk.enrolled(city.url, dinas, await city.enrolmentCode(dinas))
})
afterAll(async () => {
  await siola.close()
  await city.close()
})

const people = [
  ['ani', 'kelurahan'],
  ['budi', 'counter'],
  ['citra', 'kelurahan'],
  ['hendra', 'supervisor'],
  ['sari', 'supervisor'],
] as const

const intentions = {
  take: { kind: 'take' },
  check: { kind: 'check' },
  approve: { kind: 'approve', amount: 50_000, reason: 'Gangguan hanya sebentar' },
  reject: { kind: 'reject', reason: 'Tidak memenuhi syarat' },
  order: { kind: 'order-payment' },
  pay: { kind: 'pay', amount: 50_000, method: 'transfer', signed: false },
  stand: { kind: 'settle', reason: 'Sudah diperiksa' },
  anew: { kind: 'settle', reason: 'Periksa ulang' },
} as const satisfies Record<string, ClaimIntention>
type Wish = keyof typeof intentions

function actOf(wish: Wish, applicationId: string, by: DoneBy): Act {
  const of = { id: v7(), applicationId, by }
  const assessment = { outcome: 'eligible', reasons: [], amount: 50_000, days: 1 } as const
  const reason = 'Sudah diperiksa'
  switch (wish) {
    case 'take':
      return claimNoteAct(of, { kind: 'taken', claimant: { name: 'Dewi', relation: 'self' }, complaintId: null })
    case 'check':
      return claimNoteAct(of, { kind: 'checked', assessment, cause: 'print-queue' })
    case 'pay':
      return claimNoteAct(of, {
        ...{ kind: 'paid', amount: 50_000, method: 'transfer', receiptNumber: `${of.id}/KWT`, signature: null },
      })
    case 'approve':
      return claimDecideAct(of, { kind: 'approved', amount: 50_000, reason })
    case 'reject':
      return claimDecideAct(of, { kind: 'rejected', reason })
    case 'order':
      return claimDecideAct(of, { kind: 'payment-ordered' })
    case 'stand':
      return claimDecideAct(of, { kind: 'case-settled', outcome: 'stands', reason })
    case 'anew':
      return claimDecideAct(of, { kind: 'case-settled', outcome: 'check-anew', reason })
  }
}

const paths = ['/v1/sync/push', '/v1/sync/changes', '/v1/token'] as const
const step = fc.record({
  desk: fc.nat(1),
  act: fc.oneof(
    {
      weight: 40,
      arbitrary: fc.record({
        kind: fc.constant('try' as const),
        // Most are the next step of an honest claim, so that most runs come to a payment.
        wish: fc.oneof(
          { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(intentions) as Wish[])) },
          { weight: 4, arbitrary: fc.constant('next' as const) },
        ),
        who: fc.nat(people.length - 1),
      }),
    },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('round' as const) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('cut-round' as const),
        path: fc.constantFrom(...paths),
        afterBytes: fc.nat(900),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('incident' as const) }) },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const nextWish = (claim: Claim | null): Wish => {
  const next = { received: 'check', checked: 'approve', approved: 'order', 'awaiting-payment': 'pay' } as const
  if (claim === null) return 'take'
  if (claim.caseId !== null) return 'stand'
  return claim.state in next ? next[claim.state as keyof typeof next] : 'pay'
}

/** How often something really happened, over all runs. */
const happened = { take: 0, check: 0, approve: 0, reject: 0, order: 0, pay: 0, stand: 0, anew: 0, incident: 0 }

/** Somebody at a desk does only what the claim, as that desk shows it, allows. */
async function attempt(desk: Desk, applicationId: string, wanted: Wish | 'next', person: (typeof people)[number]) {
  const claim = await desk.claim(claimIdOf(applicationId))
  const wish = wanted === 'next' ? nextWish(claim) : wanted
  const [name, role] = person
  const who = { staffId: `${name}-${desk.scope}`, roles: [role] }
  if (decideClaim(claim, intentions[wish], who) !== null) return
  await desk.act((by) => actOf(wish, applicationId, by), claimIdOf(applicationId), who.staffId)
  happened[wish]++
}

/** The Dinas registers an outage in the promised time of that kelurahan. */
async function registerOutage(scope: string): Promise<void> {
  const told = { kind: 'outage', from: '2026-08-03T03:00:00.000Z', to: '2026-08-03T03:10:00.000Z' } as const
  const incidentId = v7()
  const register = (by: DoneBy): Act => ({
    type: 'incident.register',
    payload: { ...by, ...told, incidentId, scope: siola.scope, units: [scope], services: null, source: 'Surat Ditjen' },
  })
  await siola.act(register, incidentId, 'dewi')
  expect(await siola.round()).toMatchObject({ ok: true })
  happened.incident++
}

async function take({ act }: Step, desk: Desk, proxy: FaultProxy, applicationId: string): Promise<void> {
  switch (act.kind) {
    case 'try':
      return attempt(desk, applicationId, act.wish, people[act.who] as (typeof people)[number])
    case 'round':
      await desk.round()
      return
    case 'cut-round':
      proxy.breakOnce(act.path, { kind: 'cut', afterBytes: act.afterBytes })
      await desk.round()
      return proxy.mend()
    case 'restart':
      return desk.restart()
    case 'incident':
      return registerOutage(desk.scope)
  }
}

/** A kelurahan with its people and an application that came late in August. */
async function anOffice(): Promise<{ scope: string; applicationId: string }> {
  const scope = await city.office(0)
  const applicationId = `claimed-${scope}`
  const row = {
    ...{ id: applicationId, scope, kitirNumber: `KNG-${scope}`, kitirCode: `code-${scope}`, service: 'KTP-ULANG' },
    ...{ status: 'SIAP_DIAMBIL', applicantName: 'Dewi Lestari', applicantNik: '3578015204900001' },
    ...{ submittedAt: '2026-08-03T02:00:00.000Z', acceptedAt: '2026-08-03T02:00:00.000Z', dueAt: null },
    ...{ fulfilledAt: '2026-08-05T02:00:00.000Z', collectionUnit: scope },
  }
  const staff = people.map(([name, role]) => {
    const id = `${name}-${scope}`
    const person = { id, scope, username: id, name, code: `X-${name}`, roles: [role], active: true }
    return { scope, entity: 'staff' as const, id, row: person }
  })
  await city.write([...staff, { scope, entity: 'application', id: applicationId, row }])
  return { scope, applicationId }
}

const rowIn = <T>(rows: Record<string, unknown>, key: string) => (rows[key] as { row: T } | undefined)?.row ?? null

test('whatever people do with a claim at two real desks, wherever their lines are cut and outages registered: one payment stands, every other is a case, all end alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 50, size: 'max' }), async (steps) => {
      const { scope, applicationId } = await anOffice()
      const proxies = [await FaultProxy.open(city.url), await FaultProxy.open(city.url)]
      const desks: Desk[] = []
      for (const proxy of proxies) desks.push(await Desk.enrolled(proxy.url, scope, await city.enrolmentCode(scope)))
      for (const one of steps) await take(one, desks[one.desk] as Desk, proxies[one.desk] as FaultProxy, applicationId)
      for (const desk of [...desks, ...desks]) expect(await desk.round()).toMatchObject({ ok: true })
      const central = await city.rows(scope)
      const ids: string[] = []
      for (const desk of desks) {
        expect(await desk.rows()).toEqual(central)
        expect(desk.errors).toEqual([])
        const { ids: own, waiting } = await desk.commands()
        expect(waiting).toBe(0)
        ids.push(...own)
      }
      expect(await city.verdicts(scope)).toEqual(ids.sort())
      const claim = rowIn<Claim>(central, `claim/${claimIdOf(applicationId)}`)
      const payments = (claim?.happenings ?? []).filter((one: ClaimHappening) => one.kind === 'paid')
      expect(claim?.paymentId ?? null).toBe(payments[0]?.id ?? null)
      expect(claim?.state === 'paid').toBe(payments.length > 0)
      // Every payment that a desk recorded is in the claim, once, and all but the first were answered as conflicts.
      const verdicts = await city.verdictsOf(scope, 'claim.note')
      expect(verdicts.filter(({ payload }) => payload.kind === 'paid')).toHaveLength(payments.length)
      expect(verdicts.filter(({ kind }) => kind === 'refused')).toEqual([])
      const second = verdicts.filter(({ code }) => code === 'paid-twice')
      expect([second.length, second.every(({ kind }) => kind === 'conflict')]).toEqual([
        ...[Math.max(0, payments.length - 1), true],
      ])
      if (payments.length > 1) {
        expect(claim?.flags).toContain('paid-twice')
        expect(rowIn<ClaimCase>(central, `claim-case/${claimCaseIdOf(applicationId)}`)).not.toBeNull()
      }
      for (const part of [...desks, ...proxies]) await part.close()
    }),
    // Two devices each: the centre enrols thirty a minute.
    { numRuns: 12, endOnFailure: true },
  )
  const { take: taken, check, approve, order, pay, stand, incident } = happened
  expect(Math.min(taken, check, approve, order, pay, stand, incident)).toBeGreaterThan(2)
})
