import { type Clerk, likeFingers } from '../../fixtures/clerk.ts'
import { fillLostCard } from '../../fixtures/fill-lost-card.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import type { Errand } from './people.ts'

/** An application for who is served: the person stands in it, and what is filed stands with the number. */
export async function applyOnSite(
  rini: Clerk,
  { birthDay, shown }: Extract<Errand, { kind: 'application' }>,
  album: Album,
): Promise<void> {
  const { page } = rini
  await page.keyboard.press('Alt+m')
  await expect(page.getByRole('button', { name: /^Permohonan baru untuk/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const field = page.getByRole('combobox', { name: 'Layanan' })
  await expect(field).toBeFocused()
  await page.keyboard.type('ktp hilang', likeFingers)
  await expect(page.getByRole('option', { selected: true })).toContainText('Cetak ulang KTP-el')
  await page.keyboard.press('Enter', likeFingers)
  await fillLostCard(page, birthDay)
  if (shown) await album.shoot(page, 'application', 'an application on site: name and NIK came from the queue')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Permohonan sudah diajukan')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('listitem').filter({ hasText: /L-\d{10}-\d\d-\d{6}/ })).toBeVisible()
}
