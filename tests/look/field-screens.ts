import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

/** The day of a mobile team, from the first plan to somebody served. */
export async function fieldScreens(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Jemput bola')
  await look.take('jemput-kosong')
  await page.keyboard.press('Alt+n')
  await expect(page.locator('#trip-day')).toBeFocused()
  await page.keyboard.type('01-12-2026', likeFingers)
  await clerk.tabAndWrite(page.locator('#trip-members'), 'Joko Susilo, Ahmad Fauzi')
  await clerk.tabAndWrite(page.locator('#place-0-name'), 'Balai RW 3')
  await look.take('jemput-rencana')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-check]').first()).toBeVisible()
  await look.take('jemput-siap')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#queue')).toBeFocused()
  await page.keyboard.press('Alt+n')
  await clerk.write(page.locator('#visit-name'), 'Siti Aminah')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: /-001\s*Siti Aminah/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Layani', exact: true })).toBeVisible()
  await look.take('jemput-antrean')
}
