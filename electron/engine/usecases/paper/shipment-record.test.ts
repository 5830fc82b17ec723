import { afterEach, expect, test } from 'vitest'
import { aShipment } from '#shared/domain/act/testing/an-act.ts'
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts'
import { png } from '../../testing/a-png.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const ids = ['k-1', 'k-2', 'k-3']
const shipped = ids.map((id) => aCard(id, { state: 'shipped', place: null, ownerName: `Pemilik ${id}` }))

async function textOf(id: string): Promise<string> {
  const { fileName } = await counter.get('paper.save', { paper: { kind: 'shipment-record', id } })
  return (await pdfText(counter.shell.files.get(fileName) ?? new Uint8Array())).join(' ')
}

test('the berita acara penerimaan says what was found of each card, who delivered and who received; it can be made again', async () => {
  counter = await Counter.with({ cards: shipped, changes: [change('shipment', aShipment(ids))] })
  await counter.signIn()
  const shipmentId = 'parcel'
  for (const id of ['k-1', 'k-2']) await counter.get('shipment.count-line', { shipmentId, code: `LABEL-${id}` })
  const note = (key: string, counted: 'damaged' | 'missing', why: string) =>
    counter.get('shipment.change-line', { shipmentId, key, counted, note: why, place: null })
  await note('k-2', 'damaged', 'Terlipat')
  await note('k-3', 'missing', 'Amplop sobek')
  const signed = { shipmentId, complete: true, courierName: 'Agus Wibowo', signature: png, courierSignature: png }
  const { countId, number } = await counter.get('shipment.receive', signed)
  const text = await textOf(countId)
  for (const words of [number, aShipment([]).number, 'Agus Wibowo', 'Petugas rini', 'Terlipat', 'Amplop sobek'])
    expect(text).toContain(words)
  for (const { ownerName } of shipped) expect(text).toContain(ownerName)
  expect(text).not.toMatch(/\d{16}/)
  expect(await textOf(countId)).toBe(text)
})

test('the Dinas asks the centre for the manifest of a parcel to another unit; elsewhere an unknown parcel is unknown', async () => {
  counter = await Counter.with({})
  await counter.signIn('hendra')
  const unknown = await counter.ask('paper.save', { paper: { kind: 'shipment-record', id: 'parcel' } })
  expect(unknown).toMatchObject({ refusal: { code: 'shipment-unknown' } })
  const siola = { id: scope, scope, name: 'Gedung Siola', kecamatan: 'Genteng', zone: 'Asia/Jakarta' }
  await counter.pull([change('unit', { ...siola, kind: 'dinas' }, 9)])
  const cards = shipped.map(({ id: cardId, scope: unit, kind, state, ownerName, kitirNumber, labelCode }) => {
    const told = { cardId, scope: unit, kind, state, ownerName, kitirNumber, labelCode }
    return { ...told, ownerNikMasked: '3578********0001', arrivedAt: null, dueAt: null, caseId: null }
  })
  const sent = { staffId: 'dewi', staffName: 'Dewi Anggraini', staffCode: 'SIO-S01', deviceCode: '01' }
  const signed = { signature: 'a'.repeat(64), courierSignature: null }
  const shipment = { ...aShipment(ids), scope: '3578101003', sent: { ...sent, ...signed } }
  counter.centre.city.set('shipment', { shipment, unitName: 'Kelurahan Gading', cards })
  const text = await textOf('parcel')
  for (const words of ['BERITA ACARA PENGIRIMAN', shipment.number, 'Kelurahan Gading', 'Dewi Anggraini', 'Agus'])
    expect(text).toContain(words)
  for (const { ownerName } of shipped) expect(text).toContain(ownerName)
})

/** From the number of announced cards to the end of the difference. */
const figuresIn = (text: string) =>
  text.match(/Jumlah menurut daftar.*?Selisih : .*?(tidak ada|keping(, lebih .*?keping)?)/)?.[0]

test('the second count of a parcel says what came before it, and differs by nothing where all is here', async () => {
  counter = await Counter.with({ cards: shipped, changes: [change('shipment', aShipment(ids))] })
  await counter.signIn()
  const shipmentId = 'parcel'
  const scan = (code: string) => counter.get('shipment.count-line', { shipmentId, code })
  const signed = { shipmentId, courierName: 'Agus Wibowo', signature: png, courierSignature: png }
  const receive = async (complete: boolean) => (await counter.get('shipment.receive', { ...signed, complete })).countId
  await scan('LABEL-k-1')
  await scan('LABEL-of-nobody')
  await counter.get('shipment.explain', { shipmentId, lines: [{ key: 'LABEL-of-nobody', note: 'Tidak terdaftar' }] })
  const first = await receive(false)
  await scan('LABEL-k-2')
  await counter.get('shipment.explain', { shipmentId, lines: [{ key: 'k-3', note: 'Tertinggal' }] })
  const second = await receive(true)
  await scan('LABEL-k-3')
  const third = await receive(true)
  expect(figuresIn(await textOf(first))).toBe(
    'Jumlah menurut daftar : 3 (tiga) keping Jumlah fisik : 2 (dua) keping Selisih : kurang 2 (dua) keping, lebih 1 (satu) keping',
  )
  expect(figuresIn(await textOf(second))).toBe(
    'Jumlah menurut daftar : 3 (tiga) keping Diterima sebelumnya : 1 (satu) keping Jumlah fisik : 1 (satu) keping Selisih : kurang 1 (satu) keping',
  )
  expect(figuresIn(await textOf(third))).toBe(
    'Jumlah menurut daftar : 3 (tiga) keping Diterima sebelumnya : 2 (dua) keping Jumlah fisik : 1 (satu) keping Selisih : tidak ada',
  )
})
