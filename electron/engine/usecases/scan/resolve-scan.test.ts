import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

let counter: Counter
const card = aCard('k-1')
const child = aCard('k-2', { kind: 'kia', kitirNumber: card.kitirNumber, kitirCode: card.kitirCode, state: 'shipped' })

beforeEach(async () => {
  const application = {
    id: 'a-9',
    scope,
    kitirNumber: 'KNG-2611-000900',
    kitirCode: 'https://klampid.example/k/zzzzzzzzzzzzzzzzzzzzzz',
    service: 'KTP-ULANG',
    status: 'VALIDASI' as const,
    applicantName: 'Budi Santoso',
    applicantNik: '3578010101800003',
    submittedAt: '2026-11-23T03:00:00.000Z',
    acceptedAt: null,
    dueAt: null,
    fulfilledAt: null,
    collectionUnit: scope,
  }
  counter = await Counter.with({ cards: [card, child], changes: [change('application', application)] })
  await counter.signIn()
})
afterEach(() => counter.close())

const scan = (code: string) => counter.get('scan.resolve', { code, source: 'usb-scanner' })

test('an e-Kitir gives both of its cards, the label on a card only that one', async () => {
  expect(await scan(card.kitirCode)).toMatchObject({
    kind: 'cards',
    signed: 'unsigned',
    cards: [{ cardId: 'k-1' }, { cardId: 'k-2' }],
  })
  expect(await scan(`${card.labelCode}\r\n`)).toMatchObject({ kind: 'cards', cards: [{ cardId: 'k-1' }] })
})

test.each([
  (n: string) => n.toLowerCase(),
  (n: string) => n.replaceAll('-', ' '),
  (n: string) => n.replaceAll('-', ''),
])('a number is found however it is typed', async (typed) => {
  expect(await scan(` ${typed(card.kitirNumber)} `)).toMatchObject({ kind: 'cards', kitirNumber: card.kitirNumber })
})

test('an application without a card says how far it is', async () => {
  expect(await scan('kng 2611 000900')).toMatchObject({
    kind: 'no-card-yet',
    ownerName: 'Budi Santoso',
    status: 'VALIDASI',
  })
})

test('the QR of a receipt opens its hand-over', async () => {
  const { handoverId, receiptNumber } = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(await scan(receiptNumber)).toEqual({ kind: 'receipt', handoverId, receiptNumber })
})

test.each([
  ['empty', '  \r\n'],
  ['too-long', 'x'.repeat(10_000)],
  ['control-characters', 'KNG\u0007-2611\u0000-1'],
  ['not-an-ekitir', "'; DROP TABLE card; --"],
  ['not-an-ekitir', 'WIFI:S:kantor;T:WPA;P:rahasia;;'],
  ['not-an-ekitir', 'https://example.com/'],
])('what is no e-Kitir is told apart: %s', async (reason, code) => {
  expect(await scan(code)).toEqual({ kind: 'unknown', reason, characters: code.length })
  expect(await counter.get('card.list', allCards)).toMatchObject({ total: 2 })
})

const allCards = { filter: 'all', search: '', sort: 'age', descending: true, offset: 0, limit: 50 } as const
const siti = {
  cardId: 'k-7',
  kind: 'ktp-el' as const,
  state: 'ready',
  ownerName: 'Siti Aminah',
  scope: '3578101003',
  unitName: 'Kelurahan Ploso',
  kecamatan: 'Tambaksari',
}
const found = (...cards: (typeof siti & { handedOverAt?: string })[]) => ({
  found: true,
  kitirNumber: 'KNG-2611-777777',
  applicationStatus: null,
  cards,
})

test('a card of another kelurahan: its place is named online; offline it is not in this unit’s data', async () => {
  counter.centre.found = found(siti)
  const { cardId: _, scope: __, ...told } = siti
  expect(await scan('KNG-2611-777777')).toEqual({
    kind: 'elsewhere',
    kitirNumber: 'KNG-2611-777777',
    cards: [{ ...told, handedOverAt: null }],
  })
  counter.centre.reachable = false
  expect(await scan('KNG-2611-777777')).toMatchObject({ kind: 'not-here', asked: 'offline' })
})

test('every card of an e-Kitir is told with its own state, a given one with its time', async () => {
  const handedOverAt = '2026-11-20T03:00:00.000Z'
  counter.centre.found = found({ ...siti, state: 'handed-over', handedOverAt }, { ...siti, state: 'lost' })
  expect(await scan('KNG-2611-777777')).toMatchObject({
    kind: 'elsewhere',
    cards: [
      { state: 'handed-over', handedOverAt },
      { state: 'lost', handedOverAt: null },
    ],
  })
  const { rows } = await counter.get('scan.recent', {})
  expect(rows).toMatchObject([{ outcome: 'handed-over', ownerName: 'Siti Aminah', cardId: null }])
})

test.each(['centre-error', 'device-quarantined', 'centre-busy', 'no-answer'] as const)(
  'a centre that could not be asked (%s) is not called offline',
  async (code) => {
    counter.centre.trouble = { code, details: { reason: 'status', status: 500 } }
    expect(await scan('KNG-2611-777777')).toMatchObject({ kind: 'not-here', asked: 'failed', fault: { code } })
  },
)

test('a card of this unit that was not pulled yet is fetched, and opens as if it had been here', async () => {
  const late = aCard('k-late', { kitirNumber: 'KNG-2611-777777' })
  counter.centre.found = found({ ...siti, scope })
  counter.centre.brings = () => counter.pull([change('card', late)])
  expect(await scan('KNG-2611-777777')).toMatchObject({ kind: 'cards', cards: [{ cardId: 'k-late' }] })
})

test('a card of this unit that a sync does not bring is never called elsewhere', async () => {
  counter.centre.found = found({ ...siti, scope })
  expect(await scan('KNG-2611-777777')).toEqual({
    kind: 'not-pulled-yet',
    kitirNumber: 'KNG-2611-777777',
    ownerName: 'Siti Aminah',
  })
})

test('an application that only the centre knows says how far it is, and whose it is where the centre tells', async () => {
  const application = {
    status: 'ANTRE_CETAK',
    applicantName: 'Siti Aminah',
    scope: siti.scope,
    unitName: '',
    kecamatan: '',
  }
  counter.centre.found = { ...found(), applicationStatus: 'ANTRE_CETAK', application }
  expect(await scan('KNG-2611-777777')).toMatchObject({ kind: 'no-card-yet', ownerName: 'Siti Aminah' })
  counter.centre.found = { ...found(), applicationStatus: 'ANTRE_CETAK' }
  expect(await scan('KNG-2611-777777')).toMatchObject({ kind: 'no-card-yet', ownerName: null, status: 'ANTRE_CETAK' })
})

test('scans are counted and listed, and neither list nor audit chain holds the text of a code', async () => {
  const secret = 'https://klampid.example/k/rahasia-0123456789'
  await scan(card.kitirCode)
  await scan(secret)
  const { today, rows } = await counter.get('scan.recent', {})
  expect(today).toEqual({ scans: 2, failed: 1 })
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['not-here', 'ready']))
  const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  expect(entries.some(({ entry }) => entry.includes('scan'))).toBe(true)
  expect(JSON.stringify([rows, entries])).not.toContain('rahasia')
})

test('on a full disk a card is still looked up; only the note is lost, which is logged, and the frame looks at the disk again', async () => {
  counter.diskFull = true
  counter.topics.clear()
  expect(await scan(card.labelCode)).toMatchObject({ kind: 'cards', cards: [{ cardId: 'k-1' }] })
  expect(await counter.get('card.get', { cardId: 'k-1' })).toMatchObject({ card: { cardId: 'k-1' } })
  expect(await counter.get('card.search', { text: 'Dewi', limit: 5 })).not.toEqual([])
  expect(counter.log.errors).toContain('scan not noted: database or disk is full')
  expect(counter.topics).toContain('status')
  counter.diskFull = false
  expect(await counter.get('scan.recent', {})).toMatchObject({ rows: [] })
})
