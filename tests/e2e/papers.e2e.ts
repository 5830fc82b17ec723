import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { outOfReach } from '../fixtures/reach.ts'
import { standInPrinter } from '../fixtures/stand-in-printer.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const dialogOn = (page: Page) => page.getByRole('dialog', { name: 'Surat kuasa' })

async function openEmptyLetter(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('surat kuasa', { delay: 80 })
  await page.keyboard.press('Enter')
  await expect(dialogOn(page).getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible()
}

test('an empty surat kuasa is found by Ctrl+K, shown as it will be printed, and saved as PDF, by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const { page } = await kelurahan.startDesk(1)
  await new Clerk(page).signIn()
  await openEmptyLetter(page)
  const dialog = dialogOn(page)
  const sheet = dialog.getByRole('img', { name: 'Halaman 1 dari 1' })
  await expect(sheet).toBeVisible()
  await expect.poll(() => sheet.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(800)
  await axeFindsNothing(page, 'paper dialog')
  await expect(dialog.getByRole('button', { name: 'Simpan PDF' })).toBeFocused()

  await page.keyboard.press('Control+s')
  const saved = page.getByText(/^PDF tersimpan: surat-kuasa-/)
  await expect(saved).toBeVisible()
  const name = ((await saved.textContent()) ?? '').replace('PDF tersimpan: ', '')
  expect(name).toMatch(/^surat-kuasa-\d{4}-\d\d-\d\d\.pdf$/)
  const [text] = await pdfText(readFileSync(join(kelurahan.saveDir, name)))
  expect(text).toContain('SURAT KUASA')
  expect(text).toContain('KTP-el/KIA *)')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('for a proxy the surat kuasa of this card is one key away, with the owner on it', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await page.keyboard.press('Control+3')
  await expect(page.locator('#handover-name')).toBeVisible()
  await page.keyboard.press('Alt+p')
  const dialog = dialogOn(page)
  await expect(dialog.getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible()
  await axeFindsNothing(page, 'surat kuasa of this card')
  await page.keyboard.press('Control+s')
  const saved = page.getByText(/^PDF tersimpan: surat-kuasa-/)
  await expect(saved).toBeVisible()
  const name = ((await saved.textContent()) ?? '').replace('PDF tersimpan: ', '')
  const [text] = await pdfText(readFileSync(join(kelurahan.saveDir, name)))
  expect(text).toContain(kitir.ownerName)
  expect(text).toContain(kitir.kitirNumber)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(rini.heading('Serah terima')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rini.heading('Pindai')).toBeVisible()
})

test('a paper is printed on the A4 printer of the computer, which is remembered; all of it is in reach at 200 percent', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const { page, electron } = await kelurahan.startDesk(1)
  const printed = join(kelurahan.saveDir, 'printed.pdf')
  await standInPrinter(electron, 'Kantor A4', printed)
  await new Clerk(page).signIn()
  await openEmptyLetter(page)
  const dialog = dialogOn(page)
  const printer = dialog.getByLabel('Printer A4')
  await expect(printer).toHaveValue('')
  await page.keyboard.press('Control+p')
  await expect(printer).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(printer).toHaveValue('Kantor A4')
  await axeFindsNothing(page, 'paper dialog, with a printer')
  await page.keyboard.press('Control+p')
  await expect(page.getByText('Dikirim ke printer: 1 halaman')).toBeVisible()
  expect(await pdfText(readFileSync(printed))).toHaveLength(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await openEmptyLetter(page)
  await expect(printer).toHaveValue('Kantor A4')
  await page.emulateMedia({ colorScheme: 'dark' })
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1366, 768)
    window?.webContents.setZoomFactor(2)
  })
  await page.waitForFunction(() => innerWidth === 683)
  await expect.poll(() => outOfReach(page), 'paper dialog').toEqual([])
})
