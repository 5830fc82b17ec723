import type { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

/** A hand-over whose receipt does not come: the result, the print queue and the status bar say so. */
export async function printerOff(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const kitir = kelurahan.kitir('ready', 'ktp-el', 2)
  await kelurahan.printer().switchOff()
  await clerk.openHandover(kitir)
  await clerk.enterPin(kitir.pin)
  await clerk.checkPapers()
  await clerk.sign()
  for (const id of ['handover-police', 'handover-police-station'])
    if (await page.locator(`#${id}`).isVisible()) await page.locator(`#${id}`).fill('12/XI/2026')
  if (await page.locator('#handover-police-date').isVisible())
    await page.locator('#handover-police-date').fill('20-11-2026')
  await clerk.confirm()
  await expect(page.getByText(/Printer tidak terjangkau/)).toBeVisible()
  await look.take('hasil-printer-mati', 'keadaan')
  await clerk.button('Simpan PDF').click()
  await expect(page.getByText(/^Disimpan/)).toBeVisible()
  await look.takeOnce('pemberitahuan')
  await expect(page.getByText(/^Disimpan/)).toBeHidden()
  await clerk.open('Sinkronisasi')
  await look.take('sinkronisasi-cetak', 'sinkronisasi')
  await clerk.status(/Printer/).click()
  await look.takeOnce('status-printer')
  await page.keyboard.press('Escape')
  await kelurahan.printer().switchOn()
}

/** The camera is there for the program, and gone for the screen. */
export async function cameraGone(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
  })
  await clerk.open('Pindai')
  await expect(page.getByText('Kamera tidak ditemukan')).toBeVisible()
  await look.take('pindai-tanpa-kamera', 'keadaan')
}

/** The screens that are full only during work, in the second language. */
export async function workInEnglish(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const kitir = kelurahan.kitir('ready', 'kia', 1)
  await clerk.openHandover(kitir)
  await clerk.open('Pengaturan')
  await page.getByText('English', { exact: true }).click()
  await page.keyboard.press('F9')
  await look.takeOnce('en-sync-conflict')
  await page.keyboard.press('F2')
  await page.getByLabel('Code not read?').fill(kitir.kitirNumber)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hand-over')
  await look.takeOnce('en-hand-over-work')
  await page.keyboard.press('Control+,')
  await page.getByText('Bahasa Indonesia', { exact: true }).click()
  await clerk.open('Beranda')
}
