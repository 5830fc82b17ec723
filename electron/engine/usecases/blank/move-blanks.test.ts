import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { Counter } from '../../testing/counter.ts'
import { change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk(kind: 'dinas' | 'kelurahan' = 'dinas') {
  const unit = { id: scope, scope, kind, name: 'Gedung Siola', kecamatan: 'Genteng', zone: 'Asia/Jakarta' }
  counter = await Counter.with({})
  await counter.pull([change('unit', unit, 9)])
  await counter.signIn('hendra')
}

const move = (
  kind: InputOf<'blanks.move'>['kind'],
  quantity: number,
  reason: string | null = null,
  requestId?: string,
) => counter.ask('blanks.move', { kind, cardKind: 'ktp-el', quantity, number: null, reason }, requestId)
const book = () => counter.get('blanks.book', { offset: 0, limit: 50 })

test('blanks come in, are used and spoiled; the book says what is left, and each line waits for the centre', async () => {
  await aDesk()
  await move('in', 500)
  await move('used', 120)
  expect(await move('spoiled', 3)).toMatchObject({ refusal: { code: 'blanks-unexplained' } })
  await move('spoiled', 3, 'Salah cetak')
  expect(await book()).toMatchObject({
    stock: { 'ktp-el': 377, kia: 0 },
    rows: [
      { kind: 'spoiled', change: -3, reason: 'Salah cetak', centre: 'waiting' },
      { kind: 'used', change: -120 },
      { kind: 'in', change: 500 },
    ],
    total: 3,
  })
  expect(await counter.outbox()).toHaveLength(3)
  expect(counter.log.errors).toEqual([])
})

test('a count that agrees needs no word; one that differs needs its reason, and then the book follows it', async () => {
  await aDesk()
  await move('in', 500)
  expect(await move('counted', 500)).toMatchObject({ ok: true, value: { change: 0 } })
  expect(await move('counted', 498)).toMatchObject({ refusal: { code: 'blanks-unexplained', details: { change: -2 } } })
  expect(await move('counted', 498, 'Dua keping hilang')).toMatchObject({ ok: true, value: { change: -2 } })
  expect((await book()).stock['ktp-el']).toBe(498)
})

test('more than the book says is there is used or spoiled only with a reason', async () => {
  await aDesk()
  await move('in', 10)
  expect(await move('used', 12)).toMatchObject({
    refusal: { code: 'blanks-unexplained', details: { change: -12, stock: 10 } },
  })
  expect(await move('used', 12, 'Kiriman kemarin belum dicatat')).toMatchObject({ ok: true })
  expect((await book()).stock['ktp-el']).toBe(-2)
})

test('a count of another desk beside this one is in the book and not taken twice', async () => {
  await aDesk()
  await move('in', 500)
  await move('counted', 498, 'Dua keping hilang')
  const seen = await counter.deps.reading(({ things }) => things.list('blank-entry', { states: ['counted'] }))
  const own = seen[0]?.row
  if (!own) throw new Error('nothing counted')
  await counter.pull([change('blank-entry', { ...own, id: '0-earlier', acts: ['0-earlier'], deviceCode: '01' }, 3)])
  expect(await book()).toMatchObject({ stock: { 'ktp-el': 498 }, total: 3 })
  const lines = (await book()).rows.filter(({ kind }) => kind === 'counted')
  expect(lines.map(({ deviceCode, change, beside }) => [deviceCode, change, beside])).toEqual(
    expect.arrayContaining([
      ['02', -2, false],
      ['01', 0, true],
    ]),
  )
  expect(await move('counted', 497, 'Satu lagi')).toMatchObject({ ok: true, value: { change: -1 } })
  expect((await book()).stock['ktp-el']).toBe(497)
})

test('a double click is one line in the book', async () => {
  await aDesk()
  const id = 'b5c4f9a6-0000-7000-8000-0000000000b1'
  const [first, second] = await Promise.all([move('in', 10, null, id), move('in', 10, null, id)])
  expect(second).toEqual(first)
  expect((await book()).total).toBe(1)
})

test('a kelurahan keeps no book of blanks', async () => {
  await aDesk('kelurahan')
  expect(await move('in', 500)).toMatchObject({ refusal: { code: 'not-at-the-dinas' } })
  expect(await counter.ask('blanks.book', { offset: 0, limit: 50 })).toMatchObject({
    refusal: { code: 'not-at-the-dinas' },
  })
})
