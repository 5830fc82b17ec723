import { spawn } from 'node:child_process'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { readToolchain } from '../../scripts/setup/toolchain.ts'
import { password } from '../fixtures/city.ts'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { type DeskApp, deskEnvironment, deskFlags, programArguments } from '../fixtures/desk-app.ts'
import { answer, choose } from '../fixtures/intake-form.ts'
import { beginLostCard, fillInFacts } from '../fixtures/lost-card.ts'
import { giveOlderCatalogue } from '../fixtures/older-catalogue.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { scenes } from '../fixtures/page-on-table.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('drafts')

async function lockAndUnlock({ page }: Clerk): Promise<void> {
  await page.keyboard.press('Control+l')
  await expect(page.getByText('Layar terkunci')).toBeVisible()
  const field = page.getByLabel('Kata sandi', { exact: true })
  await expect(field).toBeFocused()
  await page.keyboard.insertText(password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Layar terkunci')).toHaveCount(0)
}

test('a draft goes on where it was: after the lock, also above its documents, and after a second start of the program', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  kelurahan.layUnderCamera(scenes[0] as (typeof scenes)[number])
  const app = await kelurahan.startDesk(1)
  const { page } = app
  const rini = new Clerk(page)
  await rini.signIn()
  await beginLostCard(rini)
  await choose(page, 'applicantAs', '1')
  await choose(page, 'reason', '1')
  await answer(page, 'owner.nik', '3578015204900001')
  await answer(page, 'owner.kk', '3578010101190001')
  const name = page.locator('[data-about="owner.name"]')
  await expect(name).toBeFocused()
  await page.keyboard.type('Dewi', likeFingers)
  await lockAndUnlock(rini)
  await expect(name).toBeFocused()
  await page.keyboard.type(' Lestari', likeFingers)
  await expect(name).toHaveValue('Dewi Lestari')

  await startedOnceMore(app)
  await expect(name).toHaveValue('Dewi Lestari')
  await expect(name).toBeFocused()

  await rini.tabTo(page.locator('[data-about="kk"] input'))
  await choose(page, 'kk', 'u')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Dokumen: / })
  await expect(dialog.getByText('Tepi lembar terlihat')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: /^Halaman 1/ })).toBeVisible()
  await lockAndUnlock(rini)
  await expect(dialog.getByRole('button', { name: /^Halaman 1/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(/^1 halaman, /)).toBeVisible()
})

test('the citizen is gone: the draft lies under the name, is gone on with or thrown away once that was confirmed', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await beginLostCard(rini)
  await fillInFacts(page)
  await page.keyboard.press('Alt+2')
  const drafts = page.getByRole('region', { name: 'Draf saya' })
  await expect(drafts.getByText('Dewi Lestari')).toBeVisible()
  await looked(page, '1-put-aside')
  await rini.tabTo(drafts.getByRole('button', { name: 'Lanjutkan' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')

  const asked = page.getByRole('dialog', { name: 'Hapus draf ini?' })
  await page.keyboard.press('Control+Delete')
  await expect(asked).toBeVisible()
  await expect(asked.getByRole('button', { name: 'Batal' })).toBeFocused()
  await looked(page, '2-discard-asked')
  await page.keyboard.press('Enter')
  await expect(asked).toBeHidden()
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')
  await page.keyboard.press('Control+Delete')
  await expect(asked.getByRole('button', { name: 'Batal' })).toBeFocused()
  await rini.tabTo(asked.getByRole('button', { name: 'Hapus draf' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Layanan' })).toBeFocused()
  await expect(drafts).toHaveCount(0)
})

const rtLetter = { id: 'rt-letter', label: 'Surat pengantar RT/RW', accepts: ['original' as const] }

/** Before: a letter of the neighbourhood, and none of the police. */
const before = (service: Service): Service => ({
  ...service,
  requirements: service.requirements.map((one) => (one.id === 'police-letter' ? rtLetter : one)),
})

test('the catalogue changes while a draft is reviewed: what changed is said by name, nothing typed is lost, and it is filed by the new one', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  giveOlderCatalogue(kelurahan.desk(1).dataDir, 'KTP-ULANG', before)
  await kelurahan.link().cut()
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await beginLostCard(rini)
  await fillInFacts(page)
  await choose(page, 'kk', 'f')
  await choose(page, 'rt-letter', 'a')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()

  await kelurahan.link().restore()
  const notice = page.getByRole('status').filter({ hasText: 'Katalog layanan berubah' })
  await expect(notice).toContainText('Baru: Surat', { timeout: 120_000 })
  await expect(notice).toContainText('Tidak diminta lagi: Surat pengantar RT/RW')
  await looked(page, '3-catalogue-changed-review')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Cetak ulang KTP-el')).toBeVisible()
  await expect(page.locator('[data-about="police-letter"] :focus')).toHaveCount(1)
  await expect(page.getByText('Persyaratan ini belum ada')).toBeVisible()
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')
  await expect(notice).toBeVisible()
  await looked(page, '4-catalogue-changed-form')
  await rini.open('Kartu')
  await page.keyboard.press('Alt+2')
  await rini.tabTo(page.getByRole('button', { name: 'Lanjutkan' }).first())
  await page.keyboard.press('Enter')
  await expect(notice).toContainText('Tidak diminta lagi: Surat pengantar RT/RW')
  await rini.tabTo(page.locator('[data-about="police-letter"] input').first())
  await page.keyboard.press('a', likeFingers)
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Permohonan sudah diajukan')).toBeVisible()
})

/** Somebody starts the program once more: it ends, and the window that is there comes forward. */
async function startedOnceMore({ electron, desk }: DeskApp): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const env = deskEnvironment(desk)
  const program = packagedProgram ?? readToolchain().electron
  const second = spawn(program, [...deskFlags({ clip: null }), ...programArguments(env)], { env, stdio: 'ignore' })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())))
    .toEqual([false])
}
