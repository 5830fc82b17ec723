import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('catalogue')

test('a service is found in the citizen’s words, its papers follow what the citizen says, and its leaflet is saved, by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await page.keyboard.press('Alt+4')
  await expect(rini.heading('Layanan')).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Apa yang dibutuhkan warga?' })
  await expect(field).toBeFocused()
  await looked(page, 'all')

  await page.keyboard.type('kartu hilnag', likeFingers)
  const found = page.getByRole('listbox', { name: 'Layanan yang cocok' })
  await expect(found.getByRole('option').first()).toContainText('Cetak ulang KTP-el')
  await page.keyboard.press('Enter')
  const detail = page.locator('#service-detail')
  await expect(detail).toBeFocused()
  const papers = detail.getByRole('list', { name: 'Yang dibawa' })
  await expect(papers.getByRole('listitem')).toHaveCount(1)
  await rini.tabTo(detail.getByLabel('Alasan'))
  await page.keyboard.type('Hilang', likeFingers)
  await expect(papers).toContainText('Surat keterangan kehilangan dari kepolisian')
  await looked(page, 'lost')
  await page.keyboard.type('Rusak', likeFingers)
  await expect(papers).toContainText('KTP-el lama')
  await expect(papers).not.toContainText('kepolisian')

  await page.keyboard.press('Control+p')
  const dialog = page.getByRole('dialog', { name: 'Lembar persyaratan' })
  await expect(dialog.getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Control+s')
  const saved = page.getByText(/^PDF tersimpan: persyaratan-layanan-KTP-ULANG/)
  await expect(saved).toBeVisible({ timeout: 60_000 })
  const name = ((await saved.textContent()) ?? '').replace('PDF tersimpan: ', '')
  const [text] = await pdfText(readFileSync(join(kelurahan.saveDir, name)))
  expect(text).toContain('Surat keterangan kehilangan dari kepolisian (asli atau unggahan; bila hilang)')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('words that mean no service say what to try, and all of them come back', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await page.keyboard.press('Alt+4')
  const field = page.getByRole('combobox', { name: 'Apa yang dibutuhkan warga?' })
  await expect(field).toBeFocused()
  await page.keyboard.type('xyzzy', likeFingers)
  await expect(page.getByText('Tidak ada layanan yang cocok')).toBeVisible()
  await looked(page, 'none')
  await rini.tabTo(page.getByRole('button', { name: 'Tampilkan semua layanan' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Layanan yang cocok' }).getByRole('option')).toHaveCount(36)
})
