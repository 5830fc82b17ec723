import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { png } from '../../electron/engine/testing/a-png.ts'
import { adminToken, City } from './city.ts'
import { addDinas, addPerson, EngineDesk, password } from './dinas-desk.ts'

// Real servers and engines start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const applicationId = 'claimed'
let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

/** A kelurahan with two desks, at which everybody has signed in once, and an application that came late in August. */
async function twoDesks() {
  const scope = await city.office(0)
  const people = [
    ['ani', 'kelurahan'],
    ['budi', 'counter'],
    ['hendra', 'supervisor'],
    ['sari', 'supervisor'],
  ] as const
  const nameOf = (person: string) => `${person}-${scope}`
  for (const [person, role] of people) await addPerson(city, scope, nameOf(person), role)
  const id = `${applicationId}-${scope}`
  const row = {
    ...{ id, scope, kitirNumber: `KNG-${scope}`, kitirCode: `code-${scope}`, service: 'KTP-ULANG' },
    ...{ status: 'SIAP_DIAMBIL', applicantName: 'Dewi Lestari', applicantNik: '3578015204900001' },
    ...{ submittedAt: '2026-08-03T02:00:00.000Z', acceptedAt: '2026-08-03T02:00:00.000Z', dueAt: null },
    ...{ fulfilledAt: '2026-08-05T02:00:00.000Z', collectionUnit: scope },
  }
  await city.write([{ scope, entity: 'application', id, row }])
  const first = await EngineDesk.of(city.url, await city.enrolmentCode(scope), nameOf('ani'))
  const second = await EngineDesk.of(city.url, await city.enrolmentCode(scope), nameOf('ani'))
  for (const desk of [first, second]) for (const [person] of people) await desk.signIn(nameOf(person))
  const at = (desk: EngineDesk) => claimAt(desk, id, nameOf)
  return { scope, first: at(first), second: at(second), close: () => Promise.all([first.close(), second.close()]) }
}

/** What people do with the one claim at a desk. */
function claimAt(desk: EngineDesk, id: string, nameOf: (person: string) => string) {
  const claim = `claim:${id}`
  const as = (person: string) => desk.signIn(nameOf(person))
  return {
    as,
    take: async () =>
      desk.get('claim.take', { applicationId: id, claimant: { name: 'Dewi', relation: 'self' }, complaintId: null }),
    check: () => desk.get('claim.check', { claimId: claim, cause: 'print-queue' }),
    decide: (decision: 'approve' | 'reject' | 'order-payment') =>
      desk.get('claim.decide', {
        claimId: claim,
        decision: decision === 'order-payment' ? { kind: decision } : { kind: decision, reason: 'Sudah diperiksa' },
      }),
    pay: () => desk.get('claim.pay', { claimId: claim, amount: 50_000, method: 'cash', signature: png }),
    shown: () => desk.get('claim.get', { claimId: claim }),
    exceptions: async () => (await desk.get('sync.overview', {})).exceptions,
    leave: () => desk.get('sync.set-connection', { connected: false }),
    comeBack: async () => {
      await desk.get('sync.set-connection', { connected: true })
      await desk.sync()
    },
    sync: () => desk.sync(),
    promise: () => desk.get('promise.get', { applicationId: id }),
  }
}

test('a decision that the centre refuses is undone on the screen of its desk, with its reason', async () => {
  const { first, second, close } = await twoDesks()
  await first.as('ani')
  await first.take()
  await first.check()
  await first.sync()
  await second.sync()
  await second.leave()
  await second.as('sari')
  expect(await second.decide('reject')).toMatchObject({ state: 'rejected', centre: 'waiting' })
  await first.as('hendra')
  await first.decide('approve')
  await first.sync()
  await second.comeBack()
  expect(await second.shown()).toMatchObject({
    state: 'approved',
    centre: 'recorded',
    decided: { outcome: 'approved' },
  })
  expect(await second.exceptions()).toMatchObject([
    {
      kind: 'refused',
      code: 'already-decided',
      actType: 'claim.decide',
      ownerName: 'Dewi Lestari',
      next: 'understood',
    },
  ])
  await close()
})

test('two desks that pay one claim while apart: both see one payment that stands and a case with both; the Dinas has it in its ledger, sees what it is about and settles it', async () => {
  const { scope, first, second, close } = await twoDesks()
  await first.as('ani')
  await first.take()
  await first.check()
  await first.as('hendra')
  await first.decide('approve')
  await first.decide('order-payment')
  await first.sync()
  await second.sync()
  for (const desk of [first, second]) {
    await desk.leave()
    await desk.as('budi')
    expect(await desk.pay()).toMatchObject({ state: 'paid', centre: 'waiting' })
  }
  await first.comeBack()
  await second.comeBack()
  await first.sync()
  const own = (await first.shown()).paid?.receiptNumber
  for (const desk of [first, second]) {
    const { paid, openCase } = await desk.shown()
    expect(paid?.receiptNumber).toBe(own)
    expect(openCase).toMatchObject({ reasons: ['paid-twice'], payments: [{ stands: true }, { stands: false }] })
    expect(await desk.exceptions()).toMatchObject([{ kind: 'conflict', code: 'paid-twice', next: 'open-claim' }])
  }
  const dinas = await addDinas(city)
  const siola = await EngineDesk.of(city.url, await city.enrolmentCode(dinas), 'dewi')
  const { of, lines } = await siola.get('claim.ledger', {})
  const money = { paid: 1, rupiah: 50_000, rejected: 0, contested: 1, contestedRupiah: 50_000 }
  expect([of, lines]).toMatchObject(['city', [{ scope, unit: 'Contoh', cause: 'print-queue', ...money }]])
  // Paid, and yet it waits for a supervisor: the case is the Dinas' to see and to settle.
  const { claims } = await siola.get('city.claims', { scope, waiting: true })
  expect(claims).toMatchObject([{ state: 'paid', applicantName: 'Dewi Lestari', flags: ['paid-twice'] }])
  const [{ claimId, applicationId: of1 } = { claimId: '', applicationId: '' }] = claims
  const file = await siola.get('city.claim', { claimId })
  expect(file.openCase).toMatchObject({ reasons: ['paid-twice'], payments: [{ stands: true }, { stands: false }] })
  expect(file.checkedAs?.reasons.map(({ code }) => code)).toEqual(['late', 'amount'])
  expect(file.application?.netUsedSeconds).toBeGreaterThan(0)
  expect(JSON.stringify(file)).not.toContain('3578015204900001')
  const decision = { kind: 'settle', outcome: 'stands', reason: 'Uang kedua dikembalikan' } as const
  const settle = { scope, applicationId: of1, amount: 50_000, decision, password }
  expect(await siola.ask('city.decide-claim', { ...settle, password: 'bukan' })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-password' },
  })
  expect(await siola.get('city.decide-claim', settle)).toMatchObject({ verdict: 'applied' })
  expect((await siola.get('city.claims', { scope, waiting: true })).claims).toEqual([])
  await siola.close()
  await close()
})

test('a holiday added after the due time was shown reaches the desk: promise and claim say the new time, and what was to be paid is a case', async () => {
  const { scope, first, close } = await twoDesks()
  await first.as('ani')
  await first.take()
  await first.check()
  await first.as('hendra')
  await first.decide('approve')
  await first.decide('order-payment')
  await first.sync()
  // Accepted on Monday 3 August at 09.00, ready on Wednesday at 09.00.
  const holiday = { kind: 'national-holiday', name: 'Libur tambahan', hours: [], working: false }
  const answer = await fetch(`${city.url}/v1/admin/office-days`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scopes: [scope], day: '2026-08-04', exception: holiday }),
  })
  expect(answer.status).toBe(200)
  await first.sync()
  const dueAt = '2026-08-05T02:00:00.000Z'
  expect(await first.promise()).toMatchObject({
    line: { clock: { state: 'on-time', dueAt } },
    steps: [{}, { code: 'day-off', values: { name: 'Libur tambahan' } }, { code: 'due' }, { code: 'fulfilled' }],
  })
  expect(await first.shown()).toMatchObject({
    application: { dueAt },
    now: { outcome: 'not-eligible' },
    state: 'awaiting-payment',
    next: 'settle',
    openCase: { reasons: ['calendar-after-decision'] },
  })
  await close()
})
