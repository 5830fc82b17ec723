import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'

/** The mobile team takes a card along; the citizen signs on site. */
export async function handOverOnSite(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  const kitir = kelurahan.kitir('own-signed')
  await rini.open('Tim lapangan')
  await rini.scanByUsb(kitir.labelCodes[0] ?? '')
  await expect(page.getByRole('list', { name: 'Yang dibawa' }).getByText(kitir.ownerName)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await rini.write(page.locator('#team-carrier'), 'Joko Susilo')
  await page.keyboard.press('Alt+T')
  await expect(page.getByText('Siap dibawa')).toBeVisible()
  await album.shoot(page, 'team', 'the mobile team takes a card along, and signs for it')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 kartu sedang dibawa tim')).toBeVisible()
  await rini.openHandover(kitir)
  await expect(page.getByText('Dibawa tim lapangan')).toBeVisible()
  await rini.prepareHandover(kitir)
  await album.shoot(page, 'on-site', 'given on site; until now the card was the unit’s')
  await rini.confirm()
}
