import { expect, test } from 'vitest'
import { paperFileName } from './paper-name.ts'
import { aCompensationReceipt, aLabelSheet, anOldCardRecord, aProxyLetter, aShipmentRecord } from './testing/papers.ts'

test('a file is named by what it is and its number or day, never by a person', () => {
  expect(
    [
      aShipmentRecord(),
      aShipmentRecord({ direction: 'dispatch', number: '0417/BAK/SIOLA/2026' }),
      anOldCardRecord({ outcome: 'returned' }),
      aProxyLetter(),
      aCompensationReceipt({ copy: 2 }),
      aLabelSheet(3),
    ].map(paperFileName),
  ).toEqual([
    'berita-acara-penerimaan-kartu-0012-BAP-3578071004-02-2026.pdf',
    'berita-acara-pengiriman-kartu-0417-BAK-SIOLA-2026.pdf',
    'berita-acara-pengembalian-kartu-lama-0002-BAM-3578071004-02-2026.pdf',
    'surat-kuasa-2026-11-24.pdf',
    'kuitansi-0004-KWT-3578071004-02-2026-salinan-2.pdf',
    'label-kartu-3.pdf',
  ])
})
