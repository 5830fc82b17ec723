import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const row = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })
const chosen = (page: Page, count: number) => expect(page.getByText(`${count} kartu dipilih`)).toBeVisible()
/** At the speed of fingers: faster is a scanner. */
const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 70 })
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key, { delay: 70 })
}
/** Over what stands in a field. */
const fill = async (page: Page, words: string) => {
  await press(page, 'Control+a')
  await type(page, words)
}

async function atTheShelf(kelurahan: Kelurahan, desk = 1, name?: string) {
  const { page } = await kelurahan.startDesk(desk)
  const clerk = new Clerk(page)
  await clerk.signIn(name)
  await clerk.open('Kartu')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  return { page, clerk }
}

/** The words of the paper that stands open, as they are in the PDF that is saved of it. */
async function savedText(kelurahan: Kelurahan, page: Page): Promise<string> {
  const before = new Set(readdirSync(kelurahan.saveDir))
  const added = () => readdirSync(kelurahan.saveDir).filter((name) => !before.has(name))
  await press(page, 'Control+s')
  await expect.poll(added).toHaveLength(1)
  await expect(page.getByText(/^PDF tersimpan: /)).toBeVisible()
  return (await pdfText(readFileSync(join(kelurahan.saveDir, added()[0] ?? '')))).join(' ')
}

async function seek(page: Page, words: string): Promise<void> {
  await press(page, 'Control+f')
  await fill(page, words)
  await expect(row(page, words)).toHaveCount(1)
  await press(page, 'ArrowDown')
}

test('many cards are ticked by keys alone, get labels, and are put side by side in another box', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await atTheShelf(kelurahan)
  await press(page, 'Space')
  await chosen(page, 1)
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown')
  await chosen(page, 3)
  await press(page, 'Shift+ArrowUp')
  await chosen(page, 2)
  await axeFindsNothing(page, 'cards, two ticked')
  const ticked = page.getByRole('row', { selected: true })
  const names = await Promise.all((await ticked.all()).map((one) => one.getByRole('gridcell').nth(2).textContent()))
  await press(page, 'Control+p')
  const sheet = dialogOf(page, 'Label kartu')
  await expect(sheet.getByRole('img', { name: /Halaman 1 dari/ })).toBeVisible({ timeout: 30_000 })
  await axeFindsNothing(page, 'label sheet')
  const printed = await savedText(kelurahan, page)
  for (const name of names) expect(printed).toContain(name ?? 'nobody')
  await press(page, 'Escape')
  await expect(sheet).toBeHidden()
  await press(page, 'Control+a')
  await expect(page.getByText(/^\d\d kartu dipilih/)).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByText('kartu dipilih')).toBeHidden()

  await press(page, 'Home', 'Space', 'ArrowDown', 'Space')
  await chosen(page, 2)
  await press(page, 'Control+m')
  const dialog = dialogOf(page, 'Pindah tempat')
  await expect(dialog.getByLabel('Rak')).toBeFocused()
  await expect(dialog.getByLabel('Rak')).not.toHaveValue('')
  await fill(page, 'Z')
  await press(page, 'Tab')
  await fill(page, '9')
  await press(page, 'Tab')
  await fill(page, '01')
  await expect(dialog.getByText('Z-9-02')).toBeVisible()
  await axeFindsNothing(page, 'move to another place')
  await press(page, 'Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('2 kartu dipindahkan')).toBeVisible()
  await expect(row(page, 'Z-9-01')).toBeVisible()
  await expect(row(page, 'Z-9-02')).toBeVisible()
  await expect(page.getByText('kartu dipilih')).toBeHidden()

  await press(page, 'ArrowDown', 'ArrowDown', 'Space', 'Control+m')
  await expect(dialog.getByLabel('Rak')).toBeFocused()
  await fill(page, 'Z')
  await press(page, 'Tab')
  await fill(page, '9')
  await press(page, 'Tab')
  await fill(page, '01')
  await expect(dialog.getByText(/Di tempat ini sudah ada kartu/)).toBeVisible()
  await press(page, 'Enter')
  await expect(row(page, 'Z-9-01')).toHaveCount(2)
})

const troubles = [
  { kind: 'damaged', name: 'Rusak', field: 'Kerusakannya', words: 'Retak di sudut', line: 'Dicatat rusak' },
  {
    kind: 'misprinted',
    name: 'Salah cetak',
    field: 'Yang salah cetak',
    words: 'Foto buram',
    line: 'Dicatat salah cetak',
  },
  {
    kind: 'wrong data',
    name: 'Data salah',
    field: 'Data yang salah dan yang seharusnya',
    words: 'Lahir 1990, tercetak 1980',
    line: 'Dicatat salah data',
  },
] as const

test('damaged, misprinted and wrong data by keyboard: each with its reason, out of the drawer and in the history; one recorded by mistake is taken back', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await atTheShelf(kelurahan)
  const dialog = dialogOf(page, 'Catat rusak atau hilang')
  for (const [at, { kind, name, field, words, line }] of troubles.entries()) {
    const { ownerName } = kelurahan.kitir('ready', 'ktp-el', at)
    await seek(page, ownerName)
    await press(page, 'Control+d')
    await expect(dialog.getByRole('radio', { name: 'Rusak' })).toBeFocused()
    for (let step = 0; step < at; step++) await press(page, 'ArrowRight')
    await expect(dialog.getByRole('radio', { name })).toBeChecked()
    await press(page, 'Tab')
    await expect(dialog.getByLabel(field)).toBeFocused()
    await axeFindsNothing(page, `a card that is ${kind}`)
    await type(page, words)
    await press(page, 'Enter')
    await expect(dialog).toBeHidden()
    await expect(row(page, ownerName)).toContainText('Rusak')
    await press(page, 'Control+h')
    const history = dialogOf(page, 'Riwayat kartu')
    await expect(history.getByText(line)).toBeVisible()
    await expect(history.getByText(words)).toBeVisible()
    await press(page, 'Escape')
    await expect(history).toBeHidden()
  }

  await press(page, 'Control+d')
  await expect(dialog.getByRole('radio', { name: 'Salah catat' })).toBeFocused()
  await press(page, 'Tab')
  await expect(dialog.getByLabel('Mengapa catatan itu keliru')).toBeFocused()
  await type(page, 'Salah kartu')
  await axeFindsNothing(page, 'a record taken back')
  await press(page, 'Enter')
  await expect(dialog).toBeHidden()
  await expect(row(page, kelurahan.kitir('ready', 'ktp-el', 2).ownerName)).toContainText('Siap diambil')
})

test('a lost card: the officer signs, the statement is there, the history tells it, and the other desk sees it', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('ready')
  const { page, clerk } = await atTheShelf(kelurahan)
  await seek(page, kitir.ownerName)
  await press(page, 'Control+d')
  const dialog = dialogOf(page, 'Catat rusak atau hilang')
  await expect(dialog.getByRole('radio', { name: 'Rusak' })).toBeFocused()
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'Hilang' })).toBeChecked()
  await press(page, 'Tab')
  await expect(dialog.getByLabel('Bagaimana hilangnya')).toBeFocused()
  await type(page, 'Tidak ada saat stok opname')
  await press(page, 'Enter')
  await expect(dialog).toBeVisible()
  await press(page, 'Alt+t')
  await axeFindsNothing(page, 'a lost card')
  await press(page, 'Enter')
  await expect(dialog).toBeHidden()
  await expect(dialogOf(page, 'Surat pernyataan menghilangkan')).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, kitir.ownerName)).toContainText('Hilang')

  await press(page, 'Control+h')
  const history = dialogOf(page, 'Riwayat kartu')
  await expect(history.getByText('Dicatat hilang')).toBeVisible()
  await expect(history.getByText('Tidak ada saat stok opname')).toBeVisible()
  await axeFindsNothing(page, 'the history of a card')
  const statement = history.getByRole('button', { name: 'Surat pernyataan menghilangkan' })
  await expect(async () => {
    await press(page, 'Tab')
    await expect(statement).toBeFocused({ timeout: 100 })
  }).toPass()
  await press(page, 'Enter')
  await expect(dialogOf(page, 'Surat pernyataan menghilangkan')).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await press(page, 'Control+h')
  await expect(history).toBeVisible()
  await press(page, 'Escape')
  await expect(history).toBeHidden()
  await expect(clerk.status(/Belum terkirim 0/)).toBeVisible()

  const second = await atTheShelf(kelurahan, 2, 'Ahmad Fauzi')
  await seek(second.page, kitir.ownerName)
  await expect(row(second.page, kitir.ownerName)).toContainText('Hilang')
  await press(second.page, 'Control+d')
  const found = dialogOf(second.page, 'Catat rusak atau hilang')
  await expect(found.getByRole('radio', { name: 'Ditemukan' })).toBeFocused()
  await axeFindsNothing(second.page, 'a card that was found')
  await press(second.page, 'Tab')
  await type(second.page, 'Terselip di kotak 3')
  await press(second.page, 'Enter')
  await expect(found).toBeHidden()
  await expect(row(second.page, kitir.ownerName)).toContainText('Siap diambil')
})

test('what nobody collected is reminded of and goes back with its berita acara; what came yesterday is left out', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const old = kelurahan.kitirOf('uncollected')
  const young = kelurahan.kitir('ready')
  const { page } = await atTheShelf(kelurahan)
  await seek(page, young.ownerName)
  await press(page, 'Space')
  await seek(page, old.ownerName)
  await press(page, 'Space')
  await chosen(page, 2)
  await press(page, 'Control+i')
  const reminding = dialogOf(page, 'Ingatkan pemilik')
  await expect(reminding.getByText('1 kartu tidak ikut dicatat')).toBeVisible()
  await axeFindsNothing(page, 'reminding')
  await press(page, 'Enter')
  await expect(reminding).toBeHidden()
  await expect(page.getByText('1 pemilik diingatkan')).toBeVisible()

  await press(page, 'Control+b')
  const dialog = dialogOf(page, 'Kembalikan ke Dinas')
  await expect(dialog.getByText(/\/BAR\//)).toBeVisible()
  await axeFindsNothing(page, 'cards that go back')
  await press(page, 'Enter')
  await expect(dialog).toBeHidden()
  await expect(dialogOf(page, 'Berita acara pengembalian')).toBeVisible()
  await expect(page.getByRole('dialog').locator('img').first()).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(row(page, old.ownerName)).toContainText('Kembali ke Dinas')
})
