import type { Clerk } from '../../fixtures/clerk.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { fillWhatIsMissing } from '../day/hand-overs.ts'
import type { Errand } from './people.ts'

type CardErrand = Extract<Errand, { kind: 'card' }>

/** A card that was carried along is scanned, given with the checks of the counter, and signed for on site. */
export async function giveCard(rini: Clerk, { kitir, shown }: CardErrand, album: Album): Promise<void> {
  const { page } = rini
  await page.keyboard.press('Alt+k')
  await expect(page.locator('#visit-card-add')).toBeFocused()
  await rini.scanByUsb(kitir.labelCodes[0] ?? '')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await rini.enterPin(kitir.pin)
  await rini.checkPapers()
  await fillWhatIsMissing(page)
  await rini.sign()
  await expect(page.getByText('Semua syarat terpenuhi')).toBeVisible()
  if (shown) await album.shoot(page, 'hand-over', 'a card that was carried along, given on site')
  await rini.confirm()
  await rini.open('Jemput bola')
  await expect(page.getByRole('heading', { level: 2, name: kitir.ownerName })).toBeVisible()
  await expect(page.getByText('diserahkan', { exact: true })).toBeVisible()
  if (shown) await album.shoot(page, 'given', 'back at the queue: the card stands with the number')
}
