import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clerk } from '../../fixtures/clerk.ts'
import type { DeskApp } from '../../fixtures/desk-app.ts'
import { type PrintedSlip, slipDialog } from '../../fixtures/filing-slip.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import { pdfPicture } from '../../fixtures/pdf-picture.ts'
import { jobOf, standInPrinter } from '../../fixtures/stand-in-printer.ts'
import { escposPicture } from '../../printing/escpos-picture.ts'
import type { Album } from '../album.ts'

/** Both sheets of a slip, as the receipt printer put them on paper. */
export function keepSheets(
  album: Album,
  { citizen, office }: { readonly citizen: PrintedSlip; readonly office: PrintedSlip },
  of: string,
): void {
  album.keep('slip-citizen', 'png', escposPicture(citizen.bytes, 80), `${of}: the citizen’s sheet, with the PIN`)
  album.keep('slip-office', 'png', escposPicture(office.bytes, 80), `${of}: the office’s sheet, without`)
}

/** The A4 printer of a desk, and what came out of it. */
export class A4Printer {
  static readonly named = 'Kantor A4'
  readonly #file: string
  #taken = 0

  private constructor(file: string) {
    this.#file = file
  }

  static async at(app: DeskApp, kelurahan: Kelurahan): Promise<A4Printer> {
    const file = join(kelurahan.city.folder, 'a4.pdf')
    await standInPrinter(app.electron, A4Printer.named, file)
    return new A4Printer(file)
  }

  /** What comes out next. */
  async next(): Promise<Buffer> {
    const file = jobOf(this.#file, ++this.#taken)
    await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true)
    return readFileSync(file)
  }

  async keep(album: Album, name: string, words: string): Promise<void> {
    const pdf = await this.next()
    album.keep(name, 'pdf', pdf, words)
    album.keep(name, 'png', await pdfPicture(pdf), `${words}, as a picture`)
  }
}

/** From the page that says that it is filed: both sheets on the A4 printer. */
export async function printSlipOnA4(clerk: Clerk, a4: A4Printer, album: Album): Promise<void> {
  const { page } = clerk
  const slip = slipDialog(clerk)
  await page.keyboard.press('Control+p')
  await expect(slip.getByText('PIN menunggu dicetak')).toBeVisible()
  await clerk.tabTo(slip.getByLabel('Printer'))
  await page.keyboard.type(A4Printer.named, { delay: 60 })
  await expect(slip.getByLabel('Printer')).toHaveValue(A4Printer.named)
  await page.keyboard.press('Control+p')
  await a4.keep(album, 'kitir-citizen', 'the e-Kitir on A4: the citizen’s sheet, with the PIN')
  await a4.keep(album, 'kitir-office', 'the e-Kitir on A4: the office’s sheet, without')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()
}
