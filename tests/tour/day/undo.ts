import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'

/** The last card was given to the wrong person and comes back over the counter at once. */
export async function undoOne(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  const kitir = kelurahan.kitir('uncollected')
  await rini.findByNumber(kitir.kitirNumber)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await page.keyboard.press('Alt+Z')
  const dialog = page.getByRole('dialog', { name: 'Batalkan serah terima' })
  await dialog.getByLabel('Alasan dibatalkan').fill('Salah orang, nama sama')
  await album.shoot(page, 'undo', 'given to the wrong person: why, and where the card lies now')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Serah terima dibatalkan')).toBeVisible()
  await album.shoot(page, 'undone', 'the card is ready again; the receipt stays on record')
}
