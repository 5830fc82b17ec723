import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { startWords } from '../../i18n/i18n.ts'
import { answerWords } from './answer-words.ts'

startWords('id')
const t = i18next.getFixedT('id', ['scan', 'common'] as const)
const told = (result: ScanResult) => answerWords(result, t, (at) => at ?? 'belum pernah')

test('a card elsewhere says where, and to collect it there', () =>
  expect(
    told({
      kind: 'elsewhere',
      kitirNumber: 'KNG-2611-048253',
      ownerName: 'Nur Aini',
      unitName: 'Kelurahan Peneleh',
      kecamatan: 'Genteng',
      state: 'ready',
    }),
  ).toEqual({
    title: 'Kartu ada di Kelurahan Peneleh',
    text: 'Nur Aini, Kecamatan Genteng. Minta warga mengambilnya di sana.',
    mood: 'wait',
  }))

test('offline a missing card is told with the age of the data, online with what the centre knows', () => {
  const offline = told({ kind: 'not-here', asked: 'offline', dataAsOf: '08.40', characters: 15 })
  expect(offline.title).toBe('Tidak ada di data unit ini')
  expect(offline.text).toContain('data per 08.40')
  expect(told({ kind: 'not-here', asked: 'centre', dataAsOf: null, characters: 15 }).title).toBe(
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
  expect(told({ kind: 'no-card-yet', kitirNumber: 'K', ownerName: 'Maria', status: 'ANTRE_CETAK' }).text).toContain(
    'Maria: Antre cetak.',
  ))
