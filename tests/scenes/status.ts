import type { Locator } from '@playwright/test'
import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

export const statusDialog = ({ page }: Clerk): Locator => page.getByRole('dialog', { name: 'Status permohonan' })

/** F4: how it stands, by number and PIN. */
export async function openStatus(clerk: Clerk, number: string, pin: string): Promise<Locator> {
  const { page } = clerk
  const status = statusDialog(clerk)
  await askStatus(clerk, number)
  await expect(status.getByLabel(/PIN e-Kitir .* 1$/)).toBeFocused()
  await page.keyboard.type(pin, likeFingers)
  await expect(status.getByText(/^Data per /)).toBeVisible()
  return status
}

export async function askStatus(clerk: Clerk, number: string): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('F4')
  await expect(statusDialog(clerk).getByLabel('Nomor e-Kitir')).toBeFocused()
  await page.keyboard.type(number, likeFingers)
  await page.keyboard.press('Enter', likeFingers)
}

export async function closeStatus(clerk: Clerk): Promise<void> {
  await clerk.page.keyboard.press('Escape')
  await expect(statusDialog(clerk)).toBeHidden()
}

/** The citizen has no printer: the finished document is fetched, looked at with its signature, and printed on A4. */
export async function printFinished(
  clerk: Clerk,
  { number, pin, title }: { readonly number: string; readonly pin: string; readonly title: string },
  look: Look,
): Promise<void> {
  const { page } = clerk
  const status = await openStatus(clerk, number, pin)
  await look(page, 'status', 'by number and PIN: where it stands, in the citizen’s words, and what is finished')
  await clerk.tabTo(status.getByRole('button', { name: title }))
  await page.keyboard.press('Enter', likeFingers)
  await expect(status.getByRole('img', { name: 'Halaman 1' })).toBeVisible({ timeout: 60_000 })
  await expect(status.getByText('Pejabat Simulasi')).toBeVisible()
  await expect(status.getByText('Penanda tangan tidak dikenal')).toBeVisible()
  await look(page, 'finished', 'the finished document and its signature: what was signed, by somebody unknown here')
  await expect(status.getByRole('button', { name: /Cetak A4/ })).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByText(/Dikirim ke printer: 1 halaman/)).toBeVisible({ timeout: 60_000 })
  await closeStatus(clerk)
}
