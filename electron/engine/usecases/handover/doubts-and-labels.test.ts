import { afterEach, expect, test } from 'vitest'
import { Counter, handOverToOwner } from '../../testing/counter.ts'
import { aCard, aFact, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk(...cards: ReturnType<typeof aCard>[]) {
  counter = await Counter.with({ cards })
  await counter.signIn()
}

const broker = '3578010202800009'
const proxy = {
  collector: {
    kind: 'proxy' as const,
    memberId: null,
    name: 'Slamet',
    nik: broker,
    relation: '',
    proxyLetter: { number: '01/SK', date: '2026-11-20' },
  },
  papers: ['kitir', 'proxy-letter', 'collector-ktp', 'owner-ktp', 'data-read'],
}

const factOf = async (handoverId: string) => (await counter.deps.reading((db) => db.handovers.find(handoverId)))?.row

test('the label of the card in hand is recorded; that of another card refuses, and says in what it differs', async () => {
  await aDesk(aCard('k-1'), aCard('k-2', { ownerName: 'Siti Aminah', kind: 'kia' }))
  const check = (code: string) => counter.get('handover.check-label', { cardId: 'k-1', code })
  expect(await check('LABEL-k-1\r\n')).toEqual({ outcome: 'own' })
  expect(await check('LABEL-k-2')).toMatchObject({
    outcome: 'other',
    ownerName: 'Siti Aminah',
    kind: 'kia',
    differs: ['owner', 'kind', 'kitir'],
  })
  expect(await check(aCard('k-2').kitirCode)).toEqual({ outcome: 'no-label' })
  expect(await counter.handOver('k-1', { label: 'LABEL-k-2' })).toMatchObject({ refusal: { code: 'label-differs' } })
  const { handoverId } = await counter.get('handover.record', { ...handOverToOwner('k-1'), label: 'LABEL-k-1' })
  expect(await factOf(handoverId)).toMatchObject({ labelSeen: true })
})

test('where the city asks for the label, no card leaves without it', async () => {
  await aDesk(aCard('k-1'))
  await counter.write(async ({ settings }) =>
    settings.saveRegion({ ...(await settings.region()), handover: { labelCheck: 'required' } }),
  )
  expect((await counter.get('app.status', {})).policy.labelCheck).toBe('required')
  expect(await counter.handOver('k-1')).toMatchObject({ refusal: { code: 'label-missing' } })
  expect(await counter.handOver('k-1', { label: 'LABEL-k-1' })).toMatchObject({ ok: true })
})

test('who collects for a fourth household in a day is named with the receipts of this and other desks, and given the card with a reason', async () => {
  const others = ['k-1', 'k-2', 'k-3', 'k-4'].map((id) => aCard(id, { kkNumber: `35780701011900${id.at(-1)}1` }))
  await aDesk(...others)
  const elsewhere = {
    ...aFact('k-1', 'h-other'),
    id: 'h-other',
    scope,
    deviceId: 'device-9',
    at: counter.deps.clock.now(),
    acceptedAt: null,
    standing: 'stands' as const,
    flags: [],
  }
  await counter.pull([
    change('handover', { ...elsewhere, collector: { ...elsewhere.collector, kind: 'proxy', nik: broker } }),
  ])
  for (const cardId of ['k-2', 'k-3']) expect(await counter.handOver(cardId, proxy)).toMatchObject({ ok: true })
  const asked = { cardId: 'k-4', kind: 'proxy' as const, memberId: null, nik: broker }
  const { doubts, pickUps } = await counter.get('handover.doubts', asked)
  expect([doubts, pickUps.map(({ receiptNumber }) => receiptNumber).sort()]).toEqual([
    ['too-many-pick-ups'],
    ['0001/BST/3578071004-02/2026', '0001/BST/h-other', '0002/BST/3578071004-02/2026'],
  ])
  expect(pickUps[0]?.ownerNikMasked).toContain('********')
  expect(await counter.handOver('k-4', proxy)).toMatchObject({ refusal: { code: 'doubt-needs-reason' } })
  const { handoverId } = await counter.get('handover.record', {
    ...handOverToOwner('k-4'),
    ...proxy,
    doubtReason: 'Ketua RT, warga sakit',
  })
  expect(await factOf(handoverId)).toMatchObject({
    flags: expect.arrayContaining(['too-many-pick-ups']),
    doubts: { about: ['too-many-pick-ups'], reason: 'Ketua RT, warga sakit' },
  })
})

test('an owner whose face cannot be compared gets the card with a reason, and it is marked', async () => {
  await aDesk(aCard('k-1'))
  const { handoverId } = await counter.get('handover.record', {
    ...handOverToOwner('k-1'),
    papers: ['kitir', 'data-read'],
    identity: { seen: false, reason: 'Wajah terluka, dikenal RT' },
  })
  expect(await factOf(handoverId)).toMatchObject({ flags: expect.arrayContaining(['identity-not-seen']) })
})

test('the second card of the same e-Kitir is offered with the answer of the first', async () => {
  const kitirNumber = 'KNG-2611-000777'
  await aDesk(aCard('k-1', { kitirNumber }), aCard('k-2', { kitirNumber, ownerName: 'Putri' }), aCard('k-3'))
  const first = await counter.get('handover.record', handOverToOwner('k-1'))
  expect(first.alsoReady.map(({ cardId, ownerName }) => [cardId, ownerName])).toEqual([['k-2', 'Putri']])
  const second = await counter.get('handover.record', handOverToOwner('k-2'))
  expect(second.alsoReady).toEqual([])
})
