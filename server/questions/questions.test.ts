import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, adminToken, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'
import { maskContact } from './mask-contact.ts'
import type { QuestionDelivered } from './take-question.ts'

test('of how a citizen can be reached a desk sees the ends', () => {
  expect(['081234567890', '+62 812-3456-7890', 'ratna@contoh.id', '12345'].map(maskContact)).toEqual([
    '0812••••890',
    '+628••••890',
    'r••••@contoh.id',
    '••••',
  ])
})

describe.each(await centres())('questions of citizens, on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  let other: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
    other = await centre.device(otherScope)
  })
  afterAll(() => centre.close())

  const deliver = async (more: Partial<QuestionDelivered>, token = adminToken) => {
    const first = { messageId: randomUUID(), text: 'Kapan jadi?', subject: 'KTP', scope, kitirNumber: null }
    const askedBy = { name: 'Ratna', contact: '081234567890' }
    const answer = await fetch(`${centre.url}/v1/intake/questions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...first, askedBy, questionId: randomUUID(), ...more }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const rowAt = async (at: ADevice, id: string) =>
    (await at.copy()).rows.find((one) => one.entity === 'question' && one.id === id)?.row ?? null
  const by = (questionId: string, at: ADevice) => ({
    ...{ questionId, at: '2026-11-24T01:59:00.000Z', staffId: 'rini', staffName: 'Rini', staffCode: 'X-R' },
    ...{ deviceCode: at.identity.deviceCode, offline: true },
  })
  const answer = (at: ADevice, questionId: string, upTo: string, text = 'Besok') =>
    at.command('question.answer', { ...by(questionId, at), messageId: randomUUID(), text, upTo })
  const transfer = (at: ADevice, questionId: string, to: string) =>
    at.command('question.transfer', {
      ...by(questionId, at),
      transferId: randomUUID(),
      from: scope,
      to,
      reason: 'Salah unit',
    })

  test('a question is written once, its contact masked, in the unit that is asked or that has the application', async () => {
    const card = await centre.addCard('asked-about')
    const questionId = randomUUID()
    const begun = { questionId, messageId: 'm-1', scope: null, kitirNumber: card.kitirNumber }
    expect((await deliver(begun)).body).toEqual({ scope, outcome: 'begun' })
    expect((await deliver(begun)).body).toEqual({ scope, outcome: 'known' })
    expect(await rowAt(device, questionId)).toMatchObject({
      ...{ applicationId: card.applicationId, askedBy: { name: 'Ratna', contact: '0812••••890' }, state: 'open' },
      messages: [{ from: 'citizen', messageId: 'm-1', text: 'Kapan jadi?' }],
    })
    expect(await rowAt(other, questionId)).toBeNull()
    expect((await deliver({ scope: null })).status).toBe(404)
    expect((await deliver({ scope: '3578-NOWHERE' })).status).toBe(404)
    expect((await deliver({}, 'another-token')).status).toBe(401)
  })

  test('two answers at once both stand; a further message makes the thread wait again, also when it was closed', async () => {
    const questionId = randomUUID()
    await deliver({ questionId, messageId: 'm-1' })
    const second = await centre.device()
    expect(await device.verdicts(answer(device, questionId, 'm-1', 'Satu'))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    expect(await second.verdicts(answer(second, questionId, 'm-1', 'Dua'))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    await device.verdicts(
      device.command('question.close', { ...by(questionId, device), closeId: randomUUID(), upTo: 'm-1' }),
    )
    expect(await rowAt(device, questionId)).toMatchObject({ state: 'closed', waitingSince: null })
    expect((await deliver({ questionId, messageId: 'm-2', text: 'Masih belum' })).body).toEqual({
      scope,
      outcome: 'added',
    })
    const { state, messages } = (await rowAt(device, questionId)) ?? {}
    expect(state).toBe('open')
    expect((messages as { text: string }[]).map(({ text }) => text).sort()).toEqual([
      'Dua',
      'Kapan jadi?',
      'Masih belum',
      'Satu',
    ])
  })

  test('handed on it leaves the devices of the old unit for those of the new one, where the next message goes, too', async () => {
    const questionId = randomUUID()
    await deliver({ questionId, messageId: 'm-1' })
    expect(await device.verdicts(transfer(device, questionId, otherScope))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    expect(await rowAt(device, questionId)).toBeNull()
    expect(await rowAt(other, questionId)).toMatchObject({ scope: otherScope, assignedTo: null })
    expect((await deliver({ questionId, messageId: 'm-2' })).body).toEqual({ scope: otherScope, outcome: 'added' })
  })

  test('what the old unit answered before it knew is kept on the thread as if it had come in time; it cannot hand it on again', async () => {
    const questionId = randomUUID()
    await deliver({ questionId, messageId: 'm-1' })
    const late = await centre.device()
    await device.verdicts(transfer(device, questionId, otherScope))
    expect(
      await late.verdicts(answer(late, questionId, 'm-1', 'Ditulis luring'), transfer(late, questionId, '3578-DINAS')),
    ).toMatchObject([
      { kind: 'applied', code: null },
      { kind: 'refused', code: 'question-elsewhere' },
    ])
    expect(await rowAt(other, questionId)).toMatchObject({ state: 'answered', scope: otherScope, flags: [] })
  })

  test('a thread goes to no unit that there is not; a desk that never had it is flagged, and what it wrote is kept', async () => {
    const questionId = randomUUID()
    await deliver({ questionId, messageId: 'm-1' })
    expect(await device.verdicts(transfer(device, questionId, '3578-NOWHERE'))).toMatchObject([
      { kind: 'refused', code: 'unit-unknown' },
    ])
    expect(await other.verdicts(answer(other, questionId, 'm-1'))).toMatchObject([{ code: 'not-permitted' }])
    expect(await rowAt(device, questionId)).toMatchObject({ flags: ['not-permitted'], state: 'answered' })
  })

  test('assistance is counted where it was given, and taken back by any desk of the unit', async () => {
    const assistanceId = randomUUID()
    const { questionId: _, ...who } = by('', device)
    const told = { ...who, assistanceId, kind: 'ikd', people: 3, kelurahan: otherScope, note: null }
    expect(await device.verdicts(device.command('assistance.record', told))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    const second = await centre.device()
    const withdrawn = { ...who, withdrawId: randomUUID(), assistanceId }
    expect(await second.verdicts(second.command('assistance.withdraw', withdrawn))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    const row = (await device.copy()).rows.find(({ id }) => id === assistanceId)?.row
    expect(row).toMatchObject({ scope, people: 3, withdrawn: { staffId: 'rini' } })
  })
})
