import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { savePaper } from './papers.ts'

/** Of the parcel of this morning: changed data, two children, somebody who turned seventeen. */
const places = [2, 3, 4, 6]

/** A school gets four cards as one list, each with a receipt number of its own. */
export async function handOverToASchool(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await page.keyboard.press('Alt+Shift+Digit3')
  await expect(rini.heading('Serah terima massal')).toBeVisible()
  for (const place of places) {
    const card = kelurahan.parcel().cards[place]
    await rini.scanByUsb(card?.labelCode ?? '')
    await expect(page.getByText(`${card?.ownerName} masuk daftar.`)).toBeVisible()
  }
  await page.locator('#bulk-name').fill('SMAN 5')
  await page.locator('#bulk-place').fill('Aula')
  await page.locator('#bulk-person').fill('Sri Mulyani')
  await page.locator('#bulk-nik').fill('3578014202800009')
  await page.locator('#bulk-letter').fill('421/17')
  await page.locator('#bulk-letter-date').fill('20-11-2026')
  await page.locator('#bulk-seen').check()
  for (const paper of await page.locator('input[data-paper]').all()) await paper.check()
  await page.keyboard.press('Alt+T')
  const old = page.locator('input[data-old]:not(:checked)')
  while ((await old.count()) > 0) await old.first().check()
  await expect(page.getByText('Semua siap')).toBeVisible()
  await album.shoot(page, 'school', 'a school: a tick per person, one list')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`${places.length} kartu sudah diserahkan`)).toBeVisible()
  await album.shoot(page, 'school-done', 'each card has a receipt of its own')
  const open = () => page.keyboard.press('Enter')
  await savePaper(kelurahan, page, album, { open, words: 'daftar serah terima massal' })
}
