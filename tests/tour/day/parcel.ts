import type { Page } from '@playwright/test'
import type { Parcel } from '../../fixtures/city.ts'
import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { savePaper } from './papers.ts'

const said = (page: Page) => page.getByRole('main').getByRole('status').first()

/** Twelve cards are announced: ten come in good order, one is damaged, one is missing. Courier and clerk sign; the berita acara is kept as PDF. */
export async function countInTheParcel(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  const { number, cards } = kelurahan.parcel()
  const [, ...scanned] = cards
  await rini.scanByUsb(number)
  await expect(rini.heading(number)).toBeVisible()
  await album.shoot(page, 'parcel', 'a parcel is announced: its label opens the count')
  for (const card of scanned) await scan(rini, card)
  await markDamaged(page)
  await album.shoot(page, 'counted', 'eleven of twelve counted, one of them damaged')
  await page.keyboard.press('Alt+s')
  await expect(rini.heading('Selesaikan penerimaan')).toBeVisible()
  await page.keyboard.type('Tidak ada di amplop', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.getByLabel('Nama kurir').fill('Agus Santoso')
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Alt+y')
  await expect(page.getByText('Siap disimpan')).toBeVisible()
  await album.shoot(page, 'differences', 'each difference is explained, both sides sign')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Penerimaan tersimpan')).toBeVisible()
  await album.shoot(page, 'received', 'the cards are on the shelf, the record is numbered')
  const open = () => page.keyboard.press('Alt+p')
  await savePaper(kelurahan, page, album, { open, words: 'berita acara penerimaan' })
}

async function scan(rini: Clerk, { labelCode, ownerName }: Parcel['cards'][number]): Promise<void> {
  await rini.scanByUsb(labelCode)
  await expect(said(rini.page)).toContainText(ownerName)
}

/** The card that was counted last. */
async function markDamaged(page: Page): Promise<void> {
  await page.keyboard.press('F4')
  await expect(page.getByRole('radio', { name: 'Baik' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Rusak' })).toBeChecked()
  for (let part = 0; part < 4; part++) await page.keyboard.press('Tab')
  await page.keyboard.type('Terlipat', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
