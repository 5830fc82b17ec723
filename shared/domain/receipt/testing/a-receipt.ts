import type { Receipt } from '../receipt.ts'

/** Synthetic receipts: the two of the reference pictures, and any change to them. */
export const aReceipt = (changes: Partial<Receipt> = {}): Receipt => ({
  head: ['PEMERINTAH KOTA SURABAYA', 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL'],
  unitLine: 'Kelurahan Ketabang, Kec. Genteng',
  cardKind: 'ktp-el',
  number: '0232/BST/3578071004-02/2026',
  at: '2026-11-24T02:14:00.000Z',
  zone: 'Asia/Jakarta',
  ownerName: 'Dewi Lestari Handayani',
  ownerNikMasked: '3578********0006',
  kitirNumber: 'KNG-2611-048213',
  issueReason: 'damaged',
  collectorName: 'Dewi Lestari Handayani',
  collectorNikMasked: '3578********0006',
  relation: 'Pemilik',
  basis: { kind: 'self', pin: 'verified', proxyLetter: null },
  oldCard: { kind: 'withdrawn', drawer: '3' },
  statement: 'Saya telah menerima dokumen tersebut dalam keadaan baik dan data telah saya periksa serta sesuai.',
  free: 'Layanan ini tidak dipungut biaya.',
  callCentre: '031-99254200',
  staffName: 'Rini Wulandari',
  staffCode: 'KTB-R07',
  offline: false,
  copy: 0,
  ...changes,
})

/** A child's card given to the mother, offline. */
export const aKiaReceipt = (changes: Partial<Receipt> = {}): Receipt =>
  aReceipt({
    cardKind: 'kia',
    number: '0019/BST/3578071004-02/2026',
    at: '2026-11-24T02:38:00.000Z',
    ownerName: 'Arka Pratama Nugroho',
    ownerNikMasked: '3578********0011',
    kitirNumber: 'KNG-2611-047790',
    issueReason: 'new',
    collectorName: 'Ratna Kusumawati',
    collectorNikMasked: '3578********0027',
    relation: 'Ibu',
    basis: { kind: 'family', pin: 'verified', proxyLetter: null },
    oldCard: { kind: 'none' },
    offline: true,
    ...changes,
  })
