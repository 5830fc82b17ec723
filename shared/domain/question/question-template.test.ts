import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled, gapsIn } from './question-template.ts'

const nothing = { nama: null, nomor_kitir: null, status: null, jatuh_tempo: null, unit: null }

test('what is known of the application is put in; what is not, and what only a clerk knows, stays to be seen', () => {
  const text = 'Yth. {nama}, {nomor_kitir} {status} sampai {jatuh_tempo}: {sebutkan yang kurang}'
  const known = { ...nothing, nama: 'Ratna', nomor_kitir: 'KNG-2611-000001', status: 'siap diambil' }
  const said = filled(text, known)
  expect(said).toBe('Yth. Ratna, KNG-2611-000001 siap diambil sampai {jatuh_tempo}: {sebutkan yang kurang}')
  expect(gapsIn(said)).toEqual(['jatuh tempo', 'sebutkan yang kurang'])
})

test('a name with signs of its own is put in as it is, and a text without fields stays', () => {
  fc.assert(
    fc.property(fc.string(), (nama) => {
      expect(filled('Yth. {nama}.', { ...nothing, nama })).toBe(`Yth. ${nama}.`)
    }),
  )
  expect([filled('Terima kasih.', nothing), gapsIn('Terima kasih.')]).toEqual(['Terima kasih.', []])
})
