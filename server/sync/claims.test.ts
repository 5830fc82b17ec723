import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimAssessment } from '#shared/domain/claim/assess-claim.ts'
import { claimDecideAct, claimNoteAct, type WhatDecided, type WhatNoted } from '#shared/domain/claim/claim-acts.ts'
import { claimCaseIdOf, claimIdOf } from '#shared/domain/claim/claim-rules.ts'
import { ACentre, adminToken, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

const at = '2026-11-24T01:59:00.000Z'
const assessment: ClaimAssessment = { outcome: 'eligible', reasons: [], amount: 50_000, days: 1 }
const take: WhatNoted = { kind: 'taken', claimant: { name: 'Dewi', relation: 'self' }, complaintId: null }
const check: WhatNoted = { kind: 'checked', assessment, cause: 'print-queue' }
const approve: WhatDecided = { kind: 'approved', amount: 50_000, reason: null }
/** A signature that never comes. */
const noInk = 'e'.repeat(64)
const order: WhatDecided = { kind: 'payment-ordered' }
const pay = (receiptNumber: string): WhatNoted => ({
  kind: 'paid',
  amount: 50_000,
  method: 'transfer',
  receiptNumber,
  signature: null,
})

describe.each(await centres())('claims for compensation at the centre, on $name', (kind) => {
  let centre: ACentre
  let first: ADevice
  let second: ADevice
  let siola: ADevice
  let neighbour: ADevice
  let count = 0
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    for (const username of ['ani', 'budi'])
      await centre.write('staff', {
        ...{ id: username, scope, username, name: username, code: `X-${username}` },
        roles: ['kelurahan'],
        active: true,
      })
    first = await centre.device()
    second = await centre.device()
    siola = await centre.device(dinasScope)
    neighbour = await centre.device(otherScope)
    const person = { id: 'wati', scope: otherScope, username: 'wati', name: 'Wati', code: 'X-wati', active: true }
    await centre.write('staff', { ...person, roles: ['kelurahan', 'supervisor'] })
  })
  afterAll(() => centre.close())

  /** Accepted on Friday at 09.00, due on Monday at 09.00; ready on Monday at 12.00 unless told otherwise. */
  const anApplication = async (
    fulfilledAt: string | null = '2026-11-23T05:00:00.000Z',
    accepted = '2026-11-20T02:00:00.000Z',
  ) => {
    count += 1
    const id = `claimed-${count}`
    await centre.write('application', {
      ...{ id, scope, kitirNumber: `KNG-2611-C${count}`, kitirCode: `code-${id}`, service: 'KTP-ULANG' },
      ...{ status: 'SIAP_DIAMBIL', applicantName: 'Dewi', applicantNik: '3578015204900001' },
      ...{ submittedAt: accepted, acceptedAt: accepted, dueAt: null, fulfilledAt, collectionUnit: scope },
    })
    return id
  }
  const act = (
    device: ADevice,
    staffId: string,
    applicationId: string,
    what: WhatNoted | WhatDecided,
    inScope = scope,
    deviceTime = at,
  ) => {
    const { deviceCode } = device.identity
    const of = {
      id: randomUUID(),
      applicationId,
      by: { at: deviceTime, staffId, staffName: staffId, staffCode: `X-${staffId}`, deviceCode },
    }
    const { type, payload } = isNoted(what) ? claimNoteAct(of, what) : claimDecideAct(of, what)
    return device.command(type, payload, { staffId, scope: inScope })
  }
  const rowOf = async (entity: string, id: string) =>
    (await first.copy()).rows.find((one) => one.entity === entity && one.id === id)?.row
  const claimOf = (applicationId: string) => rowOf('claim', claimIdOf(applicationId))
  const caseOf = (applicationId: string) => rowOf('claim-case', claimCaseIdOf(applicationId))
  /** Taken by Ani, checked by Budi, approved and ordered by Hendra. */
  const ordered = async () => {
    const id = await anApplication()
    const verdicts = await first.verdicts(
      act(first, 'ani', id, take),
      act(first, 'budi', id, check),
      act(first, 'hendra', id, approve),
      act(first, 'hendra', id, order),
    )
    expect(verdicts.map((one) => one.kind)).toEqual(['applied', 'applied', 'applied', 'applied'])
    return id
  }
  const registered = (from: string, to: string) => {
    const told = { incidentId: randomUUID(), kind: 'outage', from, to, units: [scope], services: null }
    const by = { at, staffId: 'dewi', staffName: 'Dewi', staffCode: 'X-dewi', deviceCode: '01' }
    const payload = { ...by, ...told, scope: dinasScope, source: 'Surat Ditjen Dukcapil' }
    return siola.command('incident.register', payload, { staffId: 'dewi' })
  }
  /** On Friday from 10 to 11, within the promised time. */
  const anOutage = () => registered('2026-11-20T03:00:00.000Z', '2026-11-20T04:00:00.000Z')

  test('a supervisor who took the claim is refused its approval; another one is not', async () => {
    const id = await anApplication()
    const own = [act(first, 'hendra', id, take), act(first, 'budi', id, check), act(first, 'hendra', id, approve)]
    expect(await first.verdicts(...own)).toMatchObject([
      { kind: 'applied', code: null },
      { kind: 'applied', code: null },
      { kind: 'refused', code: 'own-claim' },
    ])
    expect(await claimOf(id)).toMatchObject({ state: 'checked', amount: null, decidedBy: null })
    expect(await siola.verdicts(act(siola, 'dewi', id, approve))).toMatchObject([{ kind: 'applied' }])
    expect(await claimOf(id)).toMatchObject({ scope, state: 'approved', amount: 50_000, decidedBy: 'dewi' })
  })

  test('what the centre itself does not find late is not approved, nor another amount, nor by a clerk', async () => {
    const onTime = await anApplication('2026-11-23T01:00:00.000Z')
    const late = await anApplication()
    const checked = [onTime, late].flatMap((id) => [act(first, 'ani', id, take), act(first, 'budi', id, check)])
    await first.verdicts(...checked)
    const generous: WhatNoted = { ...check, assessment: { ...assessment, amount: 90_000 } }
    expect(
      await first.verdicts(
        act(first, 'hendra', onTime, approve),
        act(first, 'ani', late, approve),
        act(first, 'budi', late, generous),
        act(first, 'hendra', late, { ...approve, amount: 90_000 }),
      ),
    ).toMatchObject([
      { kind: 'refused', code: 'not-eligible' },
      { kind: 'refused', code: 'not-permitted' },
      { kind: 'applied', code: null },
      { kind: 'refused', code: 'amount-differs' },
    ])
  })

  test('a PC that is a day ahead makes nothing late: the centre looks at it no later than it came', async () => {
    const running = await anApplication(null, '2026-11-23T03:00:00.000Z')
    await first.verdicts(act(first, 'ani', running, take), act(first, 'budi', running, check))
    const ahead = act(first, 'hendra', running, approve, scope, '2026-11-25T01:59:00.000Z')
    expect(await first.verdicts(ahead)).toMatchObject([{ kind: 'refused', code: 'not-eligible' }])
  })

  test('a claim that was rejected too early is taken again when the application came late, and then paid', async () => {
    const id = await anApplication(null, '2026-11-20T02:00:00.000Z')
    const dueAt = '2026-11-23T02:00:00.000Z'
    const reasons = [{ code: 'not-late', values: { dueAt } } as const]
    const early = { ...check, assessment: { outcome: 'not-eligible', reasons, amount: 0, days: 0 } } as const
    const reject: WhatDecided = { kind: 'rejected', reason: 'Belum terlambat' }
    const round = [act(first, 'ani', id, take), act(first, 'budi', id, early), act(first, 'hendra', id, reject)]
    await first.verdicts(...round)
    const again = [act(first, 'ani', id, take), act(first, 'budi', id, check), act(first, 'hendra', id, approve)]
    const verdicts = await first.verdicts(
      ...again,
      act(first, 'hendra', id, order),
      act(first, 'ani', id, pay('6/KWT')),
    )
    expect(verdicts.map(({ kind, code }) => [kind, code])).toEqual(Array(5).fill(['applied', null]))
    expect(await claimOf(id)).toMatchObject({ state: 'paid', flags: [], caseId: null })
  })

  test('a supervisor who approved and paid while apart does not settle that case; the Dinas does', async () => {
    const id = await ordered()
    const settle: WhatDecided = { kind: 'case-settled', outcome: 'stands', reason: 'Sudah benar' }
    expect(
      await first.verdicts(act(first, 'hendra', id, pay('7/KWT')), act(first, 'hendra', id, settle)),
    ).toMatchObject([{ code: 'approved-and-paid-by-one' }, { kind: 'refused', code: 'own-claim' }])
    expect(await siola.verdicts(act(siola, 'dewi', id, settle))).toMatchObject([{ kind: 'applied' }])
  })

  test('two desks that pay the same claim while apart: the first stands, the other is in a case with it', async () => {
    const id = await ordered()
    expect(await first.verdicts(act(first, 'ani', id, pay('0001/KWT/1')))).toMatchObject([{ kind: 'applied' }])
    expect(await second.verdicts(act(second, 'ani', id, pay('0001/KWT/2')))).toMatchObject([
      { kind: 'conflict', code: 'paid-twice', caseId: claimCaseIdOf(id) },
    ])
    const claim = await claimOf(id)
    expect(claim).toMatchObject({ state: 'paid', amount: 50_000, flags: ['paid-twice'], caseId: claimCaseIdOf(id) })
    const file = await caseOf(id)
    const numbers = Object.values(claim?.happenings ?? {})
      .filter((one: { id: string }) => Object.values(file?.happeningIds ?? {}).includes(one.id))
      .map((one: { receiptNumber?: string }) => one.receiptNumber)
    expect(numbers).toEqual(['0001/KWT/1', '0001/KWT/2'])
  })

  test('a claim taken for an application that was paid already changes nothing of it, and is a case', async () => {
    const id = await ordered()
    await first.verdicts(act(first, 'ani', id, pay('0002/KWT/1')))
    const paid = await claimOf(id)
    expect(await second.verdicts(act(second, 'budi', id, take))).toMatchObject([
      { kind: 'conflict', code: 'taken-twice' },
    ])
    expect(await claimOf(id)).toMatchObject({ state: 'paid', paymentId: paid?.paymentId, takenBy: 'ani' })
    expect(await second.verdicts(act(second, 'hendra', id, approve))).toMatchObject([
      { kind: 'refused', code: 'already-paid' },
    ])
  })

  test('the money that one hands out who checked the claim is kept, flagged, and a case; a supervisor settles it once', async () => {
    const id = await ordered()
    expect(await first.verdicts(act(first, 'budi', id, pay('0003/KWT/1')))).toMatchObject([
      { kind: 'applied', code: 'checked-and-paid-by-one', caseId: claimCaseIdOf(id) },
    ])
    const settle: WhatDecided = { kind: 'case-settled', outcome: 'stands', reason: 'Hanya satu petugas hadir' }
    const settlings = ['ani', 'hendra', 'hendra'].map((who) => act(first, who, id, settle))
    expect(await first.verdicts(...settlings)).toMatchObject([
      { kind: 'refused', code: 'not-permitted' },
      { kind: 'applied', code: null },
      { kind: 'refused', code: 'claim-no-case' },
    ])
    expect(await caseOf(id)).toMatchObject({ state: 'settled', settled: { staffId: 'hendra', outcome: 'stands' } })
  })

  test('a case is not settled before the signatures of its payments are whole at the centre', async () => {
    const id = await ordered()
    const signed: WhatNoted = { kind: 'paid', amount: 50_000, method: 'cash', receiptNumber: '5/KWT', signature: noInk }
    const settle: WhatDecided = { kind: 'case-settled', outcome: 'stands', reason: 'Sudah ditanya' }
    expect(await first.verdicts(act(first, 'budi', id, signed), act(first, 'hendra', id, settle))).toMatchObject([
      { kind: 'applied', code: 'checked-and-paid-by-one' },
      { kind: 'refused', code: 'evidence-pending' },
    ])
    expect(await caseOf(id)).toMatchObject({ state: 'open' })
  })

  /** Through the door of who keeps the calendars; `exception` null: an ordinary day again. */
  const officeDay = (scopes: readonly string[] | null, exception: object | null, day = '2026-11-23') =>
    fetch(`${centre.url}/v1/admin/office-days`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ scopes, day, exception }),
    })
  const closure = { kind: 'closure', name: 'Kantor ditutup', hours: [], working: false }

  test('a closure that the centre notes moves the promise and the claims with it: checked anew, a case where it was decided, as before when it is taken back', async () => {
    const [checked, approved, later] = [await anApplication(), await ordered(), await anApplication()]
    await first.verdicts(act(first, 'ani', checked, take), act(first, 'budi', checked, check))
    const answer = await officeDay([scope], closure)
    expect([answer.status, await answer.json()]).toEqual([200, { scopes: [scope] }])
    expect(await rowOf('office-calendar', scope)).toMatchObject({ exceptions: { '2026-11-23': closure } })
    expect(await claimOf(checked)).toMatchObject({ state: 'received', flags: ['check-outdated'], caseId: null })
    expect(await claimOf(approved)).toMatchObject({
      ...{ state: 'awaiting-payment', flags: ['calendar-after-decision'], caseId: claimCaseIdOf(approved) },
      happenings: { 4: { kind: 'calendar-changed', day: '2026-11-23' } },
    })
    await first.verdicts(act(first, 'ani', later, take), act(first, 'budi', later, check))
    expect(await first.verdicts(act(first, 'hendra', later, approve))).toMatchObject([{ code: 'not-eligible' }])
    await officeDay(null, null)
    expect(await rowOf('office-calendar', scope)).not.toHaveProperty(['exceptions', '2026-11-23'])
    expect(await claimOf(later)).toMatchObject({ state: 'received', flags: ['check-outdated'] })
    await first.verdicts(act(first, 'budi', later, check))
    expect(await first.verdicts(act(first, 'hendra', later, approve))).toMatchObject([{ kind: 'applied' }])
  })

  test('nobody without the token changes a calendar, and none of a unit that is not there', async () => {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const body = JSON.stringify({ day: '2026-11-23', exception: null })
    expect((await fetch(`${centre.url}/v1/admin/office-days`, { ...asked, body })).status).toBe(401)
    expect((await officeDay([scope, '0000000000'], closure)).status).toBe(404)
    expect(await rowOf('office-calendar', scope)).not.toHaveProperty(['exceptions', '2026-11-23'])
  })

  test('an outage registered after the decision opens a case and never changes a paid claim', async () => {
    const id = await ordered()
    await first.verdicts(act(first, 'ani', id, pay('0004/KWT/1')))
    const paid = await claimOf(id)
    const [verdict] = await siola.verdicts(anOutage())
    expect(verdict).toMatchObject({ kind: 'applied' })
    const { flags, caseId, happenings, ...rest } = (await claimOf(id)) ?? {}
    expect(paid).toMatchObject(rest)
    expect([flags, caseId]).toEqual([['incident-after-decision'], claimCaseIdOf(id)])
    expect(Object.values(happenings ?? {}).at(-1)).toMatchObject({ kind: 'incident-registered', staffId: 'dewi' })
    expect(await caseOf(id)).toMatchObject({ state: 'open', reasons: ['incident-after-decision'] })
  })

  test('an outage registered before the decision sends the claim back to be checked; one at another time does nothing', async () => {
    const id = await anApplication()
    await first.verdicts(act(first, 'ani', id, take), act(first, 'budi', id, check))
    await siola.verdicts(registered('2026-11-23T06:00:00.000Z', '2026-11-23T07:00:00.000Z'))
    expect(await claimOf(id)).toMatchObject({ state: 'checked' })
    await siola.verdicts(anOutage())
    expect(await claimOf(id)).toMatchObject({ state: 'received', flags: ['check-outdated'], caseId: null })
    expect(await first.verdicts(act(first, 'hendra', id, approve))).toMatchObject([
      { kind: 'refused', code: 'claim-wrong-state' },
    ])
  })

  /** Everything that may be done with a claim, by people of another kelurahan. */
  const byNeighbours = (id: string) =>
    [take, check, approve, order, pay('0009/KWT/9')].map((what) => act(neighbour, 'wati', id, what, otherScope))

  test('what another kelurahan does with a claim of this one is kept here, flagged, and a case; what it asks for is refused', async () => {
    const id = await anApplication()
    const flagged = { kind: 'applied', code: 'not-permitted', caseId: claimCaseIdOf(id) }
    const refused = { kind: 'refused', code: 'not-permitted' }
    const verdicts = await neighbour.verdicts(...byNeighbours(id))
    expect(verdicts).toMatchObject([flagged, flagged, refused, refused, { kind: 'applied', caseId: claimCaseIdOf(id) }])
    expect(await claimOf(id)).toMatchObject({ scope, caseId: claimCaseIdOf(id) })
    expect(await caseOf(id)).toMatchObject({ scope, state: 'open' })
  })

  test('a claim on an application that nobody knows is kept, flagged, a case, and never approved', async () => {
    const id = 'no-such-application'
    const flagged = { kind: 'applied', code: 'application-unknown', caseId: claimCaseIdOf(id) }
    const acts = [act(first, 'ani', id, take), act(first, 'budi', id, check), act(first, 'hendra', id, approve)]
    expect(await first.verdicts(...acts)).toMatchObject([flagged, flagged, { kind: 'refused' }])
    expect(await claimOf(id)).toMatchObject({ state: 'checked', flags: ['application-unknown'] })
  })

  test('two units that claim the same unknown application at the same moment meet in one row', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `unknown-${index}`)
    for (const id of ids)
      await Promise.all([
        first.verdicts(act(first, 'ani', id, take)),
        neighbour.verdicts(act(neighbour, 'wati', id, take, otherScope)),
      ])
    const living = await centre.server.centre.db
      .selectFrom('rows')
      .select('id')
      .where('entity', '=', 'claim')
      .where('id', 'in', ids.map(claimIdOf))
      .where('row', 'is not', null)
      .execute()
    expect(living.map((one) => one.id).sort()).toEqual(ids.map(claimIdOf))
  })
})

const isNoted = (what: WhatNoted | WhatDecided): what is WhatNoted => ['taken', 'checked', 'paid'].includes(what.kind)
