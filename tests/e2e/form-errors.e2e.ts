import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { choose } from '../fixtures/intake-form.ts'
import { beginLostCard } from '../fixtures/lost-card.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('form-errors')

/** Writes over what is there, and leaves the field by Tab. */
async function write(page: Page, about: string, text: string): Promise<void> {
  const field = page.locator(`input[data-about="${about}"]`)
  await field.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Tab')
}

/** What people type, and what the form says of it at that place. Each is mended by the one after it, or by the last line of its field. */
const mistakes: readonly [string, string, readonly string[]][] = [
  ['owner.nik', '3,57801E+15', ['NIK ini rusak oleh Excel']],
  ['owner.nik', '35780152O4900001', ['Ada huruf di antara angka NIK', 'Maksud Anda 3578015204900001?']],
  ['owner.nik', '357801520490001', ['NIK harus 16 angka']],
  ['owner.nik', '3578013002900001', ['Tanggal lahir di dalam NIK tidak ada di kalender']],
  ['owner.nik', '9978015204900001', ['Dua angka pertama NIK bukan kode provinsi']],
  ['owner.kk', '3578015204900001', ['Ini seperti NIK perempuan, bukan nomor KK']],
  ['owner.kk', '3578013002190001', ['Tanggal di dalam nomor KK tidak ada atau belum tiba']],
  ['owner.name', 'D3wi Lestari', ['Ada angka di dalam nama']],
  ['owner.name', 'Suparman', ['Nama hanya satu kata']],
  ['owner.birthDate', '30021990', ['Tanggal ini tidak ada di kalender']],
  ['owner.birthDate', '12042090', ['Tanggal ini belum tiba']],
  ['owner.phone', '0812', ['Ini tidak seperti nomor telepon']],
  ['lossReport.date', '31092026', ['Tanggal ini tidak ada di kalender']],
]

test('each mistake that people make is explained at its place, in the clerk’s words', async ({ kelurahan }) => {
  test.setTimeout(400_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await beginLostCard(rini)
  await choose(page, 'applicantAs', '1')
  await choose(page, 'reason', '1')
  const said = (about: string) => page.locator(`[id="problems-${about}"]`)
  for (const [about, typed, words] of mistakes) {
    await write(page, about, typed)
    for (const one of words) await expect(said(about), `${about}: ${typed}`).toContainText(one)
  }
  await looked(page, '1-mistakes')

  await test.step('the number of the KK typed as NIK, and numbers that a spreadsheet zeroed', async () => {
    await write(page, 'owner.kk', '3578010101190001')
    await write(page, 'owner.nik', '3578010101190001')
    await expect(said('owner.nik')).toContainText('Nomor ini sama dengan nomor KK')
    await write(page, 'owner.nik', '3578015204900010')
    await write(page, 'owner.kk', '3578010101190020')
    await expect(said('owner.nik')).toContainText('seperti yang dirusak Excel')
    await expect(said('owner.kk')).toContainText('seperti yang dirusak Excel')
  })
  await test.step('what was meant is taken by one key', async () => {
    await write(page, 'owner.nik', '35780152O49OOOO1')
    await page.locator('input[data-about="owner.nik"]').focus()
    await page.keyboard.press('Alt+Enter')
    await expect(page.locator('input[data-about="owner.nik"]')).toHaveValue('3578015204900001')
    await expect(said('owner.nik')).toHaveCount(0)
  })
  await test.step('another sex and day than the NIK tells need a reason, and then no more', async () => {
    await write(page, 'owner.birthDate', '13041990')
    await page.locator('[data-about="owner.sex"] input').first().focus()
    await choose(page, 'owner.sex', 'l')
    await expect(said('owner.nik')).toContainText('Jenis kelamin tidak sama dengan yang di dalam NIK')
    await expect(said('owner.nik')).toContainText('Tanggal lahir tidak sama dengan yang di dalam NIK')
    await expect(said('owner.nik').getByPlaceholder('Alasan tetap diajukan')).toHaveCount(2)
  })
  await looked(page, '2-reasons')
})
