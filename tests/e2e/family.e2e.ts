import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { choose } from '../fixtures/intake-form.ts'
import { beginLostCard, fillInLostCard } from '../fixtures/lost-card.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('family')

test('any further service is added in the review with its people, the card is collected elsewhere, and a form is printed: by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await beginLostCard(rini)
  await fillInLostCard(page)
  const unit = page.getByLabel('Diambil di')
  await rini.tabTo(unit)
  await page.keyboard.type('Kelurahan Rangkah', likeFingers)
  await expect(unit.locator('option:checked')).toContainText('Kelurahan Rangkah')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()
  await expect(page.getByText('Diambil di Kelurahan Rangkah')).toBeVisible()

  await page.keyboard.press('Alt+t')
  const add = page.getByRole('dialog', { name: 'Layanan lain untuk keluarga ini' })
  const field = add.getByRole('combobox', { name: 'Layanan' })
  await expect(field).toBeFocused()
  await page.keyboard.type('kk hilang', likeFingers)
  await expect(add.getByRole('option', { selected: true })).toContainText('Cetak ulang KK karena hilang')
  await looked(page, 'add-service')
  await page.keyboard.press('Enter')
  await expect(rini.heading('Cetak ulang KK karena hilang')).toBeVisible()
  await expect(add).toBeHidden()
  await expect(page.locator('[data-about$=".kk"]').first()).toHaveValue('3578010101190001')
  await expect(page.getByLabel('Diambil di')).toHaveCount(0)

  await page.locator('[data-about="applicantAs"] input').first().focus()
  await choose(page, 'applicantAs', '3')
  const form = page.getByRole('button', { name: /^Formulir: Surat kuasa/ })
  await rini.tabTo(form)
  await page.keyboard.press('Enter')
  const paper = page.getByRole('dialog', { name: 'Formulir pernyataan' })
  await expect(paper.getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible({ timeout: 60_000 })
  await looked(page, 'form')
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()
})

test('a code scanned while a row of choices has the focus chooses nothing, and opens what it is', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await beginLostCard(rini)
  const row = page.locator('[data-about="applicantAs"]')
  await expect(row.locator(':focus')).toHaveCount(1)
  // Its first key is that of a choice, and no desk knows the rest.
  await rini.scanByUsb('2-9999-000000')
  await expect(page.getByText('Bukan e-Kitir', { exact: true })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: 'Lanjutkan' }).first().click()
  await expect(rini.heading('Cetak ulang KTP-el')).toBeVisible()
  await expect(row.getByRole('radio', { checked: true })).toHaveCount(0)
})
