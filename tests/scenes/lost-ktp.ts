import type { Clerk } from '../fixtures/clerk.ts'
import { beginApplication, fileReviewed, fillIn, review, typedDay } from '../fixtures/intake-form.ts'
import type { Look } from './look.ts'

export const owner = { nik: '3578016305920008', kk: '3578012006120009', name: 'Siti Rahmawati' }

/** KNG takes a letter of the police that is at most so old. */
export const newEnough = 5
export const tooOld = 20

/** A lost KTP-el with the letter of the police, filed by its owner. The number of its e-Kitir. */
export async function lostKtp(clerk: Clerk, look: Look, { letterDaysAgo = newEnough } = {}): Promise<string> {
  const { page } = clerk
  await beginApplication(clerk, 'ktp hilang', 'Cetak ulang KTP-el')
  await look(page, 'lost-empty', 'found in the citizen’s words: the form of a lost KTP-el')
  await fillIn(clerk, 'Cetak ulang KTP-el', {
    ...{ applicantAs: '1', reason: '1' },
    ...{ 'owner.nik': owner.nik, 'owner.kk': owner.kk, 'owner.name': owner.name, 'owner.birthDate': '23051992' },
    ...{ 'owner.birthPlace': 'Surabaya', 'owner.sex': 'p', 'owner.married': 's', 'owner.phone': '081234567891' },
    ...{ 'lossReport.number': 'SKTLK/123/XI/2026', 'lossReport.date': typedDay(letterDaysAgo) },
    ...{ 'lossReport.station': 'Polsek Genteng', kk: 'f', 'police-letter': 'a' },
  })
  await look(page, 'lost-filled', 'all that is asked is there, with the letter of the police')
  await review(clerk)
  await look(page, 'lost-review', 'read to the citizen before it is filed')
  const [number = ''] = await fileReviewed(clerk)
  await look(page, 'lost-filed', 'filed, with its e-Kitir')
  return number
}
