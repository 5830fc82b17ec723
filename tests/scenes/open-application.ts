import type { Page } from '@playwright/test'
import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect } from '../fixtures/patient-expect.ts'

export const detailOf = (page: Page) => page.locator('#detail')

/** Permohonan, at one of its filters by Ctrl+Tab: so often to the right, or to the left. */
export async function openApplications(clerk: Clerk, filter: string, tabs: number): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+Shift+Digit2')
  await expect(clerk.heading('Permohonan')).toBeVisible()
  for (let count = Math.abs(tabs); count > 0; count--)
    await page.keyboard.press(tabs > 0 ? 'Control+Tab' : 'Control+Shift+Tab')
  const chips = page.getByRole('group', { name: 'Saring menurut keadaan' })
  await expect(chips.getByRole('button', { pressed: true })).toContainText(filter)
}

/** An application in its list, found by the number of its e-Kitir. */
export async function openApplication(clerk: Clerk, number: string): Promise<void> {
  const { page } = clerk
  await openApplications(clerk, 'Semua', -2)
  await page.keyboard.press('Control+f')
  await page.keyboard.type(number, likeFingers)
  await expect(page.getByRole('listbox', { name: 'Permohonan' }).getByRole('option')).toHaveCount(1)
  await expect(detailOf(page)).toContainText(number)
  await page.keyboard.press('Enter')
}
