import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Fault } from '#shared/contract/errors.ts'
import { faults as en } from '../i18n/en/faults.ts'
import { startWords } from '../i18n/i18n.ts'
import { faults as id } from '../i18n/id/faults.ts'
import { ErrorState, FaultLine } from './states.tsx'

const wordsIn = { id, en }
startWords('id')
const read = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const line = (code: Fault['code'], kept?: boolean) =>
  read(renderToStaticMarkup(<FaultLine fault={{ code }} {...(kept === undefined ? {} : { kept })} />))

test('a line about something at stake says what happened, what was kept, what to do, and its number', () =>
  expect(line('disk-full')).toBe(
    'Ruang penyimpanan komputer penuh. Yang sudah dicatat tetap aman; tindakan terakhir belum tersimpan. Kosongkan ruang penyimpanan, lalu ulangi tindakan itu. LKT-701',
  ))

test('a line about what is in plain sight spares the sentence that it is still there', () =>
  expect(line('papers-missing')).toBe(
    'Berkas pengambil belum lengkap. Lihat berkas yang belum ditandai, lalu tandai bila sudah diperlihatkan. LKT-406',
  ))

test('a test print keeps nothing, and its line does not say so', () => {
  expect(line('printer-out-of-paper')).toContain('Bukti tetap di antrean cetak.')
  expect(line('printer-out-of-paper', false)).not.toContain('antrean')
})

test('an error that takes the place of a screen always says what was kept', () =>
  expect(read(renderToStaticMarkup(<ErrorState fault={{ code: 'card-unknown' }} />))).toBe(
    'Kartu tidak ada di data unit ini Isian Anda tetap ada di layar. Tekan Sinkronkan sekarang di Sinkronisasi (F9), lalu pindai lagi (F2). LKT-401',
  ))

test('silence, half an answer, a strange certificate and a portal are told apart', () => {
  const titles = (['no-answer', 'answer-cut', 'certificate-untrusted', 'centre-unreadable'] as const).map(
    (code) => line(code).split('.')[0],
  )
  expect(titles).toEqual([
    'Pusat tidak menjawab',
    'Jawaban pusat terputus di tengah jalan',
    'Sertifikat pusat tidak dapat dipercaya',
    'Jawaban jaringan bukan dari pusat',
  ])
})

test('whatever keeps the centre away has its own sentence, and every sentence its own next step', () => {
  const ways = [
    'no-network',
    'internet-down',
    'name-unknown',
    'centre-down',
    'proxy-unreachable',
    'proxy-sign-in',
    'proxy-refused',
    'centre-unreadable',
    'certificate-untrusted',
  ] as const
  for (const language of ['id', 'en'] as const) {
    const told = ways.map((code) => wordsIn[language][code])
    expect(new Set(told.map(({ title }) => title)).size).toBe(ways.length)
    expect(new Set(told.map(({ next }) => next)).size).toBe(ways.length)
  }
})
