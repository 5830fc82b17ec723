import type { Page } from '@playwright/test'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const dialogOn = (page: Page) => page.getByRole('dialog', { name: 'Batalkan serah terima' })

test('a hand-over to the wrong person is undone by keyboard without a network; later the other desk sees the card ready', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.handOver(kitir)
  const receiptNumber = await rini.receiptNumber()
  await expect(page.getByText('Tercatat di pusat.')).toBeVisible()

  await expect(rini.status(/Belum terkirim 0/)).toBeVisible()
  await expect(rini.button('Batalkan serah terima')).toBeVisible()
  await kelurahan.link().cut()
  await page.keyboard.press('Alt+Z')
  const dialog = dialogOn(page)
  await expect(dialog.getByLabel('Alasan dibatalkan')).toBeFocused()
  await expect(dialog.getByText(receiptNumber)).toBeVisible()
  await expect(dialog.getByLabel('Rak')).not.toHaveValue('')
  await expect(dialog.getByText('Perlu izin pengawas')).toBeHidden()
  await axeFindsNothing(page, 'undo, within the minutes')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  // At the speed of fingers: faster is a scanner.
  await page.keyboard.type('Salah orang, nama sama', { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Serah terima dibatalkan')).toBeVisible()
  await expect(page.getByText('Ambil kartu di')).toBeVisible()
  await expect(rini.status(/Belum terkirim 1/)).toBeVisible()

  await rini.findByNumber(receiptNumber)
  const receipt = page.getByRole('dialog', { name: 'Bukti serah terima' })
  await expect(receipt.getByText('Dibatalkan', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(receipt).toBeHidden()
  await kelurahan.link().restore()
  await rini.sync()

  const second = await kelurahan.startDesk(2)
  const fauzi = new Clerk(second.page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.sync()
  await fauzi.openHandover(kitir)
  await expect(second.page.getByText('Ambil kartu di')).toBeVisible()
  await fauzi.prepareHandover(kitir)
  await fauzi.confirm()
  expect(await fauzi.receiptNumber()).not.toBe(receiptNumber)
})

test('what another desk gave is taken back only with a supervisor who signs; a wrong password leaves all as it was', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('ready')
  const first = await kelurahan.startDesk(1)
  const rini = new Clerk(first.page)
  await rini.signIn()
  await rini.handOver(kitir)
  await rini.sync()

  const { page } = await kelurahan.startDesk(2)
  const fauzi = new Clerk(page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.sync()
  await fauzi.findByNumber(kitir.kitirNumber)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await expect(fauzi.button('Batalkan serah terima')).toBeVisible()
  await page.keyboard.press('Alt+Z')
  const dialog = dialogOn(page)
  await expect(dialog.getByText('Perlu izin pengawas yang ada di sini')).toBeVisible()
  await fauzi.write(dialog.getByLabel('Alasan dibatalkan'), 'Warga mengembalikan kartu orang lain')
  await fauzi.tabAndWrite(dialog.getByLabel('Nomor'), '99')
  await fauzi.tabAndWrite(dialog.getByLabel('Nama pengguna pengawas'), 'hendra')
  await fauzi.tabAndWrite(dialog.getByLabel('Kata sandi pengawas'), 'bukan sandinya')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Kata sandi salah')
  await axeFindsNothing(page, 'undo, supervisor refused')
  await fauzi.tabAndWrite(dialog.getByLabel('Kata sandi pengawas'), password)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Ambil kartu di')).toBeVisible()
  await expect(page.getByText('99', { exact: true })).toBeVisible()
  await fauzi.sync()

  await rini.sync()
  await rini.openHandover(kitir)
  await expect(first.page.getByText('Ambil kartu di')).toBeVisible()
})
