import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

test('Siola keeps its book of blanks by keyboard: in, used, spoiled, and a count that differs with its reason', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const { app } = await kelurahan.startDinasDesk()
  const { page } = app
  const dewi = new Clerk(page)
  await dewi.signIn('Dewi Anggraini')
  await page.keyboard.press('Shift+F8')
  await expect(dewi.heading('Blangko')).toBeVisible()
  await expect(page.getByText(/^Buku blangko Dinas · data per /)).toBeVisible()
  const stock = page.getByRole('region', { name: 'Sisa stok' })
  // The form waits at what happened last; Tab goes on to the kind of blank, and to the number.
  const enter = async (last: string, steps: number, quantity: string) => {
    await expect(page.getByRole('radio', { name: last })).toBeFocused()
    await expect(page.locator('#blank-quantity')).toHaveValue('')
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type(quantity, { delay: 60 })
    await page.keyboard.press('Enter')
  }
  await enter('Masuk', 0, '500')
  await expect(stock).toContainText('500')
  await enter('Masuk', 1, '120')
  await expect(stock).toContainText('380')
  await enter('Terpakai', 1, '3')
  const why = async (reason: string) => {
    await expect(page.getByLabel('Keterangan')).toBeFocused()
    await page.keyboard.type(reason, { delay: 60 })
    await page.keyboard.press('Enter')
  }
  await why('Salah cetak')
  await expect(stock).toContainText('377')
  await enter('Rusak', 0, '900')
  await expect(page.getByText('Menurut buku hanya 377 keping')).toBeVisible()
  await axeFindsNothing(page, 'Blangko, more spoiled than there is')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('7', { delay: 60 })
  await page.keyboard.press('Enter')
  await why('Tergores')
  await expect(stock).toContainText('370')
  await enter('Rusak', 1, '368')
  await expect(page.getByText('Menurut buku 370 keping, selisih −2')).toBeVisible()
  await axeFindsNothing(page, 'Blangko, a count that differs')
  await why('Dua keping hilang')
  await expect(stock).toContainText('368')
  await axeFindsNothing(page, 'Blangko')
})
