import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { passwordHash } from '../auth/hasher.ts'
import { ACentre, adminToken, dinasScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { AKng } from '../testing/a-kng.ts'
import { centres } from '../testing/databases.ts'
import { exchangeWithKng } from './exchange.ts'

const at = '2026-11-24T01:59:00.000Z'
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each(await centres())('applications at KNG, on $name', (kind) => {
  let centre: ACentre
  let desk: ADevice
  let kng: AKng
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    desk = await centre.device()
    kng = await AKng.open(() => new Date('2026-11-24T02:00:00.000Z'))
  })
  afterAll(async () => {
    await kng.close()
    await centre.close()
  })

  const fact = (id: string, more: Parameters<typeof aFiledApplication>[0] = {}) =>
    aFiledApplication({
      applicationId: id,
      kitir: { kitirId: `kt-${id}`, number: `L-3578101003-02-${id}`, code: `LKT1:${id}`, pinVerifier: 'v' },
      ...{ at, deviceCode: desk.identity.deviceCode, collectionUnit: scope },
      ...{ requirements: {}, answers: { reason: 'lost' }, ...more },
    })
  const said = (id: string, more: object = {}) => ({ ...fact(id), ...more, applicationId: id })
  const file = async (id: string, more: Parameters<typeof aFiledApplication>[0] = {}) =>
    expect(await desk.verdicts(desk.command('application.file', fact(id, more), { staffId: 'rini' }))).toMatchObject([
      { kind: 'applied' },
    ])
  const repair = (id: string, repairId: string, more: object = {}) =>
    desk.verdicts(
      desk.command('application.repair', said(id, { repairId, note: 'Diperbaiki', ...more }), { staffId: 'rini' }),
    )
  const withdraw = (id: string) =>
    desk.verdicts(
      desk.command('application.withdraw', said(id, { withdrawId: `w-${id}`, reason: 'Batal' }), { staffId: 'rini' }),
    )
  const exchange = () => exchangeWithKng(centre.server.centre, kng.port)
  const rowsOf = async (entity: string) =>
    (await desk.copy()).rows.filter((one) => one.entity === entity).map(({ row }) => row)
  const filing = async (id: string) => (await rowsOf('filing')).find((row) => row?.id === id) as unknown as Filing
  const courseOf = async (id: string) => (await filing(id)).steps.map(({ status }) => status)

  test('what is filed comes to KNG with the next round, once, and its number comes home', async () => {
    await file('a-1')
    expect(await exchange()).toMatchObject({ sent: 1, failures: [] })
    expect(await exchange()).toMatchObject({ sent: 0, failures: [] })
    expect(kng.heard.filter((one) => one === 'POST /v1/applications')).toHaveLength(1)
    expect(await filing('a-1')).toMatchObject({ kngNumber: kng.course('a-1').kngNumber, status: 'DIAJUKAN' })
  })

  test('a card is made, packed and announced to the unit, and the course says so step by step', async () => {
    await file('card-1')
    await exchange()
    await kng.steps(9)
    await exchange()
    expect(await courseOf('card-1')).toEqual([
      ...['DIAJUKAN', 'VERIFIKASI', 'VALIDASI', 'ANTRE_CETAK', 'DICETAK', 'SIAP_KIRIM', 'DIKIRIM'],
    ])
    const card = (await rowsOf('card')).find((row) => row?.applicationId === 'card-1')
    expect(card).toMatchObject({
      ...{ scope, state: 'shipped', kitirNumber: 'L-3578101003-02-card-1', kitirCode: 'LKT1:card-1' },
      ...{ ownerName: 'Dewi Lestari', issueReason: 'lost', pinVerifier: 'v' },
    })
    const [parcel] = (await rowsOf('shipment')).filter((row) => row?.id === card?.shipmentId)
    expect(parcel).toMatchObject({ state: 'announced', cardIds: expect.arrayContaining([card?.id]) })
    expect((await rowsOf('application')).find((row) => row?.id === 'card-1')).toMatchObject({ status: 'DIKIRIM' })
  })

  test('a document is made, fetched, proven by its hash and kept for the unit', async () => {
    await file('pdf-1', { service: 'KK-RUSAK', serviceName: 'Cetak ulang KK karena rusak' })
    await exchange()
    await kng.steps(4)
    await exchange()
    const { status, results } = await filing('pdf-1')
    expect([status, results.map(({ title }) => title)]).toEqual(['SIAP_UNDUH', ['KK']])
    const pdf = Buffer.from(await (await desk.request(`/v1/blobs/${results[0]?.sha256}`)).arrayBuffer())
    expect([pdf.subarray(0, 5).toString(), sha256Of(pdf)]).toEqual(['%PDF-', results[0]?.sha256])
  })

  test('documents follow when the device has brought them, and nothing is verified before', async () => {
    const pdf = randomBytes(2000)
    const requirements = { kk: { how: 'upload' as const, documents: [sha256Of(pdf)] } }
    await file('doc-1', { requirements })
    await exchange()
    await kng.steps(2)
    expect(kng.course('doc-1').steps).toEqual([])
    await desk.put(pdf)
    centre.later(60)
    await exchange()
    await kng.steps(1)
    await exchange()
    expect(await courseOf('doc-1')).toEqual(['DIAJUKAN', 'VERIFIKASI'])
  })

  test('what KNG sends back is repaired at the counter and goes on', async () => {
    await file('back-1', { requirements: { 'police-letter': { how: 'missing', documents: [] } } })
    await exchange()
    await kng.steps(2)
    await exchange()
    expect((await filing('back-1')).steps.at(-1)).toMatchObject({
      ...{ status: 'PERBAIKAN', by: 'kng', about: ['police-letter'], note: 'Berkas persyaratan belum lengkap.' },
    })
    await repair('back-1', 'p-1', { requirements: { 'police-letter': { how: 'original', documents: [] } } })
    await exchange()
    await kng.steps(2)
    await exchange()
    expect(await courseOf('back-1')).toEqual([
      ...['DIAJUKAN', 'VERIFIKASI', 'PERBAIKAN', 'DIAJUKAN', 'VERIFIKASI', 'VALIDASI'],
    ])
  })

  test('the card of an application whose name was put right bears the new one', async () => {
    await file('name-1', { requirements: { 'police-letter': { how: 'missing', documents: [] } } })
    await exchange()
    await kng.steps(2)
    await exchange()
    const people = { owner: { name: 'Dewi Lestari Ningsih', nik: '3578015204900002', birthDate: '1990-04-12' } }
    const requirements = { 'police-letter': { how: 'original', documents: [] } }
    await repair('name-1', 'p-n1', { people, requirements })
    await exchange()
    await kng.steps(9)
    await exchange()
    const card = (await rowsOf('card')).find((row) => row?.applicationId === 'name-1')
    expect(card).toMatchObject({ ownerName: 'Dewi Lestari Ningsih', ownerNik: '3578015204900002' })
  })

  test('a withdrawal stands unless KNG says that it came too late', async () => {
    await file('early-1')
    await file('late-1', { service: 'KK-RUSAK' })
    await exchange()
    await kng.steps(3)
    await withdraw('early-1')
    await exchange()
    await kng.steps(1)
    await withdraw('late-1')
    expect((await filing('late-1')).status).toBe('DIBATALKAN')
    await exchange()
    expect((await filing('early-1')).status).toBe('DIBATALKAN')
    expect((await filing('late-1')).steps.at(-1)).toMatchObject({
      ...{ status: 'SIAP_UNDUH', by: 'kng', note: 'Tidak dapat dibatalkan: dokumen sudah diterbitkan.' },
    })
  })

  test('a citizen’s question comes to the unit, and the answer goes back to KNG once', async () => {
    const asked = { questionId: 'q-1', messageId: 'q-1-1', at, text: 'Kapan selesai?', subject: 'KTP' }
    kng.kng.ask({ ...asked, unit: scope, kitirNumber: null, askedBy: { name: 'Dewi', contact: null } })
    await exchange()
    await exchange()
    expect((await rowsOf('question')).filter((row) => row?.id === 'q-1')).toMatchObject([
      { scope, state: 'open', messages: [{ from: 'citizen', messageId: 'q-1-1', text: 'Kapan selesai?' }] },
    ])
    const by = { staffId: 'rini', staffName: 'Rini', staffCode: 'X-rini', deviceCode: desk.identity.deviceCode }
    const answer = { ...by, at, offline: false, questionId: 'q-1', messageId: 'r-1', text: 'Besok.', upTo: 'q-1-1' }
    const command = () => desk.command('question.answer', answer, { staffId: 'rini' })
    expect(await desk.verdicts(command(), command())).toMatchObject([{ kind: 'applied' }, { kind: 'applied' }])
    kng.trouble(/answers$/, 'after', 'cut')
    await exchange()
    centre.later(600)
    await exchange()
    expect(kng.kng.repliesTo('q-1')).toMatchObject([{ text: 'Besok.', unit: scope, staffName: 'Rini' }])
  })

  test('a question that no unit has is not passed over: it waits at KNG, says so, and comes when the Dinas is there', async () => {
    const asked = { questionId: 'q-lost', messageId: 'q-lost-1', at, text: 'Kapan selesai?', subject: 'KTP' }
    kng.kng.ask({ ...asked, unit: '9999999999', kitirNumber: null, askedBy: { name: 'Dewi', contact: null } })
    expect((await exchange())?.failures).toMatchObject([{ status: 404 }])
    await centre.addDinas()
    expect((await exchange())?.failures).toEqual([])
    const dinas = await centre.device(dinasScope)
    const there = (await dinas.copy()).rows.filter(({ entity, id }) => entity === 'question' && id === 'q-lost')
    expect(there).toHaveLength(1)
  })

  test('a KNG that is away, wrong or slow loses nothing: what is owed waits, and is tried again later', async () => {
    await file('away-1')
    kng.trouble(/^POST .v1.applications$/, 'before', 'fail')
    expect((await exchange())?.failures).toMatchObject([{ code: 'http-503' }])
    expect(await exchange()).toMatchObject({ sent: 0, failures: [] })
    centre.later(600)
    expect(await exchange()).toMatchObject({ sent: 1, failures: [] })
    expect((await filing('away-1')).kngNumber).toBe(kng.course('away-1').kngNumber)
  })

  test('an answer that is lost on its way is asked for again, and the application is one', async () => {
    await file('cut-1')
    kng.trouble(/^POST .v1.applications$/, 'after', 'cut')
    await exchange()
    expect((await filing('cut-1')).kngNumber).toBeNull()
    centre.later(600)
    await exchange()
    expect((await filing('cut-1')).kngNumber).toBe(kng.course('cut-1').kngNumber)
  })

  test('what KNG refuses stays, is told to who runs the centre, and goes out again when they say so', async () => {
    const again = {
      ...{ ...said('unknown-1'), reissueId: 'r-1', reason: 'lost', ownerName: 'Dewi', replacesKitirId: null },
      ...{ kitir: fact('again-1').kitir, replacesNumber: 'KNG-2611-1' },
    }
    await desk.verdicts(desk.command('ekitir.reissue', again, { staffId: 'rini' }))
    await exchange()
    const admin = (path: string, method: string) =>
      fetch(`${centre.url}${path}`, { method, headers: { authorization: `Bearer ${adminToken}` } })
    expect(await (await admin('/v1/admin/kng', 'GET')).json()).toMatchObject({
      ...{ configured: false, waiting: 0, refused: 1, problems: { 'not-found': 1 } },
    })
    expect(await (await admin('/v1/admin/kng/again', 'POST')).json()).toEqual({ lines: 1 })
    expect(await exchange()).toMatchObject({ sent: 1 })
  })

  test('KNG’s number is found by ours, and a status by number and PIN alone', async () => {
    const pinVerifier = await passwordHash('483920')
    const kitir = { kitirId: 'kt-pin', number: 'L-3578101003-02-000777', code: 'LKT1:PIN', pinVerifier }
    await file('pin-1', { kitir })
    await exchange()
    const { kngNumber } = kng.course('pin-1')
    expect([await kng.port.numberOf(kitir.number), await kng.port.numberOf('L-1')]).toEqual([kngNumber, null])
    expect(await kng.port.statusOf(kngNumber, '000000')).toBeNull()
    expect(await kng.port.statusOf(kngNumber, '483920')).toMatchObject({ status: 'DIAJUKAN', kngNumber })
  })
})
