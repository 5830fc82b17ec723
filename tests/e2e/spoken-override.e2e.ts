import type { Page } from '@playwright/test'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

const digits = (text: string | null) => (text ?? '').replace(/\D/g, '')

/** The code on the clerk's screen, as it is read out on the telephone. */
async function codeToReadOut(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Minta pengawas' }).click()
  await page.getByText('Lewat telepon').click()
  await page.getByLabel('Alasan tanpa PIN').fill('Warga lupa PIN, wajah cocok')
  await page.getByRole('button', { name: 'Buat kode' }).click()
  return digits(await page.locator('strong', { hasText: /^\d{4} \d{4}$/ }).textContent())
}

test('a supervisor at another desk answers the code of a locked card, and the hand-over goes on', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  const counter = await kelurahan.startDesk(1)
  const rini = new Clerk(counter.page)
  await rini.signIn()
  await rini.openHandover(kitir)
  const wrong = kitir.pin === '000000' ? '111111' : '000000'
  for (const left of [4, 3, 2, 1]) {
    await rini.typePin(wrong)
    await expect(counter.page.getByText(`PIN salah. Sisa percobaan: ${left}.`)).toBeVisible()
  }
  await rini.typePin(wrong)
  await expect(counter.page.getByText('PIN terkunci setelah 5 kali salah.')).toBeVisible()
  const code = await codeToReadOut(counter.page)

  const other = await kelurahan.startDesk(2)
  const hendra = new Clerk(other.page)
  await hendra.signIn('Hendra Setiawan')
  await other.page.keyboard.press('Control+j')
  const field = other.page.getByLabel('Kode 8 angka yang dibacakan petugas')
  await field.fill(code.slice(0, 7) + String((Number(code[7]) + 1) % 10))
  await expect(other.page.getByText('Kode dari petugas tidak cocok')).toBeVisible()
  await field.fill(code)
  await expect(other.page.getByText('Serah terima satu kartu tanpa PIN')).toBeVisible()
  await expect(other.page.getByText(/Kelurahan .*, perangkat 01/)).toBeVisible()
  await other.page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await other.page.keyboard.press('Enter')
  const answer = digits(await other.page.locator('strong', { hasText: /^(\d\d ){3}\d\d$/ }).textContent())

  await counter.page.getByLabel('Jawaban 8 angka').fill(answer)
  await rini.button('Periksa jawaban').click()
  await expect(counter.page.getByText(/Tanpa PIN, izin Hendra/)).toBeVisible()
  await rini.checkPapers()
  await rini.sign()
  await rini.confirm()
})

test('a supervisor finds the way to the code in the commands and in Pengaturan; a clerk has neither', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1)
  const hendra = new Clerk(app.page)
  await hendra.signIn('Hendra Setiawan')
  await app.page.keyboard.press('Control+k')
  await expect(app.page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  // As a person types: faster would be a scanner's.
  await app.page.keyboard.type('jawab kode', { delay: 80 })
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('dialog', { name: 'Jawab kode dari petugas' })).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await hendra.open('Pengaturan')
  await hendra.button('Jawab kode').click()
  await expect(app.page.getByRole('dialog', { name: 'Jawab kode dari petugas' })).toBeVisible()
  await app.close()

  const again = await kelurahan.startDesk(1)
  const rini = new Clerk(again.page)
  await rini.signIn()
  await rini.open('Pengaturan')
  await expect(again.page.getByText('Perangkat dan versi')).toBeVisible()
  await expect(rini.button('Jawab kode')).toHaveCount(0)
  await again.page.keyboard.press('Control+j')
  await expect(again.page.getByRole('dialog')).toHaveCount(0)
})
