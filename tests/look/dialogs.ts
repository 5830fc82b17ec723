import type { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

/** What opens above a screen when it is pressed. */
export async function dialogs(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const dialog = page.getByRole('dialog')
  const takeDialog = async (name: string) => {
    await expect(dialog).toBeVisible()
    await look.take(name)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await clerk.open('Sinkronisasi')
  await clerk.button('Riwayat').click()
  await takeDialog('riwayat')
  await page.keyboard.press('Control+1')
  await takeDialog('hubungi-pengawas')
  await clerk.openHandover(kelurahan.kitir('ready', 'ktp-el', 2))
  await page.keyboard.press('Alt+F')
  await takeDialog('foto')
}

/** The sign-in of the next one without a network. Leaves nobody signed in. */
export async function signInOffline(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await kelurahan.link().cut()
  await clerk.open('Sinkronisasi')
  await clerk.button(/Sinkronkan sekarang/).click()
  await expect(clerk.status(/Luring/)).toBeVisible()
  await page.keyboard.press('Control+L')
  await clerk.button('Ganti petugas').click()
  await expect(page.getByText('Jaringan terputus')).toBeVisible()
  await look.take('masuk-luring', 'masuk')
}

/** The field that finds anything, with letters of a name in it. */
export async function foundByName(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Control+K')
  await page.keyboard.type('wahyu')
  await expect(page.getByRole('dialog').getByText('Wahyu Pratama').first()).toBeVisible()
  await look.take('cari-nama')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}
