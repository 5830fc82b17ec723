import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { printSlip, slipDialog, slipOf } from '../fixtures/filing-slip.ts'
import { lostKtp } from '../scenes/lost-ktp.ts'
import { oldKitirAnew } from '../scenes/old-kitir.ts'
import { statusDialog } from '../scenes/status.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('ekitir')
test('filed, printed once with its PIN, scanned from the paper, its status opened, then made anew: by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await lostKtp(rini, async () => {})

  const slip = slipDialog(rini)
  const { citizen } = await printSlip(kelurahan, rini, async () => {
    await expect(slip.getByText('PIN ••••••')).toBeVisible()
    await looked(page, 'slip')
  })
  expect(citizen.text).toContain('Lembar warga')
  await page.keyboard.press('Control+p')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await page.keyboard.press('Control+p')
  const copy = slipOf((await kelurahan.printer().printed(3))[2])
  expect(copy.pin).toBeNull()
  expect(copy.text).toContain('SALINAN KE-1')
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()

  await page.keyboard.press('F4')
  const status = statusDialog(rini)
  await expect(status.getByLabel('Nomor e-Kitir')).toBeFocused()
  await looked(page, 'status-asks')
  await rini.scanByUsb(citizen.code)
  await expect(status.getByLabel(/PIN e-Kitir .* 1$/)).toBeFocused()
  await looked(page, 'status-pin')
  await page.keyboard.type(citizen.pin ?? '', likeFingers)
  await expect(status.getByText('Berkas sudah kami terima').first()).toBeVisible()
  await looked(page, 'status')
  await page.keyboard.press('Escape')
  await expect(status).toBeHidden()

  await rini.scanByUsb(citizen.code)
  await expect(page.getByRole('button', { name: 'Buka status' })).toBeVisible()
  await looked(page, 'scanned')

  await page.keyboard.press('Alt+S')
  await expect(status.getByLabel(/PIN e-Kitir .* 1$/)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(status).toBeHidden()
})

test('lost, it is made anew from the list: another number and PIN on paper, and the old one says so', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await lostKtp(rini, async () => {})
  const slip = slipDialog(rini)
  const { citizen: first } = await printSlip(kelurahan, rini)
  await page.keyboard.press('Control+p')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()

  await page.keyboard.press('Alt+T')
  const reissue = page.getByRole('dialog', { name: 'Terbitkan ulang e-Kitir' })
  await expect(reissue.getByText('Siti Rahmawati')).toBeVisible()
  await rini.tabTo(reissue.getByRole('radio', { name: 'Kitir lama tanpa PIN' }))
  await page.keyboard.press('ArrowDown')
  await expect(reissue.getByRole('radio', { name: 'Hilang' })).toBeChecked()
  await rini.tabTo(reissue.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await looked(page, 'reissue')
  await page.keyboard.press('Enter')
  const papers = await kelurahan.printer().printed(4)
  const again = [slipOf(papers[2]), slipOf(papers[3])].find(({ pin }) => pin !== null)
  expect(again?.code).not.toBe(first.code)
  expect(again?.text).toContain('Pengganti')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()

  await page.keyboard.press('F4')
  const status = statusDialog(rini)
  await expect(status.getByLabel('Nomor e-Kitir')).toBeFocused()
  await rini.scanByUsb(first.code)
  await expect(status.getByRole('alert')).toContainText('e-Kitir ini sudah diganti')
  await looked(page, 'status-replaced')
})

test('an e-Kitir of KNG that has no PIN is made anew; the PIN is on the citizen’s sheet alone, and opens its status', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const { citizen } = await oldKitirAnew(kelurahan, rini, looked)
  expect(citizen.text).toContain('Pengganti')
})
