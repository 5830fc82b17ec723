import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Parcel } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

type Card = Parcel['cards'][number]

async function atTheParcel(kelurahan: Kelurahan, number = 1) {
  const app = await kelurahan.startDesk(number)
  const clerk = new Clerk(app.page)
  await clerk.signIn(number === 1 ? 'Rini Wulandari' : 'Ahmad Fauzi')
  await clerk.scanByUsb(kelurahan.parcel().number)
  await expect(clerk.heading(kelurahan.parcel().number)).toBeVisible()
  return { app, clerk, page: app.page }
}

/** Scans labels and waits until the last one is said. */
async function scanAll(clerk: Clerk, cards: readonly Card[]): Promise<void> {
  for (const { labelCode, ownerName } of cards) {
    await clerk.scanByUsb(labelCode)
    await expect(said(clerk.page)).toContainText(ownerName)
  }
}

const said = (page: Page) => page.getByRole('main').getByRole('status').first()
const found = (page: Page, count: number, all: number) =>
  expect(page.getByText(`${count} dari ${all}`, { exact: true })).toBeVisible()

const type = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** As fast as a person types: what comes faster is a scanner. */
const write = (page: Page, text: string) => page.keyboard.type(text, { delay: 60 })

/** Both sign on the printed paper: that is done by keyboard, too. */
async function signBoth(page: Page): Promise<void> {
  await type(page, 'Alt+t', 'Alt+y')
  await expect(page.getByText('Siap disimpan')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Penerimaan tersimpan')).toBeVisible()
}

test('a parcel of twelve is counted in by keyboard alone: one typed, one damaged, one missing, one of another parcel', async ({
  kelurahan,
}) => {
  test.setTimeout(120_000)
  const { clerk, page } = await atTheParcel(kelurahan)
  const { cards } = kelurahan.parcel()
  const [typed, missing, ...scanned] = cards as [Card, Card, ...Card[]]
  await scanAll(clerk, scanned)
  await clerk.scanByUsb(scanned[0]?.labelCode ?? '')
  await expect(said(page)).toContainText('Tetap dihitung satu')
  await write(page, typed.kitirNumber)
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText(typed.ownerName)
  // The card counted last is damaged: F4, →, past the three parts of its place, why, and Enter.
  await page.keyboard.press('F4')
  await expect(page.getByRole('radio', { name: 'Baik' })).toBeFocused()
  await type(page, 'ArrowRight', 'Tab', 'Tab', 'Tab', 'Tab')
  await write(page, 'Terlipat')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await found(page, 11, 12)
  const [foreign] = kelurahan.parcel(0).cards
  await clerk.scanByUsb(foreign?.labelCode ?? '')
  await expect(said(page)).toContainText(`milik kiriman ${kelurahan.parcel(0).number}`)

  await page.keyboard.press('Alt+s')
  await expect(clerk.heading('Selesaikan penerimaan')).toBeVisible()
  await expect(page.getByText('2 perlu keterangan')).toBeVisible()
  await write(page, 'Tidak ada di amplop')
  await page.keyboard.press('Enter')
  await write(page, 'Terselip')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nama kurir')).toBeFocused()
  await signBoth(page)
  await expect(page.getByText('10 baik, 1 rusak, 1 kurang, 1 lebih')).toBeVisible()

  await clerk.findByNumber(scanned[0]?.kitirNumber ?? '')
  await expect(clerk.heading('Serah terima')).toBeVisible()
  await clerk.findByNumber(missing.kitirNumber)
  await expect(page.getByText('Kartu belum siap diambil')).toBeVisible()
})

test('the engine is killed in the middle of the count: nothing that was scanned is lost, and the count goes on', async ({
  kelurahan,
}) => {
  const { app, clerk, page } = await atTheParcel(kelurahan)
  const { cards } = kelurahan.parcel()
  await scanAll(clerk, cards.slice(0, 5))
  app.killEngine()
  await clerk.scanByUsb(cards[5]?.labelCode ?? '')
  await expect(said(page)).toContainText(cards[5]?.ownerName ?? '')
  await found(page, 6, 12)
  await app.close()
  const again = await atTheParcel(kelurahan)
  await found(again.page, 6, 12)
  await scanAll(again.clerk, cards.slice(6))
  await found(again.page, 12, 12)
})

test('what came today is signed today, the rest tomorrow; another desk sees what was signed', async ({ kelurahan }) => {
  test.setTimeout(120_000)
  const { clerk, page } = await atTheParcel(kelurahan)
  const { cards } = kelurahan.parcel()
  await scanAll(clerk, cards.slice(0, 7))
  await page.keyboard.press('Alt+l')
  await expect(page.getByText('5 kartu tetap ditunggu')).toBeVisible()
  await signBoth(page)
  await expect(clerk.status(/Belum terkirim 0/)).toBeVisible()

  const other = await atTheParcel(kelurahan, 2)
  await found(other.page, 7, 12)
  await other.clerk.scanByUsb(cards[0]?.labelCode ?? '')
  await expect(said(other.page)).toContainText('Ditandatangani Rini Wulandari')
  await scanAll(other.clerk, cards.slice(7))
  await other.page.keyboard.press('Alt+s')
  await expect(other.page.getByText('Tidak ada selisih')).toBeVisible()
  await signBoth(other.page)
  await expect(other.page.getByText(/0001\/BAP\/3578101003-02\/\d{4}/)).toBeVisible()
})

/** Saves the paper that is shown, and gives its text. */
async function savedText(page: Page, kelurahan: Kelurahan, file: string): Promise<string> {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('img', { name: /^Halaman 1 dari/ })).toBeVisible()
  await page.keyboard.press('Control+s')
  const saved = page.getByText(`PDF tersimpan: ${file}`)
  await expect(saved).toBeVisible()
  const name = ((await saved.textContent()) ?? '').replace('PDF tersimpan: ', '')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  return (await pdfText(readFileSync(join(kelurahan.saveDir, name)))).join(' ')
}

test('a card scanned while the count is signed is counted, and that is said; one reason serves all alike, in its last wording', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const { clerk, page } = await atTheParcel(kelurahan)
  const { cards, number } = kelurahan.parcel()
  await scanAll(clerk, cards.slice(0, 7))
  await page.keyboard.press('Alt+s')
  await expect(page.getByText('5 perlu keterangan')).toBeVisible()
  await type(page, 'Alt+t', 'Alt+y')
  const late = cards[7] as Card
  await clerk.scanByUsb(late.labelCode)
  await expect(said(page)).toContainText(late.ownerName)
  await expect(said(page)).toContainText('Penandatanganan dihentikan')
  await found(page, 8, 12)
  await axeFindsNothing(page, 'count, signing broken off')

  await page.keyboard.press('Alt+s')
  await expect(page.getByText('4 perlu keterangan')).toBeVisible()
  await write(page, 'Amplop kosong')
  await page.keyboard.press('Alt+a')
  await expect(page.getByLabel('Nama kurir')).toBeFocused()
  await axeFindsNothing(page, 'finish, all explained')
  await type(page, 'Alt+t', 'Alt+y')
  // Back to the last reason; it is worded anew and signed without leaving its field.
  await type(page, 'Shift+Tab')
  await expect(page.getByRole('textbox', { name: /^Keterangan untuk/ }).last()).toBeFocused()
  await page.keyboard.press('Control+a')
  await write(page, 'Tertinggal di Siola')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('8 baik, 4 kurang')).toBeVisible()

  await page.keyboard.press('Alt+p')
  const text = await savedText(page, kelurahan, 'berita-acara-penerimaan-')
  expect(text.match(/Amplop kosong/g)).toHaveLength(3)
  expect(text.match(/Tertinggal di Siola/g)).toHaveLength(1)
  expect(text).toContain('Selisih : kurang 4 (empat) keping')
  for (const words of [number, late.ownerName, 'Rini Wulandari']) expect(text).toContain(words)
  await page.keyboard.press('Alt+l')
  const labels = await savedText(page, kelurahan, 'label-kartu-8.pdf')
  for (const { kitirNumber } of cards.slice(0, 8)) expect(labels).toContain(kitirNumber)

  // Signed for: its line cannot be noted again.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+s')
  await expect(page.getByText('8 dari 12 diterima')).toBeVisible()
  await axeFindsNothing(page, 'list, one received')
  await page.keyboard.press('Enter')
  await found(page, 8, 12)
  await type(page, 'ArrowDown', 'F4')
  await expect(said(page)).toContainText('Sudah ditandatangani')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what two desks counted at once is signed once: the second one says what it leaves out', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  const { cards } = kelurahan.parcel()
  const { clerk, page } = await atTheParcel(kelurahan)
  const other = await atTheParcel(kelurahan, 2)
  await scanAll(clerk, cards.slice(0, 2))
  await scanAll(other.clerk, cards.slice(1, 3))
  await page.keyboard.press('Alt+l')
  await signBoth(page)
  await found(other.page, 3, 12)
  await other.page.keyboard.press('Alt+l')
  await expect(other.page.getByText('1 kartu sudah ditandatangani di loket lain')).toBeVisible()
  await axeFindsNothing(other.page, 'finish, one signed at another desk')
  await signBoth(other.page)
  await expect(other.page.getByText(/\/\d{4}\s*1 baik/)).toBeVisible()

  // Before they heard of each other both desks gave the next free place: the shelf list shows that two cards share one.
  await other.clerk.open('Kartu')
  await other.page.keyboard.press('Control+f')
  await write(other.page, cards[2]?.kitirNumber ?? '')
  await expect(other.page.getByTitle('Ada kartu lain di tempat yang sama')).toHaveCount(1)
  await axeFindsNothing(other.page, 'Kartu, two cards in one place')
})

test('the webcam counts, too: it reads what is held before it, and says that an e-Kitir is no label', async ({
  kelurahan,
}) => {
  await kelurahan.show(kelurahan.kitirOf('in-parcel'))
  const { page } = await atTheParcel(kelurahan)
  await page.keyboard.press('Alt+k')
  await expect(said(page)).toContainText('Ini e-Kitir, bukan label kartu')
  await axeFindsNothing(page, 'count, camera on')
  await page.keyboard.press('Alt+k')
  await expect(page.getByLabel('Gambar kamera')).toHaveCount(0)
  await axeFindsNothing(page, 'count, camera off again')
})

test('axe finds nothing in the list, in a count, in its dialog, where both sign, and after it', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { clerk, page } = await atTheParcel(kelurahan)
  const { cards } = kelurahan.parcel()
  await axeFindsNothing(page, 'count, nothing yet')
  await scanAll(clerk, cards.slice(0, 3))
  await clerk.scanByUsb('LABEL-YANG-TIDAK-DIKENAL')
  await expect(said(page)).toContainText('Label tidak dikenal')
  await axeFindsNothing(page, 'count')
  await page.keyboard.press('F4')
  await expect(page.getByRole('dialog')).toBeVisible()
  await axeFindsNothing(page, 'line dialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await type(page, 'Alt+Delete')
  await expect(said(page)).toContainText('Hitungan dibatalkan')
  await page.keyboard.press('Alt+s')
  await axeFindsNothing(page, 'finish')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+l')
  await signBoth(page)
  await axeFindsNothing(page, 'saved')
  await page.keyboard.press('Escape')
  await expect(clerk.heading('Pengiriman')).toBeVisible()
  await axeFindsNothing(page, 'list')
  await page.keyboard.press('Alt+s')
  await expect(page.getByText('Belum ada pengiriman yang diterima')).toBeVisible()
  await axeFindsNothing(page, 'list, none received')
})
