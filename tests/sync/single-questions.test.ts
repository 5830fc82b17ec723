import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aCard, City, cardId, cardRow, staffId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

const deskAt = async (scope: string) => Desk.enrolled(city.url, scope, await city.enrolmentCode(scope))

test('an e-Kitir of another kelurahan is found at the centre, and nowhere while the line is cut', async () => {
  const [here, elsewhere] = [await city.office(), await city.office()]
  const desk = await deskAt(here)
  const code = aCard(elsewhere, 1).kitirCode
  expect(await desk.sync.centre.lookup(code, 'rini')).toMatchObject({
    ok: true,
    value: { found: true, cards: [{ cardId: cardId(elsewhere, 1), scope: elsewhere }] },
  })
  expect(await desk.sync.centre.lookup('https://klampid.example/k/nothing', 'rini')).toMatchObject({
    ok: true,
    value: { found: false },
  })
  await desk.sync.control.setConnection(false)
  expect(await desk.sync.centre.lookup(code, 'rini')).toMatchObject({ ok: false, refusal: { code: 'offline' } })
  expect(await desk.round()).toMatchObject({ ok: false, refusal: { details: { reason: 'switched-off' } } })
  await desk.close()
})

test('a kitir number typed with spaces, or without its dashes, finds the card of another kelurahan', async () => {
  const [here, elsewhere] = [await city.office(), await city.office()]
  await city.write([cardRow({ ...aCard(elsewhere, 2), kitirNumber: 'KNG-2602-004711' })])
  const desk = await deskAt(here)
  for (const typed of ['kng 2602 004711', 'KNG2602004711', 'KNG.2602-004711'])
    expect(await desk.sync.centre.lookup(typed, 'rini')).toMatchObject({
      ok: true,
      value: { kitirNumber: 'KNG-2602-004711', cards: [{ scope: elsewhere }] },
    })
  await desk.close()
})

test('how a card of another kelurahan stands is told for its PIN alone', async () => {
  const [here, elsewhere] = [await city.office(), await city.office()]
  const pinVerifier = await hash('481516', { memoryCost: 8_192, timeCost: 1 })
  const card = { ...aCard(elsewhere, 3), pinVerifier }
  const { applicationId: id, kitirNumber, kitirCode, ownerName: applicantName } = card
  const at = '2026-11-23T03:00:00.000Z'
  const application = {
    ...{ id, scope: elsewhere, kitirNumber, kitirCode, service: 'KTP-ULANG', status: 'SIAP_DIAMBIL', applicantName },
    ...{ applicantNik: card.ownerNik, submittedAt: at, acceptedAt: at, dueAt: null, fulfilledAt: null },
    collectionUnit: elsewhere,
  }
  await city.write([cardRow(card), { scope: elsewhere, entity: 'application', id, row: application as never }])
  const desk = await deskAt(here)
  const ask = (pin: string | null) => desk.sync.centre.status({ code: card.kitirCode, pin }, 'rini')
  expect(await ask(null)).toMatchObject({ ok: true, value: { outcome: 'pin-needed' } })
  expect(await ask('111222')).toMatchObject({ ok: true, value: { outcome: 'wrong' } })
  expect(await ask('481516')).toMatchObject({
    ok: true,
    value: {
      outcome: 'open',
      status: {
        applicantName,
        clock: { state: 'late' },
        cards: expect.arrayContaining([expect.objectContaining({ cardId: card.id })]),
      },
    },
  })
  const document = { code: card.kitirCode, pin: '481516', sha256: 'a'.repeat(64) }
  expect(await desk.sync.centre.statusDocument(document, 'rini')).toEqual({ ok: true, value: null })
  await desk.close()
})

test('a password is checked at the centre; wrong ones say so, and in the end when one may try again', async () => {
  const scope = await city.office()
  const desk = await deskAt(scope)
  const password_hash = await hash('benar-benar', { memoryCost: 8_192, timeCost: 1 })
  const account = { scope, username: 'petugas', staff_id: staffId(scope), password_hash }
  await city.server.centre.db.insertInto('staff_accounts').values(account).execute()
  const { centre, control } = desk.sync
  const right = { username: 'petugas', password: 'benar-benar' }
  const wrong = { username: 'petugas', password: 'salah' }
  expect(await centre.checkPassword(right)).toEqual({
    ok: true,
    value: { staffId: staffId(scope), must: null, credentialsSince: null },
  })
  for (let attempt = 1; attempt <= 4; attempt++) {
    expect(await centre.checkPassword(wrong)).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-password' },
    })
  }
  await centre.checkPassword(wrong)
  expect(await centre.checkPassword(right)).toMatchObject({
    ok: false,
    refusal: { code: 'locked-out', details: { until: expect.stringMatching(/^20\d\d-.*Z$/) } },
  })
  expect((await control.status()).connection).toMatchObject({ state: 'online', fault: null })
  await desk.close()
})

test('an unenrolled device asks nobody', async () => {
  const desk = await Desk.open(city.url, 'nowhere')
  expect(await desk.sync.centre.lookup('x', 'rini')).toEqual({ ok: false, refusal: { code: 'not-enrolled' } })
  expect(await desk.sync.control.status()).toMatchObject({ unsent: { count: 0, oldestAt: null }, lastSyncAt: null })
  await desk.close()
})
