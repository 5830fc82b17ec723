import type { Page } from '@playwright/test'
import { type Clerk, likeFingers } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { savePaper } from './papers.ts'

/** What nobody collects goes back, one card cannot be found, and old cards are destroyed: each with its paper. */
export async function keepTheShelf(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  await giveBack(kelurahan, rini, album)
  await stateALoss(kelurahan, rini, album)
  await destroyOldCards(kelurahan, rini, album)
}

async function giveBack(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await seek(rini, kelurahan.kitir('uncollected').ownerName)
  await page.keyboard.press('Control+b')
  const dialog = page.getByRole('dialog', { name: 'Kembalikan ke Dinas' })
  await expect(dialog.getByText(/\/BAR\//)).toBeVisible()
  await album.shoot(page, 'return', 'after ninety days a card goes back to the Dinas')
  const open = () => page.keyboard.press('Enter')
  await savePaper(kelurahan, page, album, { open, words: 'berita acara pengembalian' })
}

async function stateALoss(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await seek(rini, kelurahan.parcel().cards[5]?.ownerName ?? '')
  await page.keyboard.press('Control+d')
  const dialog = page.getByRole('dialog', { name: 'Catat rusak atau hilang' })
  await expect(dialog.getByRole('radio', { name: 'Rusak' })).toBeFocused()
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Tab')
  await rini.write(dialog.getByLabel('Bagaimana hilangnya'), 'Tidak ada di kotaknya')
  await page.keyboard.press('Alt+t')
  await album.shoot(page, 'lost', 'a card that cannot be found: the officer signs for it')
  const open = () => page.keyboard.press('Enter')
  await savePaper(kelurahan, page, album, { open, words: 'surat pernyataan menghilangkan' })
}

async function destroyOldCards(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await rini.open('Kartu lama')
  await expect(page.getByRole('region', { name: 'Laci kartu lama' }).getByRole('checkbox').first()).toBeFocused()
  await press(page, 'Space')
  await page.keyboard.press('Alt+M')
  const dialog = page.getByRole('dialog', { name: 'Musnahkan kartu lama' })
  await rini.write(dialog.getByLabel('Saksi pertama', { exact: true }), 'Agus Salim')
  await press(page, 'Enter')
  await rini.write(dialog.getByLabel('Saksi kedua', { exact: true }), 'Siti Aminah')
  await album.shoot(page, 'old-card', 'an old card is destroyed before two witnesses')
  const open = () => page.keyboard.press('Enter')
  await savePaper(kelurahan, page, album, { open, words: 'berita acara pemusnahan' })
}

async function seek(rini: Clerk, owner: string): Promise<void> {
  const { page } = rini
  await rini.open('Kartu')
  await page.keyboard.press('Control+f')
  await rini.write(page.getByPlaceholder('Saring daftar'), owner)
  await expect(page.getByRole('row').filter({ hasText: owner })).toHaveCount(1)
  await press(page, 'ArrowDown')
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key, likeFingers)
}
