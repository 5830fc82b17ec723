import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import { typedDay } from '../fixtures/intake-form.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'
import { detailOf, openApplication, openApplications } from './open-application.ts'

const reason = 'Surat kehilangan lebih dari 14 hari; mohon surat baru.'

/** KNG sends an application back whose letter of the police is too old. It is seen, put right and sent again, and goes on. */
export async function putRight(kelurahan: Kelurahan, clerk: Clerk, number: string, look: Look): Promise<void> {
  await kelurahan.kng.bring(number, 'PERBAIKAN')
  await clerk.sync()
  await seeIt(clerk, number, look)
  await repair(clerk, look)
  await clerk.sync()
  await kelurahan.kng.bring(number, 'VALIDASI')
  await clerk.sync()
  await openApplication(clerk, number)
  await expect(detailOf(clerk.page).getByText('Validasi').first()).toBeVisible()
  await look(clerk.page, 'sent-back-goes-on', 'put right, it goes on: the whole course, and KNG’s own number')
}

async function seeIt(clerk: Clerk, number: string, look: Look): Promise<void> {
  const { page } = clerk
  await clerk.open('Beranda')
  await expect(page.getByText(/permohonan perlu diperbaiki/)).toBeVisible()
  await look(page, 'sent-back-home', 'something came back: Beranda says so, with the reason')
  await openApplications(clerk, 'Dikembalikan', 1)
  await page.keyboard.press('Control+f')
  await page.keyboard.type(number, likeFingers)
  const rows = page.getByRole('listbox', { name: 'Permohonan' }).getByRole('option')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(reason)
  await expect(detailOf(page)).toContainText(number)
  await look(page, 'sent-back-list', 'in the list, with what KNG wants')
}

async function repair(clerk: Clerk, look: Look): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+p')
  await expect(clerk.heading('Cetak ulang KTP-el')).toBeVisible()
  await expect(page.getByText(`Diminta: ${reason}`)).toBeVisible()
  await expect(page.getByText('Diminta diperbaiki')).toHaveCount(4)
  await expect(page.locator('[data-about="lossReport.number"]')).toBeFocused()
  await look(page, 'sent-back-marked', 'opened again, with the marked places')
  await clerk.write(page.locator('[data-about="lossReport.number"]'), 'SKTLK/201/XI/2026')
  await page.keyboard.press('Enter', likeFingers)
  await clerk.write(page.locator('[data-about="lossReport.date"]'), typedDay(1))
  await page.keyboard.press('Enter', likeFingers)
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Tinjau bersama warga')).toBeVisible()
  const note = page.getByLabel('Apa yang diperbaiki (bila perlu)')
  await clerk.tabTo(note)
  await page.keyboard.type('Surat kehilangan baru', likeFingers)
  await page.keyboard.press('Alt+u')
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(note).toHaveValue('Surat kehilangan baru')
  await look(page, 'sent-back-review', 'reviewed again, with a word on what was put right')
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Permohonan sudah dikirim lagi')).toBeVisible()
  await look(page, 'sent-back-sent', 'sent again under the same number')
}
