import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok } from '#shared/domain/result.ts'
import { anAuthority, aSignedPdf, aSigner } from '../../../../tests/fixtures/signed-pdf.ts'
import { aFiling, applicantNik } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

let counter: Counter
let filed: { applicationId: string; kitirId: string; kitirNumber: string }
let code: string
let pin: string

/** A card of an old e-Kitir of KNG, which has no PIN. */
const old = aCard('k-1')

beforeEach(async () => {
  counter = await Counter.with({ cards: [old] })
  await counter.signIn()
  counter.centre.reachable = false
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft: aFiling })
  const [one] = (await counter.get('application.file', { draftId })).filed
  if (!one) throw new Error('nothing was filed')
  filed = one
  code = await codeOf(filed.kitirId)
  pin = await pinOf(filed.kitirId)
})
afterEach(() => counter.close())

const codeOf = async (kitirId: string) => (await counter.get('ekitir.slip', { kitirId, copy: 'citizen' })).slip.code
const pinOf = (kitirId: string) =>
  counter.deps.reading(async (db) => (await db.kitirPins.find(kitirId)) ?? 'no PIN is kept')
const scan = (text: string) => counter.get('scan.resolve', { code: text, source: 'camera' })
const read = (text: string, typed: string | null = null) => counter.get('status.read', { code: text, pin: typed })
const wrong = () => (pin === '111222' ? '222111' : '111222')

/** The key of this very device, as the centre sends it to every desk. */
const keyIsKnown = async () => {
  const { keyId, key } = await counter.deps.signer()
  const id = Buffer.from(keyId).toString('base64url')
  const valid = { validFrom: '2026-01-01T00:00:00.000Z', validTo: null, revokedAt: null }
  await counter.pull([
    change('device-key', { id, scope, deviceId: 'device-2', deviceCode: '02', publicKey: key, ...valid }),
  ])
}

test('our own e-Kitir without a card yet opens its application; its signature is checked offline', async () => {
  expect(await scan(code)).toMatchObject({ kind: 'application', signed: 'key-unknown' })
  await keyIsKnown()
  const { applicationId, kitirNumber } = filed
  expect(await scan(code)).toMatchObject({ kind: 'application', applicationId, kitirNumber, signed: 'valid' })
  expect(await scan(kitirNumber.toLowerCase().replaceAll('-', ' '))).toMatchObject({
    kind: 'application',
    applicationId,
  })
})

test('one letter of it changed, it is a forgery as soon as its key is known', async () => {
  await keyIsKnown()
  const at = code.length - 8
  const other = code[at] === 'A' ? 'B' : 'A'
  const result = await scan(`${code.slice(0, at)}${other}${code.slice(at + 1)}`)
  expect(['forged', 'unknown']).toContain(result.kind)
  expect((await read(`${code.slice(0, at)}${other}${code.slice(at + 1)}`)).outcome).toMatch(/forged|unknown/)
})

test('without the PIN a clerk learns that it exists and no more', async () => {
  const { kitirNumber } = filed
  const told = await read(kitirNumber)
  expect(told).toEqual({ outcome: 'pin-needed', kitirNumber, unitName: null, triesLeft: 5, signed: 'unsigned' })
})

test('with the PIN: the course, what is promised, where it will be', async () => {
  const opened = await read(code, pin)
  expect(opened).toMatchObject({
    outcome: 'open',
    status: {
      ...{ applicationId: filed.applicationId, applicantName: 'Dewi Lestari', status: 'DIAJUKAN' },
      ...{ steps: [{ status: 'DIAJUKAN' }], collectAt: 'Kelurahan Ketabang', cards: [], results: [] },
    },
  })
  expect(JSON.stringify(opened)).not.toContain(applicantNik)
})

test('five wrong PINs lock it, also for the right one and after a restart', async () => {
  for (const triesLeft of [4, 3, 2, 1])
    expect(await read(filed.kitirNumber, wrong())).toEqual({
      ...{ outcome: 'wrong', kitirNumber: filed.kitirNumber, unitName: null, triesLeft },
    })
  expect((await read(filed.kitirNumber, wrong())).outcome).toBe('locked')
  await counter.restart()
  await counter.signIn()
  expect((await read(filed.kitirNumber, pin)).outcome).toBe('locked')
})

test('made anew, the old one says so, and the new one opens with its new PIN alone', async () => {
  const { applicationId } = filed
  const again = await counter.get('ekitir.reissue', { applicationId, reason: 'lost', identitySeen: true })
  const newPin = await pinOf(again.kitirId)
  expect(await scan(code)).toMatchObject({ kind: 'kitir-replaced', applicationId })
  expect((await read(filed.kitirNumber, pin)).outcome).toBe('replaced')
  expect(await scan(again.number)).toMatchObject({ kind: 'application', applicationId })
  expect((await read(again.number, newPin)).outcome).toBe('open')
})

test('an old kitir of KNG without PIN, made anew: its card at the shelf is found by the new one and given with its PIN', async () => {
  expect(await read(old.kitirNumber)).toMatchObject({ outcome: 'no-pin' })
  const application = {
    ...{ id: old.applicationId, scope, kitirNumber: old.kitirNumber, kitirCode: old.kitirCode, service: 'KTP-ULANG' },
    ...{ status: 'SIAP_DIAMBIL' as const, applicantName: old.ownerName, applicantNik: old.ownerNik },
    ...{ submittedAt: '2026-11-23T03:00:00.000Z', acceptedAt: null, dueAt: null, fulfilledAt: null },
    collectionUnit: scope,
  }
  await counter.pull([change('application', application)])
  const again = await counter.get('ekitir.reissue', {
    applicationId: old.applicationId,
    reason: 'no-pin',
    identitySeen: true,
  })
  const newPin = await pinOf(again.kitirId)
  expect(await scan(old.kitirCode)).toMatchObject({ kind: 'kitir-replaced' })
  expect(await scan(old.labelCode)).toMatchObject({ kind: 'cards', cards: [{ cardId: 'k-1' }] })
  expect(await scan(await codeOf(again.kitirId))).toMatchObject({ kind: 'cards', cards: [{ cardId: 'k-1' }] })
  expect((await counter.get('card.get', { cardId: 'k-1' })).pin).toEqual({ state: 'open', triesLeft: 5 })
  const check = (typed: string) => counter.get('handover.check-pin', { cardId: 'k-1', pin: typed })
  expect(await check(newPin === '111222' ? '222111' : '111222')).toEqual({ outcome: 'wrong', triesLeft: 4 })
  expect(await read(again.number)).toMatchObject({ outcome: 'pin-needed', triesLeft: 4 })
  expect(await check(newPin)).toMatchObject({ outcome: 'verified' })
  expect(await counter.handOver('k-1')).toMatchObject({ ok: false, refusal: { code: 'pin-required' } })
})

const there = { kitirNumber: 'KNG-2611-777777', unitName: 'Kelurahan Ploso' }
const openedThere = {
  ...{
    applicationId: 'a-777',
    kitirNumber: there.kitirNumber,
    kngNumber: null,
    service: 'KTP-ULANG',
    serviceName: null,
  },
  ...{ applicantName: 'Siti Aminah', filedAt: '2026-11-23T03:00:00.000Z', status: 'VALIDASI' },
  ...{ steps: [], clock: null, clockSteps: [], expectedAt: null, collectAt: there.unitName, cards: [] },
  results: [{ sha256: 'a'.repeat(64), title: 'Kutipan Akta', pages: 1, at: '2026-11-24T01:00:00.000Z' }],
}

test('what another unit has asks for its PIN at the centre, and opens as at home; offline it is not here', async () => {
  expect(await read(there.kitirNumber)).toMatchObject({ outcome: 'not-here', asked: 'offline' })
  counter.centre.reachable = true
  counter.centre.status = async ({ pin: typed }) => {
    if (typed === null) return ok({ outcome: 'pin-needed' as const, ...there })
    return ok(
      typed === pin
        ? { outcome: 'open' as const, ...there, status: openedThere }
        : { outcome: 'wrong' as const, ...there },
    )
  }
  const asked = { ...there, triesLeft: null }
  expect(await read(there.kitirNumber)).toEqual({ outcome: 'pin-needed', ...asked, signed: 'unsigned' })
  expect(await read(there.kitirNumber, wrong())).toEqual({ outcome: 'wrong', ...asked })
  expect(await read(there.kitirNumber, pin)).toMatchObject({
    ...{ outcome: 'open', status: { ...there, applicantName: 'Siti Aminah', serviceName: 'Cetak ulang KTP-el' } },
  })
})

test('its documents come with the same PIN for ten minutes, to who opened it, and are not kept', async () => {
  const pdf = await aSignedPdf(
    await aSigner(await anAuthority('CA Uji Kota'), 'Kepala Dinas Uji'),
    '2026-11-24T01:00:00.000Z',
  )
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const [results] = [[{ ...openedThere.results[0], sha256 } as (typeof openedThere.results)[number]]]
  counter.centre.reachable = true
  counter.centre.status = async () => ok({ outcome: 'open' as const, ...there, status: { ...openedThere, results } })
  counter.centre.statusDocument = async (asked) => ok(asked.pin === pin && asked.sha256 === sha256 ? pdf : null)
  const open = { applicationId: 'a-777', sha256 }
  expect((await counter.fault('result.open', open)).code).toBe('application-unknown')
  await read(there.kitirNumber, pin)
  expect(await counter.get('result.open', open)).toMatchObject({ title: 'Kutipan Akta', pages: [expect.any(String)] })
  expect(await counter.deps.reading((db) => db.blobs.get(sha256))).toBeNull()
  counter.clock.pass(11)
  expect((await counter.fault('result.open', open)).code).toBe('application-unknown')
})

test('what the centre says of another unit’s: tried too often, without a PIN, replaced, unknown', async () => {
  counter.centre.reachable = true
  const says = async (outcome: 'locked' | 'no-pin' | 'replaced' | 'unknown') => {
    counter.centre.status = async () => ok(outcome === 'unknown' ? { outcome } : { outcome, ...there })
    return read(there.kitirNumber, pin)
  }
  expect(await says('locked')).toEqual({ outcome: 'locked', ...there })
  expect(await says('no-pin')).toEqual({ outcome: 'elsewhere', ...there })
  expect(await says('replaced')).toEqual({ outcome: 'replaced', kitirNumber: there.kitirNumber, replacedAt: null })
  expect(await says('unknown')).toMatchObject({ outcome: 'not-here', asked: 'centre' })
})
