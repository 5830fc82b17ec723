import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { ACentre, scope } from '../testing/a-centre.ts'
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
})
