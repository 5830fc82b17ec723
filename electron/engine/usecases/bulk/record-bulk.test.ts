import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts'
import { png } from '../../testing/a-png.ts'
import { Counter, pinVerifier } from '../../testing/counter.ts'
import { aCard, aFact, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk(...cards: Card[]) {
  counter = await Counter.with({ cards })
  await counter.signIn()
}

const list = (cardIds: readonly string[], more: Partial<InputOf<'bulk.record'>> = {}): InputOf<'bulk.record'> => ({
  group: { kind: 'school', name: 'SMAN 5', place: 'Aula SMAN 5' },
  receivedBy: 'owners',
  inCharge: { name: 'Sri Mulyani', nik: '3578014202800009', position: 'Wakil kepala sekolah', seen: true },
  letter: { number: '421/17', date: '2026-11-20' },
  checked: [...everyPaper],
  doubtReason: null,
  signature: png,
  cards: cardIds.map((cardId) => ({ cardId, withdrawn: false, label: null })),
  ...more,
})

const everyPaper = ['face', 'kitir', 'data-read', 'proxy-letter', 'collector-ktp', 'owner-ktp']
const checkOf = (cardIds: readonly string[], more: Partial<InputOf<'bulk.check'>> = {}): InputOf<'bulk.check'> => ({
  cards: cardIds.map((cardId) => ({ cardId, received: true, label: null })),
  receivedBy: 'owners',
  inChargeNik: '3578014202800009',
  ...more,
})

const pupil = (id: string, more: Partial<Card> = {}) =>
  aCard(id, { issueReason: 'age-17', ownerBirthDate: '2009-06-01', ownerName: `Murid ${id}`, ...more })
const factOf = async (id: string) => (await counter.deps.reading((db) => db.handovers.find(id)))?.row

test('every pupil who is there gets the card with a receipt number of its own; the list ties them together', async () => {
  await aDesk(
    pupil('k-1', { pinVerifier }),
    pupil('k-2'),
    pupil('k-3', { kind: 'kia', issueReason: 'new', ownerBirthDate: '2015-06-01' }),
  )
  const { listId, number, recorded, leftOut } = await counter.get('bulk.record', list(['k-1', 'k-2', 'k-3']))
  expect([number, leftOut]).toEqual(['0001/DST/3578071004-02/2026', []])
  expect(recorded.map(({ cardId, receiptNumber }) => [cardId, receiptNumber])).toEqual([
    ['k-1', '0001/BST/3578071004-02/2026'],
    ['k-2', '0002/BST/3578071004-02/2026'],
    ['k-3', '0003/BST/3578071004-02/2026'],
  ])
  const facts = await Promise.all(recorded.map(({ handoverId }) => factOf(handoverId)))
  expect(facts.map((fact) => [fact?.collector.kind, fact?.collector.name, fact?.list?.line, fact?.flags])).toEqual([
    ['self', 'Murid k-1', 1, ['pin-overridden', 'review-later']],
    ['self', 'Murid k-2', 2, ['pin-unverified']],
    ['proxy', 'Sri Mulyani', 3, ['pin-unverified']],
  ])
  expect(new Set(facts.map((fact) => fact?.list?.id))).toEqual(new Set([listId]))
  expect(await counter.outbox()).toEqual(['k-1', 'k-2', 'k-3'])
  expect(await counter.ask('paper.save', { paper: { kind: 'handover-list', id: listId } })).toMatchObject({ ok: true })
})

test('a minor is named before, and a card that was given elsewhere meanwhile is left out; nobody else waits for them', async () => {
  await aDesk(
    pupil('k-1'),
    pupil('k-young', { ownerBirthDate: '2010-06-01' }),
    pupil('k-gone'),
    pupil('k-lost', { issueReason: 'lost' }),
  )
  const { lines } = await counter.get('bulk.check', checkOf(['k-1', 'k-young', 'k-gone', 'k-lost', 'k-nowhere']))
  expect(lines.map(({ card, refusal }) => [card.cardId, refusal?.code ?? null])).toEqual([
    ['k-1', null],
    ['k-young', 'owner-too-young'],
    ['k-gone', null],
    ['k-lost', 'old-card-missing'],
  ])
  const other = aFact('k-gone', 'h-other')
  const elsewhere = { ...other, id: 'h-other', scope, deviceId: 'device-9', acceptedAt: other.at, flags: [] }
  await counter.pull([change('handover', { ...elsewhere, standing: 'stands' })])
  const { recorded, leftOut } = await counter.get('bulk.record', list(['k-young', 'k-gone', 'k-1']))
  expect(recorded.map(({ cardId }) => cardId)).toEqual(['k-1'])
  expect(leftOut.map(({ cardId, refusal }) => [cardId, refusal.code])).toEqual([
    ['k-young', 'owner-too-young'],
    ['k-gone', 'already-handed-over'],
  ])
})

test('a list of which nobody gets a card is refused, and no number is used up', async () => {
  await aDesk(pupil('k-1'), pupil('k-young', { ownerBirthDate: '2010-06-01' }))
  expect(await counter.ask('bulk.record', list(['k-young']))).toMatchObject({
    refusal: { code: 'bulk-nobody', details: { reasons: 'owner-too-young' } },
  })
  const { number } = await counter.get('bulk.record', list(['k-1']))
  expect(number).toBe('0001/DST/3578071004-02/2026')
})

test('who is in charge takes the cards of many households: from the fourth on a reason is asked for, and it is the one that is kept', async () => {
  const ids = ['k-1', 'k-2', 'k-3', 'k-4', 'k-5']
  await aDesk(...ids.map((id, n) => pupil(id, { kkNumber: `35780701011900${n + 1}1` })))
  const { lines, limit } = await counter.get('bulk.check', checkOf(ids, { receivedBy: 'in-charge' }))
  const tooMany = ['too-many-pick-ups']
  expect([limit, lines.map(({ doubts }) => doubts)]).toEqual([3, [[], [], [], tooMany, tooMany]])
  const absent = checkOf(ids, { receivedBy: 'in-charge' })
  const three = absent.cards.map((line, n) => ({ ...line, received: n > 1 }))
  const without = await counter.get('bulk.check', { ...absent, cards: three })
  expect(without.lines.map(({ doubts }) => doubts)).toEqual([[], [], [], [], []])

  const unexplained = await counter.get('bulk.record', list(ids.slice(0, 4), { receivedBy: 'in-charge' }))
  expect(unexplained.leftOut.map(({ cardId, refusal }) => [cardId, refusal.code])).toEqual([
    ['k-4', 'doubt-needs-reason'],
  ])
  const doubtReason = 'Satu RW, diantar ketua RT'
  const { recorded } = await counter.get('bulk.record', list(['k-4', 'k-5'], { receivedBy: 'in-charge', doubtReason }))
  const facts = await Promise.all(recorded.map(({ handoverId }) => factOf(handoverId)))
  expect(facts.map((fact) => [fact?.flags.includes('too-many-pick-ups'), fact?.doubts])).toEqual([
    [true, { about: tooMany, reason: doubtReason }],
    [true, { about: tooMany, reason: doubtReason }],
  ])
})

test('an impossible NIK of who is in charge is a doubt for each card that goes to that person, and for no owner who is there', async () => {
  await aDesk(pupil('k-1'), pupil('k-child', { kind: 'kia', issueReason: 'new', ownerBirthDate: '2015-06-01' }))
  const inChargeNik = '3578013102800009'
  const { lines } = await counter.get('bulk.check', checkOf(['k-1', 'k-child'], { inChargeNik }))
  expect(lines.map(({ doubts }) => doubts)).toEqual([[], ['nik-birth-day']])
  const inCharge = { ...list([]).inCharge, nik: inChargeNik }
  const { recorded, leftOut } = await counter.get('bulk.record', list(['k-1', 'k-child'], { inCharge }))
  expect(recorded.map(({ cardId }) => cardId)).toEqual(['k-1'])
  expect(leftOut.map(({ refusal }) => refusal)).toEqual([
    { code: 'doubt-needs-reason', details: { doubts: 'nik-birth-day' } },
  ])
})

test('what was not looked at is recorded so: no face, no paper is ever said to have been seen', async () => {
  await aDesk(pupil('k-1'), pupil('k-child', { kind: 'kia', issueReason: 'new', ownerBirthDate: '2015-06-01' }))
  const { papers } = await counter.get('bulk.check', checkOf(['k-1', 'k-child']))
  expect(papers.map(({ id }) => id)).toEqual([...everyPaper.slice(0, 3), 'proxy-letter', 'collector-ktp', 'owner-ktp'])
  const inCharge = { ...list([]).inCharge, seen: false }
  const { recorded } = await counter.get('bulk.record', list(['k-1', 'k-child'], { checked: ['kitir'], inCharge }))
  const facts = await Promise.all(recorded.map(({ handoverId }) => factOf(handoverId)))
  const identity = { seen: false, reason: 'Tidak dicocokkan orang per orang' }
  const marked = expect.arrayContaining(['papers-not-seen', 'identity-not-seen'])
  expect(facts).toMatchObject([
    { papers: ['kitir'], unchecked: ['data-read'], identity, flags: marked },
    {
      papers: ['kitir'],
      unchecked: ['proxy-letter', 'collector-ktp', 'owner-ktp', 'data-read'],
      identity,
      flags: marked,
    },
  ])
})

test('the signature of who is in charge stands under no other name: who came in person signs the list', async () => {
  await aDesk(pupil('k-1'), pupil('k-child', { kind: 'kia', issueReason: 'new', ownerBirthDate: '2015-06-01' }))
  const { recorded, number } = await counter.get('bulk.record', list(['k-1', 'k-child']))
  const shown = await Promise.all(recorded.map(({ handoverId }) => counter.get('handover.get', { handoverId })))
  expect(shown.map(({ receipt, signature }) => [receipt.onList, signature === null])).toEqual([
    [number, true],
    [undefined, false],
  ])
  expect(shown[1]?.receipt.basis).toMatchObject({ kind: 'proxy', onList: true })
  const [own] = recorded
  if (!own) throw new Error('nobody')
  await counter.get('handover.save-pdf', { handoverId: own.handoverId })
  const [page] = await pdfText([...counter.shell.files.values()][0] ?? new Uint8Array())
  expect(page).toContain(`pada daftar ${number}`)
})

test('where the city asks for the label of each card, the labels that were scanned count in a list, too', async () => {
  await aDesk(pupil('k-1'), pupil('k-2'))
  const region = await counter.deps.reading((db) => db.settings.region())
  await counter.write((tx) => tx.settings.saveRegion({ ...region, handover: { labelCheck: 'required' } }))
  const label = aCard('k-1').labelCode
  const asked = checkOf(['k-1', 'k-2'])
  const cards = asked.cards.map((line) => ({ ...line, label: line.cardId === 'k-1' ? label : null }))
  const { lines } = await counter.get('bulk.check', { ...asked, cards })
  expect(lines.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'label-missing'])
  const scanned = list(['k-1', 'k-2']).cards.map((line) => ({ ...line, label: line.cardId === 'k-1' ? label : null }))
  const { recorded, leftOut } = await counter.get('bulk.record', { ...list([]), cards: scanned })
  expect(await factOf(recorded[0]?.handoverId ?? '')).toMatchObject({ cardId: 'k-1', labelSeen: true })
  expect(leftOut.map(({ refusal }) => refusal.code)).toEqual(['label-missing'])
})

test('pressing twice is one list; while it is recorded the screen gets its answers, and on a full disk nothing is left of it', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => `k-${n}`)
  await aDesk(...ids.map((id) => pupil(id)))
  counter.diskFull = true
  expect(await counter.ask('bulk.record', list(ids))).toMatchObject({ refusal: { code: 'disk-full' } })
  expect(await counter.outbox()).toEqual([])
  counter.diskFull = false
  const requestId = 'b5c4f9a6-0000-7000-8000-00000000000b'
  let done = false
  const first = counter.get('bulk.record', list(ids), requestId).finally(() => (done = true))
  await counter.get('app.status', {})
  expect(done).toBe(false)
  expect((await first).recorded).toHaveLength(120)
  expect(await counter.get('bulk.record', list(ids), requestId)).toEqual(await first)
  expect(await counter.outbox()).toHaveLength(120)
}, 60_000)

test('the list that was begun is there after a power cut, and gone once it is recorded', async () => {
  await aDesk(pupil('k-1'))
  const { group, receivedBy, inCharge, letter, checked } = list([])
  const cards = [{ cardId: 'k-1', received: true, withdrawn: false, label: null }]
  const draft = { group, receivedBy, inCharge, letter, checked, doubtReason: '', cards }
  await counter.get('bulk.save-draft', { draft })
  await counter.restart()
  expect(await counter.get('bulk.draft', {})).toEqual({ draft })
  await counter.get('bulk.record', list(['k-1']))
  expect(await counter.get('bulk.draft', {})).toEqual({ draft: null })
})
