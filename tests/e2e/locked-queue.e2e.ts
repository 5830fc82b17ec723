import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { openWithoutAsking } from '../fixtures/open-without-asking.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

/** Rini signed in at desk 1; now the centre's clock is a month on. */
async function aMonthLater(folder: string): Promise<Kelurahan> {
  const before = await Kelurahan.open(process.env.LOKET_E2E_CITY ?? '', join(folder, 'before'))
  await new Clerk((await before.startDesk(1, { clip: null })).page).signIn()
  await before.close()
  return Kelurahan.open(join(folder, 'before'), join(folder, 'after'), { clockDaysAhead: 30 })
}

/** The name of the file that is said to be saved. */
async function savedIn(kelurahan: Kelurahan, line: Locator, before: RegExp): Promise<string> {
  await expect(line).toBeVisible()
  return join(kelurahan.saveDir, ((await line.textContent()) ?? '').replace(before, ''))
}

test('too long without the centre the queue still leaves by stick and its answer comes back, and the desk stays locked', async () => {
  test.setTimeout(300_000)
  using place = temporaryFolder('e2e-locked')
  const kelurahan = await aMonthLater(place.path)
  try {
    const desk = await kelurahan.startDesk(1, { clip: null })
    const { page } = desk
    const rini = new Clerk(page)
    await expect(rini.status('Daring')).toBeVisible({ timeout: 45_000 })
    await kelurahan.link(1).cut()
    await rini.choosePerson('Rini Wulandari')
    await expect(page.getByText('Kata sandi ini sudah terlalu lama tidak diperiksa pusat')).toBeVisible({
      timeout: 60_000,
    })
    await axeFindsNothing(page, 'sign-in, too long without the centre')
    await rini.tabTo(rini.button('Simpan antrean ke berkas…'))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const field = dialog.getByLabel('Kata sandi', { exact: true })
    await rini.write(field, 'salah')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Kata sandi salah')).toBeVisible()
    await axeFindsNothing(page, 'saving the queue, wrong password')
    await rini.write(field, password)
    await page.keyboard.press('Enter')
    const queue = await savedIn(kelurahan, dialog.getByText(/^Tersimpan: /), /^Tersimpan: /)

    const other = await kelurahan.startDesk(2, { clip: null })
    const fauzi = new Clerk(other.page)
    await fauzi.signIn('Ahmad Fauzi')
    await fauzi.handOver(kelurahan.kitir('ready'))
    await expect(fauzi.status(/Belum terkirim 0/)).toBeVisible()
    await fauzi.open('Sinkronisasi')
    await openWithoutAsking(other.electron, queue)
    await expect(fauzi.button('Buka berkas…')).toBeVisible()
    await other.page.keyboard.press('Control+o')
    await expect(other.page.getByText('Jawaban sudah ada')).toBeVisible({ timeout: 60_000 })
    await fauzi.tabTo(fauzi.button('Simpan jawaban…'))
    await other.page.keyboard.press('Enter')
    const answer = await savedIn(kelurahan, other.page.getByText(/^Jawaban tersimpan: /), /^Jawaban tersimpan: /)

    await page.keyboard.press('Escape')
    await openWithoutAsking(desk.electron, queue)
    await rini.tabTo(rini.button('Buka jawaban pusat…'))
    await page.keyboard.press('Enter')
    await rini.write(field, password)
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Ini berkas antrean, bukan jawaban pusat')).toBeVisible()
    await openWithoutAsking(desk.electron, answer)
    await rini.write(field, password)
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(/^Jawaban pusat diterima/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: /^Tutup/ }).last()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Perlu masuk daring dahulu')).toBeVisible()
  } finally {
    await kelurahan.close()
  }
})
