import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import { pdfPicture } from '../../fixtures/pdf-picture.ts'
import type { Album } from '../album.ts'

/** Saves the paper whose preview `open` opens, and keeps it in the album as it looked, as PDF and as a picture of its first page. */
export async function savePaper(
  kelurahan: Kelurahan,
  page: Page,
  album: Album,
  { open, words }: { readonly open: () => Promise<void>; readonly words: string },
): Promise<void> {
  const before = new Set(readdirSync(kelurahan.saveDir))
  const added = () => readdirSync(kelurahan.saveDir).filter((name) => !before.has(name))
  await open()
  const dialog = page.getByRole('dialog')
  const sheet = dialog.getByRole('img', { name: /^Halaman 1 dari/ })
  await expect(sheet).toBeVisible()
  await expect
    .poll(() => sheet.evaluate((img) => img instanceof HTMLImageElement && img.complete && img.naturalWidth > 0))
    .toBe(true)
  await album.shoot(page, 'paper', `${words}: seen before it is printed`)
  await page.keyboard.press('Control+s')
  await expect.poll(added).toHaveLength(1)
  const [name = ''] = added()
  const pdf = readFileSync(join(kelurahan.saveDir, name))
  album.keep(name.replace(/\.pdf$/, ''), 'pdf', pdf, words)
  album.keep(name.replace(/\.pdf$/, ''), 'png', await pdfPicture(pdf), `${words}, as a picture`)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}
