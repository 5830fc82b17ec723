import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { type PrintedSlip, slipDialog, slipOf } from '../fixtures/filing-slip.ts'
import { choose, fileReviewed, fillIn, review } from '../fixtures/intake-form.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { beginLostCard, fillInLostCard } from '../fixtures/lost-card.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('family')

/** Of the second service: the people are known by the first. */
const lostKk = {
  ...{ applicantAs: '1', 'head.nik': '3578015204900001', 'head.kk': '3578010101190001', 'head.name': 'Dewi Lestari' },
  ...{ 'lossReport.number': 'SKTLK/124/XI/2026', 'lossReport.date': '20112026' },
  ...{ 'lossReport.station': 'Polsek Genteng', f102: 'a', 'police-letter': 'a' },
}

test('any further service is added in the review with its people, the card is collected elsewhere, a form is printed, and all slips come out once: by keyboard alone', async ({
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
  const paper = page.getByRole('dialog', { name: 'Formulir permohonan' })
  await expect(paper.getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible({ timeout: 60_000 })
  await looked(page, 'form')
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()

  await page.locator('[data-about="applicantAs"] input').first().focus()
  await fillIn(rini, 'Cetak ulang KK karena hilang', lostKk)
  await review(rini)
  const numbers = await fileReviewed(rini)
  expect(numbers).toHaveLength(2)
  await looked(page, 'filed')
  await printAllSlips(kelurahan, rini, numbers)
})

/** Alt+C twice in one go, and once more: each of the two e-Kitir has its two sheets, and each PIN is on one of them. */
async function printAllSlips(kelurahan: Kelurahan, clerk: Clerk, numbers: readonly string[]): Promise<void> {
  const { page } = clerk
  const before = kelurahan.printer().jobs.length
  await Promise.all([page.keyboard.press('Alt+c'), page.keyboard.press('Alt+c')])
  const onPaper = page.getByText('Tanda terima sudah dicetak')
  await kelurahan.printer().printed(before + 4)
  await expect(onPaper).toHaveCount(2)
  await page.keyboard.press('Alt+c')
  await looked(page, 'all-printed')
  // What came after that would stand in the queue before this copy.
  const slip = slipDialog(clerk)
  await page.keyboard.press('Control+p')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  const { text, pin } = await nextPaper(kelurahan, before + 4, () => page.keyboard.press('Control+p'))
  expect([text.includes('SALINAN KE-1'), pin]).toEqual([true, null])
  const sheets = kelurahan
    .printer()
    .jobs.slice(before, before + 4)
    .map(slipOf)
  for (const number of numbers) {
    const own = sheets.filter((sheet) => sheet.text.includes(number))
    expect(own.map((sheet) => sheet.text.includes('SALINAN'))).toEqual([false, false])
    expect(own.filter((sheet) => sheet.pin !== null)).toHaveLength(1)
  }
}

async function nextPaper(kelurahan: Kelurahan, sofar: number, act: () => Promise<void>): Promise<PrintedSlip> {
  await act()
  return slipOf((await kelurahan.printer().printed(sofar + 1))[sofar])
}

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
