import { expect, test } from 'vitest'
import { receiptLines } from '#shared/domain/receipt/receipt-lines.ts'
import { type CardDetail, emptyDraft, type Policy } from './draft.ts'
import { collectorShown, previewOf } from './preview.ts'

const detail: CardDetail = {
  applicationId: 'a-1',
  card: {
    cardId: 'K-1',
    kind: 'kia',
    state: 'ready',
    issueReason: 'new',
    ownerName: 'Arka Pratama',
    ownerNikMasked: '3578********0011',
    kitirNumber: 'KNG-2611-047790',
    place: null,
    arrivedAt: null,
    ageDays: 1,
    promise: { kind: 'none' },
    centre: 'recorded',
    handedOver: null,
  },
  ownerBirthDate: '2021-03-31',
  kia: null,
  service: null,
  oldCard: 'none',
  pin: { state: 'open', triesLeft: 5 },
  collectors: ['family', 'proxy'],
  household: [
    { memberId: 'm-1', name: 'Ratna Kusumawati', nikMasked: '3578********0002', relation: 'spouse', adult: true },
  ],
  householdKnown: true,
  contested: false,
  nextReceiptNumber: '0019/BST/3578071004-02/2026',
  unit: { name: 'Kelurahan Ketabang', kecamatan: 'Genteng' },
  dataAsOf: null,
}
const policy: Policy = {
  pinDigits: 6,
  pinTries: 5,
  labelCheck: 'offered',
  idleLockMinutes: 10,
  override: { onTheSpot: true, challenge: true, reviewLater: true },
  receipt: {
    head: ['PEMERINTAH KOTA SURABAYA'],
    statement: 'Saya telah menerima.',
    free: 'Gratis.',
    callCentre: '031',
    copies: 1,
  },
  collectorRules: [],
}
const desk = {
  at: '2026-11-24T02:38:00.000Z',
  zone: 'Asia/Jakarta',
  staff: { name: 'Rini Wulandari', code: 'KTB-R07' },
  offline: true,
}

test('a chosen member of the KK is shown by name, masked NIK and relation', () => {
  const draft = { ...emptyDraft(detail), memberId: 'm-1' }
  expect(collectorShown(draft, detail)).toEqual({
    name: 'Ratna Kusumawati',
    nikMasked: '3578********0002',
    relation: 'Suami/istri',
  })
})

test('a typed NIK never stands whole on the preview', () => {
  const draft = { ...emptyDraft(detail), collector: 'proxy' as const, name: 'Budi', nik: '3578110101900001' }
  expect(JSON.stringify(receiptLines(previewOf(draft, detail, policy, desk), 48))).not.toContain('3578110101900001')
})

test('the preview bears the next number, the unit and the offline mark', () => {
  const draft = { ...emptyDraft(detail), memberId: 'm-1' }
  const text = JSON.stringify(receiptLines(previewOf(draft, detail, policy, desk), 48))
  for (const part of ['0019/BST/3578071004-02/2026', 'Kelurahan Ketabang, Kec. Genteng', 'Dicetak dalam mode luring'])
    expect(text).toContain(part)
})
