import { password } from '../../fixtures/city.ts'
import type { Clerk } from '../../fixtures/clerk.ts'
import { countAtOpening, countBoxes, whatShouldLie } from '../../fixtures/drawer.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { savePaper } from './papers.ts'

/** The clerk takes the drawer over and signs for it. */
export async function openTheShift(rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await openDay(rini)
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Buka shift')).toBeVisible()
  await countAtOpening(page)
  await album.shoot(page, 'opening', 'the clerk counts the drawer and takes it over')
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Shift terbuka')).toBeVisible()
}

/** The drawer is counted box by box; one card is short. It is explained, signed, and the next clerk takes over. */
export async function closeTheShift(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await openDay(rini)
  await album.shoot(page, 'day', 'the drawer as a sum: what was there, what came, what went')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tutup shift')).toBeVisible()
  const pieces = await whatShouldLie(page)
  const [short] = [...pieces].find(([name]) => name.endsWith('KTP-el')) ?? ['']
  await countBoxes(page, new Map([...pieces, [short, (pieces.get(short) ?? 0) - 1]]))
  await expect(page.getByText(/seharusnya \d+, dihitung/)).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Penjelasan')).toBeFocused()
  await page.keyboard.type('Dicari besok pagi di kotak sebelah', { delay: 60 })
  await album.shoot(page, 'difference', 'counted at closing: one card is short, and why')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Petugas berikutnya')).toBeFocused()
  await page.keyboard.type('Ahmad', { delay: 60 })
  await page.keyboard.press('Tab')
  await page.keyboard.type(password, { delay: 60 })
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Alt+y')
  await album.shoot(page, 'taking-over', 'both sign; the next clerk takes the drawer')
  await page.keyboard.press('Control+Enter')
  // Who took the drawer over works here from now on.
  await expect(rini.heading('Yang perlu dikerjakan')).toBeVisible()
  await openDay(rini)
  await expect(page.getByText('Ahmad Fauzi memegang laci sejak')).toBeVisible()
  await album.shoot(page, 'closed', 'the shift is closed under its number')
  const open = () => page.keyboard.press('Control+p')
  await savePaper(kelurahan, page, album, { open, words: 'berita acara harian' })
}

async function openDay(clerk: Clerk): Promise<void> {
  await clerk.page.keyboard.press('Alt+0')
  await expect(clerk.heading('Hari ini')).toBeVisible()
  // Its heading is there before it knows how the shift stands.
  await expect(clerk.page.getByRole('button', { name: /^(Buka|Tutup) shift/ })).toBeVisible()
}
