import type { Page } from '@playwright/test'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const focused = (page: Page) => page.locator(':focus')

/** Types an answer where the focus is, and goes on. The field that must have it is named, so that a lost place is seen. */
async function answer(page: Page, about: string, text: string): Promise<void> {
  await expect(focused(page)).toHaveAttribute('data-about', about)
  await page.keyboard.type(text, likeFingers)
  await page.keyboard.press('Enter', likeFingers)
}

/** One key of a row of choices. */
async function choose(page: Page, about: string, key: string): Promise<void> {
  await expect(page.locator(`[data-about="${about}"] :focus`)).toHaveCount(1)
  await page.keyboard.press(key, likeFingers)
}

async function begin(clerk: Clerk, words: string, service: string): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+2')
  const field = page.getByRole('combobox', { name: 'Layanan' })
  await expect(field).toBeFocused()
  await page.keyboard.type(words, likeFingers)
  await expect(page.getByRole('option', { selected: true })).toContainText(service)
  await page.keyboard.press('Enter', likeFingers)
  await expect(clerk.heading(service)).toBeVisible()
}

test('a lost KTP-el is filed with the letter of the police, by keyboard alone', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await begin(rini, 'ktp hilang', 'Cetak ulang KTP-el')
  await axeFindsNothing(page, 'an empty form')
  await choose(page, 'applicantAs', '1')
  await choose(page, 'reason', '1')
  await answer(page, 'owner.nik', '3578015204900001')
  await expect(page.getByText('Menurut NIK: Perempuan')).toBeVisible()
  await answer(page, 'owner.kk', '3578010101190001')
  await answer(page, 'owner.name', 'Dewi Lestari')
  await answer(page, 'owner.birthDate', '12041990')
  await answer(page, 'owner.birthPlace', 'Surabaya')
  await choose(page, 'owner.sex', 'p')
  await choose(page, 'owner.married', 's')
  await answer(page, 'owner.phone', '081234567890')
  await answer(page, 'lossReport.number', 'SKTLK/123/XI/2026')
  await answer(page, 'lossReport.date', '20112026')
  await answer(page, 'lossReport.station', 'Polsek Genteng')
  await answer(page, 'lastPrint', '')
  await choose(page, 'kk', 'f')
  await choose(page, 'police-letter', 'a')
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
  await axeFindsNothing(page, 'a form filled in')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()
  await axeFindsNothing(page, 'a review')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Permohonan sudah diajukan')).toBeVisible()
  await expect(page.getByText(/^L-\d{10}-\d\d-000001$/)).toBeVisible()
  await axeFindsNothing(page, 'what was filed')
})

test('a draft outlives the lock and a killed program, and is gone on with from Beranda', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const first = await kelurahan.startDesk(1)
  const rini = new Clerk(first.page)
  await rini.signIn()
  await begin(rini, 'ktp hilang', 'Cetak ulang KTP-el')
  await choose(first.page, 'applicantAs', '1')
  await choose(first.page, 'reason', '2')
  await answer(first.page, 'owner.nik', '3578015204900001')
  await answer(first.page, 'owner.kk', '3578010101190001')
  await first.page.keyboard.type('Dewi Lestari', likeFingers)
  await expect(first.page.getByText(/Draf tersimpan/)).toBeVisible()
  await first.killAll()

  const { page } = await kelurahan.startDesk(1)
  const again = new Clerk(page)
  await again.signIn()
  await expect(page.getByText('1 draf permohonan belum diajukan')).toBeVisible()
  await page.keyboard.press('Alt+2')
  const goOn = page.getByRole('button', { name: 'Lanjutkan' })
  await again.tabTo(goOn)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')
  await expect(page.locator('[data-about="reason"]').getByRole('radio', { name: /Rusak/ })).toBeChecked()
})
