import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { Locator, Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import type { DeskApp } from '../fixtures/desk-app.ts'
import { foreignPdf, lockedPdf } from '../fixtures/foreign-pdf.ts'
import { answer, choose } from '../fixtures/intake-form.ts'
import { beginLostCard, fillInFacts } from '../fixtures/lost-card.ts'
import { type Scene, scenes } from '../fixtures/page-on-table.ts'
import { sheet, sheetJpeg } from '../fixtures/paper-picture.ts'
import { pssOfTree } from '../fixtures/process-tree.ts'
import { scannedPdf } from '../fixtures/scanned-picture.ts'
import { vastPng } from '../fixtures/vast-png.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('documents')

function scene(name: string): Scene {
  const found = scenes.find((one) => one.name === name)
  if (!found) throw new Error(`no scene is called ${name}`)
  return found
}

/** Threads straighten pages and draw PDFs; on a busy machine that takes its time. */
const drawn = { timeout: 90_000 } as const

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Dokumen: / })
const pagesIn = (dialog: Locator) => dialog.getByRole('list', { name: 'Halaman dokumen' }).getByRole('listitem')

/** The border is seen, and Enter takes the page: the focus is on the shutter by itself. */
async function takePage(page: Page, pages: number): Promise<void> {
  const dialog = dialogOf(page)
  await expect(dialog.getByText('Tepi lembar terlihat')).toBeVisible()
  await expect(page.locator('[data-shutter]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(pagesIn(dialog)).toHaveCount(pages, drawn)
}

/** The system's own dialog for files, which no test can operate, is never opened: it is caught as long as somebody listens. */
const catchFileDialogs = (page: Page) => page.on('filechooser', () => undefined)

/** A file by the key that opens the system's dialog, where it is chosen. */
async function takeFile(page: Page, path: string, bytes: Buffer): Promise<void> {
  writeFileSync(path, bytes)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Alt+G')])
  await chooser.setFiles(path)
}

test('a document by camera and by file, put right and in order, filed, and taken from the archive the next time: by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(600_000)
  kelurahan.layUnderCamera(scene('turned'))
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  catchFileDialogs(page)
  await beginLostCard(rini)
  await fillInFacts(page)
  await choose(page, 'kk', 'u')
  await expect(rini.button('Lampirkan')).toBeFocused()
  await page.keyboard.press('Enter')

  const dialog = dialogOf(page)
  await expect(dialog.getByText('Tepi lembar terlihat')).toBeVisible()
  await looked(page, '1-camera')
  await takePage(page, 1)

  await rini.tabTo(dialog.getByRole('button', { name: /^Halaman 1/ }))
  await page.keyboard.press('Enter')
  const corner = dialog.getByRole('button', { name: 'Sudut kiri atas' })
  await rini.tabTo(corner)
  const [result, place] = [dialog.getByAltText('Halaman 1'), await corner.getAttribute('style')]
  const before = await result.getAttribute('src')
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  await expect(corner).not.toHaveAttribute('style', place ?? '')
  await expect(result).not.toHaveAttribute('src', before ?? '')
  await expect(corner).toBeFocused()
  await looked(page, '2-corners')

  kelurahan.layUnderCamera({ ...scene('light from one side'), paper: '#a9c8e6' })
  await page.keyboard.press('Alt+K')
  await takePage(page, 2)
  await takeFile(page, join(kelurahan.saveDir, 'kk.pdf'), foreignPdf())
  await expect(pagesIn(dialog)).toHaveCount(3, drawn)
  await takeFile(page, join(kelurahan.saveDir, 'kk.jpg'), sheetJpeg({ width: 1654, height: 2339 }))
  await expect(pagesIn(dialog)).toHaveCount(4, drawn)
  await rini.tabTo(dialog.getByRole('button', { name: 'Naikkan halaman 4' }))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Naikkan halaman 3' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Naikkan halaman 2' })).toBeFocused()
  await looked(page, '3-pages')

  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(/^4 halaman, /)).toBeVisible()
  await expect(dialog.getByAltText('Halaman 4')).toBeVisible()
  await expect(rini.button('Selesai')).toBeFocused()
  await looked(page, '4-preview')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(rini.button('Lampirkan')).toBeFocused()
  await expect(page.getByText('1 dokumen', { exact: true })).toBeVisible()

  await rini.tabTo(page.locator('[data-about="police-letter"] input'))
  await choose(page, 'police-letter', 'a')
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
  await looked(page, '5-form')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()
  await looked(page, '6-review')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Permohonan sudah diajukan')).toBeVisible()
  await page.keyboard.press('Alt+l')
  await expect(rini.heading('Permohonan')).toBeVisible()
  await expect(page.locator('#detail').getByText('1 dokumen')).toBeVisible()
  await looked(page, '7-filed')
  await openFiled(rini, looked)

  await beginLostCard(rini)
  await choose(page, 'applicantAs', '1')
  await choose(page, 'reason', '1')
  await answer(page, 'owner.nik', '3578015204900001')
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')
  await rini.tabTo(page.locator('[data-about="kk"] input'))
  await choose(page, 'kk', 'u')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Alt+A')
  const archive = page.getByRole('dialog', { name: 'Arsip dokumen warga' })
  await expect(archive.getByRole('button', { name: 'Dokumen yang sama dipakai lagi' })).toBeFocused()
  await looked(page, '8-archive-purpose')
  await page.keyboard.press('Enter')
  await expect(archive.getByRole('button', { name: /Kartu keluarga/ })).toBeFocused()
  await looked(page, '9-archive')
  await page.keyboard.press('Enter')
  await expect(archive).toBeHidden()
  await expect(dialog.getByText(/^4 halaman, /)).toBeVisible()
  await expect(dialog.getByAltText('Halaman 4')).toBeVisible()
})

/** From the list into the document that was filed: what for is asked once. */
async function openFiled(clerk: Clerk, look: typeof looked): Promise<void> {
  const { page } = clerk
  const button = page.locator('#detail').getByRole('button', { name: 'Buka dokumen: Kartu keluarga' })
  const dialog = page.getByRole('dialog', { name: 'Dokumen: Kartu keluarga' })
  await clerk.tabTo(button)
  await look(page, '7-filed-papers')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Memeriksa permohonan ini' })).toBeFocused()
  await look(page, '7a-purpose')
  await page.keyboard.press('Enter')
  await expect(dialog.getByAltText('Halaman 4')).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Isi dokumen' })).toBeFocused()
  await look(page, '7b-filed-document')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByAltText('Halaman 1')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test('the camera is lost before the third page: it is said, two pages are kept, and the third follows when it is back', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  kelurahan.layUnderCamera(scene('straight'))
  const app = await kelurahan.startDesk(1)
  const { page } = app
  const rini = new Clerk(page)
  await rini.signIn()
  const dialog = await openDocuments(rini)
  await takePage(page, 1)
  await takePage(page, 2)
  app.unplugCamera()
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('2 halaman yang sudah diambil tetap ada.')
  await expect(alert).toContainText('Kamera terlepas')
  await expect(dialog.getByRole('alert').getByRole('button', { name: 'Dari berkas' })).toBeFocused()
  await looked(page, '10-camera-lost')
  await page.keyboard.press('Alt+K')
  await takePage(page, 3)
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(/^3 halaman, /)).toBeVisible()
})

test('a locked PDF, a damaged one and one made to harm are refused with a next step; pages from a scanner come in', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(page)
  await rini.signIn()
  const dialog = await openDocuments(rini)
  await expect(dialog.getByText('Kamera tidak ditemukan')).toBeVisible()
  const refused: readonly [Buffer, string, string][] = [
    [await lockedPdf(), 'PDF ini terkunci kata sandi', 'Minta berkas tanpa kata sandi'],
    [Buffer.from('%PDF-1.7 and nothing more'), 'Berkas ini tidak dapat dibaca', 'Minta berkas yang utuh'],
    [foreignPdf({ bombBytes: 1_500_000_000 }), 'terlalu berat', 'Pindai lembarnya dengan kamera'],
    [Buffer.from('MZ this is a program'), 'Berkas ini bukan PDF, JPEG, atau PNG', 'pindai lembarnya dengan kamera'],
  ]
  for (const [file, said, next] of refused) {
    await takeFile(page, join(kelurahan.saveDir, 'surat.pdf'), file)
    const alert = dialog.getByRole('alert').filter({ hasText: said })
    await expect(alert).toContainText(next, { timeout: 120_000 })
    await expect(dialog.getByText('Belum ada halaman')).toBeVisible()
  }
  await looked(page, '11-refused')

  await takeFile(page, join(kelurahan.saveDir, 'pindai.pdf'), scannedPdf())
  await expect(pagesIn(dialog)).toHaveCount(1, drawn)
  await expect(dialog.getByRole('alert').filter({ hasText: 'bukan PDF' })).toHaveCount(0)
  await rini.tabTo(dialog.getByRole('button', { name: /^Halaman 1/ }))
  await page.keyboard.press('Enter')
  const shown = dialog.getByAltText('Halaman 1')
  await expect(shown).toBeVisible()
  expect(await brightnessAt(shown, 170 / 595, (842 - 600) / 842)).toBeLessThan(15)
  expect(await brightnessAt(shown, 450 / 595, (842 - 600) / 842)).toBeGreaterThan(240)
  await looked(page, '12-scanned')
})

test('a photo of 40 MB becomes a page without filling the memory; one that would is refused', async ({ kelurahan }) => {
  test.setTimeout(300_000)
  const app = await kelurahan.startDesk(1, { clip: null })
  const { page } = app
  const rini = new Clerk(page)
  await rini.signIn()
  const dialog = await openDocuments(rini)
  await expect(dialog.getByText('Kamera tidak ditemukan')).toBeVisible()
  const photo = heavyPhoto()
  expect(photo.length).toBeGreaterThan(40_000_000)
  const memory = watchMemory(app)
  await takeFile(page, join(kelurahan.saveDir, 'foto.jpg'), photo)
  await expect(pagesIn(dialog)).toHaveCount(1, drawn)
  const { idle, peak } = memory.end()
  console.log(`a photo of ${megabytes(photo.length)} MB: ${megabytes(peak - idle)} MB over ${megabytes(idle)} MB`)
  expect(peak - idle).toBeLessThan(800_000_000)

  await takeFile(page, join(kelurahan.saveDir, 'raksasa.png'), vastPng(30_000))
  await expect(dialog.getByRole('alert').filter({ hasText: 'Gambar ini tidak dapat dibaca' })).toBeVisible()
  await expect(pagesIn(dialog)).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText(/^1 halaman, /)).toBeVisible()
})

/** From Beranda into the documents of the KK, by keyboard. */
async function openDocuments(clerk: Clerk): Promise<Locator> {
  const { page } = clerk
  catchFileDialogs(page)
  await beginLostCard(clerk)
  await clerk.tabTo(page.locator('[data-about="kk"] input'))
  await choose(page, 'kk', 'u')
  await expect(clerk.button('Lampirkan')).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = dialogOf(page)
  await expect(dialog).toBeVisible()
  return dialog
}

/** Of a place of a shown picture, in shares of its width and height; 0 is black. */
function brightnessAt(picture: Locator, x: number, y: number): Promise<number> {
  return picture.evaluate(
    async (image: HTMLImageElement, at) => {
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { width, height } = canvas
      const [red = 0] = context?.getImageData(Math.floor(at.x * width), Math.floor(at.y * height), 1, 1).data ?? []
      return red
    },
    { x, y },
  )
}

/** What a telephone of 64 megapixels makes of a coarse cloth: nothing of it packs well. */
function heavyPhoto(): Buffer {
  const canvas = createCanvas(9248, 6936)
  const context = canvas.getContext('2d')
  const tile = sheet({ width: 1156, height: 1734, noise: 0.9 })
  for (let x = 0; x < 8; x++) for (let y = 0; y < 4; y++) context.drawImage(tile, x * 1156, y * 1734)
  return canvas.toBuffer('image/jpeg', 88)
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

/** Memory of all processes of the program. Looked at more often, it would take the time that the page needs. */
function watchMemory({ electron }: DeskApp) {
  const program = electron.process().pid ?? 0
  const now = () => pssOfTree(program)
  const idle = now()
  let peak = idle
  const timer = setInterval(() => {
    peak = Math.max(peak, now())
  }, 150)
  const end = () => {
    clearInterval(timer)
    return { idle, peak }
  }
  return { end }
}
