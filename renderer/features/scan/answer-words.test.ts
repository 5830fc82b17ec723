import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { CardElsewhere, ScanResult } from '#shared/contract/engine/scan.ts'
import { startWords } from '../../i18n/i18n.ts'
import { answerWords } from './answer-words.ts'

startWords('id')
const t = i18next.getFixedT('id', ['scan', 'common', 'faults'] as const)
const told = (result: ScanResult) => answerWords(result, t, (at) => at ?? 'belum pernah')

const nur: CardElsewhere = {
  kind: 'ktp-el',
  ownerName: 'Nur Aini',
  unitName: 'Kelurahan Peneleh',
  kecamatan: 'Genteng',
  state: 'ready',
  handedOverAt: null,
}
const elsewhere = (...cards: CardElsewhere[]) => told({ kind: 'elsewhere', kitirNumber: 'KNG-2611-048253', cards })

test('a card that is ready elsewhere says where, and to collect it there', () =>
  expect(elsewhere(nur)).toEqual({
    title: 'Kartu ada di Kelurahan Peneleh',
    text: 'Nur Aini, Kecamatan Genteng. Minta warga mengambilnya di sana.',
    mood: 'wait',
  }))

test('a card that was handed over elsewhere says when, and sends nobody there', () =>
  expect(elsewhere({ ...nur, state: 'handed-over', handedOverAt: 'kemarin 09.12' })).toEqual({
    title: 'Kartu sudah diserahkan di Kelurahan Peneleh',
    text: 'Nur Aini, kemarin 09.12. Bila warga merasa belum menerima, hubungi pengawas.',
    mood: 'bad',
  }))

test.each(['lost', 'damaged', 'returned'])('a card that is %s elsewhere is for the supervisor', (state) => {
  const { title, text, mood } = elsewhere({ ...nur, state })
  expect([title, mood]).toEqual(['Kartu milik Kelurahan Peneleh tidak dapat diserahkan', 'bad'])
  expect(text).toContain('Warga tidak perlu ke sana; hubungi pengawas.')
})

test('a card still on its way elsewhere is collected there once it is ready', () =>
  expect(elsewhere({ ...nur, state: 'shipped' }).text).toBe(
    'Nur Aini: Dikirim. Warga mengambilnya di sana setelah berstatus Siap diambil.',
  ))

test('two cards elsewhere are each told with their own state', () =>
  expect(elsewhere(nur, { ...nur, kind: 'kia', ownerName: 'Ali', state: 'print-queue' }).text).toBe(
    'KTP-el Nur Aini: Siap diambil, Kelurahan Peneleh. KIA Ali: Antre cetak, Kelurahan Peneleh. Minta warga mengambil yang berstatus Siap diambil di unitnya.',
  ))

test('a centre that could not be asked is told by its trouble, not as a missing network', () => {
  const asked = (code: 'centre-error' | 'device-quarantined') =>
    told({ kind: 'not-here', asked: 'failed', fault: { code }, dataAsOf: '08.40', characters: 15 }).text
  expect(asked('centre-error')).toBe(
    'Pusat sedang bermasalah (LKT-602). Kode ini tidak ada di data unit ini, data per 08.40. Cocokkan nomor di e-Kitir, lalu pindai lagi sebentar lagi.',
  )
  expect(asked('device-quarantined')).toContain('Perangkat ini ditahan oleh pusat (LKT-604)')
  expect(asked('device-quarantined')).toContain('Hubungi admin Dinas')
})

test('a card of this unit whose data is not here leads to a sync', () =>
  expect(told({ kind: 'not-pulled-yet', kitirNumber: 'KNG-1', ownerName: null })).toMatchObject({
    title: 'Kartu ini milik unit ini, datanya belum tersalin',
    mood: 'wait',
  }))

test('an application whose owner the centre did not tell does not begin with a colon', () =>
  expect(
    told({ kind: 'no-card-yet', kitirNumber: 'K', ownerName: null, status: 'VERIFIKASI', applicationId: null }).text,
  ).toBe('Status permohonan: Verifikasi. Kartu belum dibuat; warga cukup menunggu kabar.'))

test('offline a missing card is told with the age of the data, online with what the centre knows', () => {
  const offline = told({ kind: 'not-here', asked: 'offline', fault: null, dataAsOf: '08.40', characters: 15 })
  expect(offline.title).toBe('Tidak ada di data unit ini')
  expect(offline.text).toContain('data per 08.40')
  expect(told({ kind: 'not-here', asked: 'centre', fault: null, dataAsOf: null, characters: 15 }).title).toBe(
    'Pusat tidak mengenal kode ini',
  )
})

test('a forged e-Kitir is bad news and says not to hand over', () => {
  const { mood, text } = told({ kind: 'forged', reason: 'signature', kitirNumber: null })
  expect(mood).toBe('bad')
  expect(text).toContain('Jangan serahkan kartu')
})

test.each(['empty', 'too-long', 'control-characters', 'not-an-ekitir'] as const)(
  'a code that is %s is not an e-Kitir, with a way on',
  (reason) => {
    const { title, text } = told({ kind: 'unknown', reason, characters: 10_000 })
    expect(title).toBe('Bukan e-Kitir')
    expect(text).toMatch(/Pindai/)
  },
)

test('the status of a card not yet printed is written for people', () =>
  expect(
    told({ kind: 'no-card-yet', kitirNumber: 'K', ownerName: 'Maria', status: 'ANTRE_CETAK', applicationId: 'a-1' })
      .text,
  ).toContain('Maria: Antre cetak.'))
