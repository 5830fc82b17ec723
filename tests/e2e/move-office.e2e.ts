import type { Page } from '@playwright/test'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { dewiAtSiola, unitsOf } from './city-desk.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('move')

const dinas = /Gedung Siola|Dinas Kependudukan/

/** Dewi orders GDN-01 to the Dinas, by keyboard. */
async function ordersMove(page: Page): Promise<void> {
  await expect(unitsOf(page).getByRole('option').first()).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Control+6')
  const devices = page.getByRole('listbox', { name: 'Perangkat menurut yang paling perlu dilihat' })
  await expect(devices).toBeFocused()
  await devices.getByRole('option').filter({ hasText: 'GDN-01' }).click()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tindakan').selectOption({ label: 'Pindahkan ke kantor lain' })
  await dialog.getByLabel('Pindah ke').selectOption({ index: 1 })
  await dialog.getByLabel(/kata sandi/i).fill(password)
  await looked(page, 'order')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText(/diminta pindah/)).toBeVisible({ timeout: 60_000 })
}

test('the Dinas orders a computer to another office: it says so, sends what it had, goes when everybody signed out, and has the new office', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await dewiAtSiola(kelurahan)
  await ordersMove(page)

  // It hears of it with its first sign of life, and would go at once if nobody were at work.
  await kelurahan.link(1).cut()
  const desk = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(desk.page)
  await rini.signIn()
  await kelurahan.link(1).restore()
  const notice = desk.page.getByText(/Perangkat ini pindah ke/).first()
  await expect(notice).toContainText('setelah', { timeout: 90_000 })
  await rini.open('Sinkronisasi')
  await desk.page.getByRole('button', { name: 'Putuskan (peragaan)' }).click()
  await expect(desk.page.getByRole('button', { name: 'Sambungkan lagi' })).toBeVisible()
  const kitir = kelurahan.kitir('ready')
  await rini.openHandover(kitir)
  await rini.prepareHandover(kitir)
  await rini.confirm()
  await rini.receiptNumber()
  await rini.open('Beranda')
  await expect(notice).toContainText(/setelah 1 tindakan terkirim.*semua orang keluar/)
  await expect(desk.page.getByRole('button', { name: 'Akan pindah kantor' })).toBeVisible()
  await looked(desk.page, 'notice')
  await rini.open('Sinkronisasi')
  await desk.page.getByRole('button', { name: 'Sambungkan lagi' }).click()
  await expect(desk.page.getByRole('button', { name: 'Putuskan (peragaan)' })).toBeVisible()
  await rini.open('Beranda')
  await expect(notice).toContainText('setelah semua orang keluar.', { timeout: 60_000 })

  await desk.page.keyboard.press('Control+k')
  await desk.page.keyboard.type('Keluar, ganti', { delay: 60 })
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByText(/Perangkat ini pindah dari Kelurahan Gading \(GDN-01\)/)).toBeVisible({
    timeout: 90_000,
  })
  await expect(desk.page.getByText(dinas).first()).toBeVisible()
  await expect(desk.page.getByRole('radio', { name: /Dewi Anggraini/ })).toBeVisible()
  await expect(desk.page.getByText('Rini Wulandari')).toHaveCount(0)
  await looked(desk.page, 'moved')
  const dewi = new Clerk(desk.page)
  await dewi.signIn('Dewi Anggraini')
  await expect(dewi.heading('Yang perlu dikerjakan')).toBeVisible()
  await page.keyboard.press('Alt+m')
  const devices = page.getByRole('listbox').getByRole('option')
  await expect(devices.filter({ hasText: 'GDN-01' })).toHaveCount(0)
  await expect(devices.filter({ hasText: 'GDN-02' })).toHaveCount(1)
})
