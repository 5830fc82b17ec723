import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('a hand-over left unfinished keeps what was typed; PIN, papers and signature are asked again', async ({
  kelurahan,
}) => {
  const [kitir, next] = [kelurahan.kitir('ready'), kelurahan.kitir('ready', 'ktp-el', 1)]
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  await page.keyboard.press('Control+3')
  await page.locator('#handover-name').fill('Tatik Hartini')
  await rini.checkPapers()

  await rini.scanByUsb(kitir.code)
  await rini.open('Serah terima')
  await expect(page.getByText('PIN cocok')).toBeVisible()

  await rini.scanByUsb(next.code)
  await expect(page.getByText(next.ownerName).first()).toBeVisible()
  await rini.scanByUsb(kitir.code)
  await expect(page.getByText('Isian tadi dilanjutkan')).toBeVisible()
  await expect(page.locator('#handover-name')).toHaveValue('Tatik Hartini')
  await expect(page.locator('#handover-pin input').first()).toBeFocused()
  await expect(page.locator('input[data-required]:checked')).toHaveCount(0)

  await rini.open('Beranda')
  await rini.open('Serah terima')
  await expect(page.locator('#handover-name')).toHaveValue('Tatik Hartini')
})

test('locked in the middle of a hand-over, also from a dialog, all is there afterwards; the next person begins on Beranda', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  const box = page.locator('input[data-required]').first()
  await expect(box).toBeFocused()
  await page.keyboard.press('Control+l')
  await unlock(rini)
  await expect(page.getByText('PIN cocok')).toBeVisible()
  await expect(box).toBeFocused()

  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Control+l')
  await unlock(rini)
  await expect(page.getByText('PIN cocok')).toBeVisible()

  await page.keyboard.press('Control+l')
  await rini.button('Ganti petugas').click()
  await rini.signIn('Ahmad Fauzi')
  await rini.open('Serah terima')
  await expect(page.getByText('Belum ada kartu yang dipilih')).toBeVisible()
})

async function unlock({ page }: Clerk): Promise<void> {
  await expect(page.getByText('Layar terkunci')).toBeVisible()
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Layar terkunci')).toHaveCount(0)
}
