import { password as secret } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('a USB scanner types an e-Kitir on any screen, and its card opens', async ({ kelurahan }) => {
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Kartu')
  await rini.scanByUsb(kitir.code)
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
})

test('before the sign-in and behind the lock a scan is no try at the password, and nothing opens', async ({
  kelurahan,
}) => {
  const { code } = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  const password = page.getByLabel('Kata sandi', { exact: true })
  await page.getByRole('radio', { name: 'Rini Wulandari' }).click()
  await password.focus()
  for (let scan = 0; scan < 6; scan++) await rini.scanByUsb(code)
  await expect(page.getByText('Pindaian belum dibuka')).toBeVisible()
  await rini.signIn()
  await page.keyboard.press('Control+l')
  await expect(password).toBeFocused()
  for (let scan = 0; scan < 6; scan++) await rini.scanByUsb(code)
  await expect(page.getByText('Pindaian belum dibuka')).toBeVisible()
  await password.fill(secret)
  await page.keyboard.press('Enter')
  await expect(rini.heading('Yang perlu dikerjakan')).toBeVisible()
})

test('a scan above an open dialog closes it: no receipt of another stays before the card', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.findByNumber(kelurahan.kitir('handed-over').kitirNumber)
  await rini.button('Lihat bukti').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await rini.scanByUsb(kelurahan.kitir('ready').code)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(rini.heading('Serah terima')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await rini.scanByUsb(kelurahan.kitir('ready', 'ktp-el', 1).code)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(kelurahan.kitir('ready', 'ktp-el', 1).ownerName).first()).toBeVisible()
})
