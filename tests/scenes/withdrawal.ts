import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'
import { detailOf, openApplication } from './open-application.ts'

/** The citizen takes an application back, and says why: KNG does not go on with it. */
export async function takeBack(kelurahan: Kelurahan, clerk: Clerk, number: string, look: Look): Promise<void> {
  const { page } = clerk
  await kelurahan.kng.bring(number, 'VERIFIKASI')
  await clerk.sync()
  await openApplication(clerk, number)
  await page.keyboard.press('Alt+c')
  const dialog = page.getByRole('dialog', { name: 'Batalkan permohonan?' })
  await expect(dialog.getByLabel('Alasan dari warga')).toBeFocused()
  await page.keyboard.type('Batal pindah, pekerjaan tidak jadi', likeFingers)
  await look(page, 'withdrawal', 'the citizen takes it back: not without saying why')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(detailOf(page).getByText('Dibatalkan').first()).toBeVisible()
  await clerk.sync()
  const last = () => kelurahan.kng.course(number).steps.at(-1)?.status
  await expect.poll(last, { timeout: 60_000 }).toBe('DIBATALKAN')
  await openApplication(clerk, number)
  await expect(detailOf(page).getByText('Batal pindah, pekerjaan tidak jadi')).toBeVisible()
  await look(page, 'withdrawn', 'withdrawn, with the citizen’s reason')
}
