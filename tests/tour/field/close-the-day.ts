import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { savePaper } from '../day/papers.ts'

/** Queue and cards are counted, the leader and a witness sign, and the report is there; still without a network. */
export async function closeTheDay(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await album.shoot(page, 'evening', 'thirty numbers, and nobody waits any more')
  await page.keyboard.press('Alt+h')
  await rini.write(page.locator('#close-in-hand'), '1')
  await rini.tabAndWrite(page.locator('#close-witness'), 'Hadi Purnomo')
  await rini.tabAndWrite(page.locator('#close-position'), 'Ketua RW 3')
  await rini.sign('#close-leader')
  await rini.sign('#close-witness-sign')
  await expect(page.getByText('Siap ditutup')).toBeVisible()
  await album.shoot(page, 'close', 'the count: one card is in hand, as it should be; both sign')
  const open = () => page.keyboard.press('Control+Enter')
  await savePaper(kelurahan, page, album, { open, words: 'laporan kegiatan jemput bola' })
  await expect(page.getByText('Laporan yang ditandatangani')).toBeVisible()
  await album.shoot(page, 'closed', 'the day is closed under its number')
}

/** The card that nobody came for goes back into the drawer. */
export async function bringBack(rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await rini.open('Tim lapangan')
  await expect(page.getByText('1 kartu sedang dibawa tim')).toBeVisible()
  await rini.tabTo(page.getByRole('checkbox').first())
  await page.keyboard.press('Space')
  await album.shoot(page, 'one-left', 'one card nobody came for: it goes back into the drawer')
  await page.keyboard.press('Alt+k')
  await expect(page.getByText('0 kartu sedang dibawa tim')).toBeVisible()
}
