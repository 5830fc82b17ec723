import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { boxFields, countAtOpening, countBoxes, whatShouldLie } from '../fixtures/drawer.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

/** At the speed of fingers: faster is a scanner. */
const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 60 })

async function openDay(clerk: Clerk): Promise<void> {
  await clerk.page.keyboard.press('Alt+0')
  await expect(clerk.heading('Hari ini')).toBeVisible()
  // Its heading is there before it knows how the shift stands.
  await expect(clerk.page.getByRole('button', { name: /^(Buka|Tutup) shift/ })).toBeVisible()
}

async function openShift(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await openDay(clerk)
  await expect(page.getByText('Shift belum dibuka')).toBeVisible()
  await axeFindsNothing(page, 'Hari ini, no shift yet')
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Buka shift')).toBeVisible()
  await expect(page.getByText('Isi jumlah KTP-el dan KIA')).toBeVisible()
  await countAtOpening(page)
  await page.keyboard.press('Alt+t')
  await axeFindsNothing(page, 'opening a shift')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Shift terbuka')).toBeVisible()
}

test('a shift by keyboard: the drawer taken over, a card given out, counted with one missing and explained, handed to the next clerk, who works on; the supervisor accepts the difference', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await openShift(rini)
  await rini.handOver(kelurahan.kitir('ready'))
  await openDay(rini)
  await expect(page.getByRole('row', { name: /- Diserahkan 1 0 1/ })).toBeVisible()
  await axeFindsNothing(page, 'Hari ini, a shift is open')

  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tutup shift')).toBeVisible()
  await axeFindsNothing(page, 'closing, the count')
  const pieces = await whatShouldLie(page)
  const [short] = [...pieces].find(([name]) => name.endsWith('KTP-el')) ?? ['']
  await countBoxes(page, new Map([...pieces, [short, (pieces.get(short) ?? 0) - 1]]))
  await expect(page.getByText(/seharusnya \d+, dihitung/)).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Penjelasan')).toBeFocused()
  await type(page, 'Dicari besok pagi di kotak sebelah')
  await axeFindsNothing(page, 'closing, a difference')
  await page.keyboard.press('Control+Enter')

  await expect(page.getByText('3. Tanda tangan dan serah laci')).toBeVisible()
  await axeFindsNothing(page, 'closing, before anybody signed')
  await expect(page.getByLabel('Petugas berikutnya')).toBeFocused()
  await type(page, 'Ahmad')
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Alt+y')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Kata sandi petugas berikutnya')).toBeFocused()
  await type(page, 'bukan sandinya')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Kata sandi salah')
  await axeFindsNothing(page, 'closing, the next clerk')
  await page.keyboard.press('Control+a')
  await type(page, password)
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Yang perlu dikerjakan')).toBeVisible()
  await expect(rini.status(/^Ahmad F\./)).toBeVisible()
  await openDay(rini)
  await expect(page.getByText('Ahmad Fauzi memegang laci sejak')).toBeVisible()
  await expect(page.getByText(/Ditutup .* oleh Rini Wulandari, diterima Ahmad Fauzi, 0001\/BAH\//)).toBeVisible()

  await page.keyboard.press('Control+p')
  const paper = page.getByRole('dialog', { name: /Berita acara harian/i })
  await expect(paper.getByRole('img', { name: /Halaman 1 dari/ })).toBeVisible({ timeout: 30_000 })
  await axeFindsNothing(page, 'berita acara harian')
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()

  const second = await kelurahan.startDesk(2)
  const hendra = new Clerk(second.page)
  await hendra.signIn('Hendra Setiawan')
  for (const clerk of [rini, hendra]) {
    await clerk.open('Sinkronisasi')
    await clerk.page.keyboard.press('F9')
    await expect(clerk.status(/Belum terkirim 0/)).toBeVisible()
  }
  await expect(second.page.getByText(/Hitungan laci tidak cocok/)).toBeVisible({ timeout: 45_000 })
  await second.page.keyboard.press('Control+1')
  await expect(hendra.heading('Hitungan laci tidak cocok')).toBeVisible()
  await expect(second.page.getByText('Dicari besok pagi di kotak sebelah')).toBeVisible()
  await axeFindsNothing(second.page, 'a case about a count')
  await second.page.keyboard.press('Control+1')
  await second.page.keyboard.press('Control+Enter')
  await expect(second.page.getByLabel('Alasan')).toBeFocused()
  await type(second.page, 'Ditemukan di kotak sebelah')
  await second.page.keyboard.press('Control+Enter')
  await expect(second.page.getByLabel('Kata sandi Anda')).toBeFocused()
  await type(second.page, password)
  await second.page.keyboard.press('Control+Enter')
  await expect(second.page.getByText('Diterima seperti yang tercatat')).toBeVisible()
})

test('the drawer counted by scanning: a card too many is counted and explained, and nothing is lost by a scan, by leaving, or by a restart', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const desk = await kelurahan.startDesk(1)
  const first = new Clerk(desk.page)
  await first.signIn()
  await openShift(first)
  await desk.page.keyboard.press('Control+Enter')
  const pieces = await whatShouldLie(desk.page)
  await desk.page.keyboard.press('Alt+h')
  for (const field of await boxFields(desk.page).all()) await expect(field).toHaveValue('')

  const card = kelurahan.kitir('ready')
  const [extra] = kelurahan.parcel().cards
  await first.scanByUsb(card.labelCodes[0] ?? '')
  await expect(desk.page.getByText(new RegExp(`^${card.ownerName}, rak . kotak`))).toBeVisible()
  await axeFindsNothing(desk.page, 'closing, a card was scanned')
  await first.scanByUsb(card.labelCodes[0] ?? '')
  await expect(desk.page.getByText(`${card.ownerName} sudah dipindai`)).toBeVisible()
  await first.scanByUsb(card.code)
  await expect(desk.page.getByText(/Ini e-Kitir .*, bukan label kartu/)).toBeVisible()
  await first.scanByUsb(extra?.labelCode ?? '')
  await expect(desk.page.getByText(/^Tidak tercatat di laci/)).toBeVisible()
  await expect(desk.page.getByRole('list', { name: /^Kartu lebih/ })).toContainText(extra?.ownerName ?? '')
  await axeFindsNothing(desk.page, 'closing, a card too many')

  await desk.page.keyboard.press('Escape')
  await expect(first.heading('Hari ini')).toBeVisible()
  await desk.close()
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await openDay(rini)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: /^Kartu lebih/ })).toContainText(extra?.ownerName ?? '')
  await rini.scanByUsb(card.labelCodes[0] ?? '')
  await expect(page.getByText(`${card.ownerName} sudah dipindai`)).toBeVisible()

  await countBoxes(page, pieces)
  await expect(page.getByText(new RegExp(`^Kartu lebih · .*${extra?.ownerName}`))).toBeVisible()
  await expect(page.getByLabel('Penjelasan')).toHaveCount(1)
  await expect(page.getByLabel('Penjelasan')).toBeFocused()
  await type(page, 'Kiriman belum dihitung')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3. Tanda tangan dan serah laci')).toBeVisible()
  await rini.scanByUsb(card.labelCodes[0] ?? '')
  await expect(page.getByText(`${card.ownerName} sudah dipindai`)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Selisih menjadi kasus untuk pengawas/)).toBeVisible()

  const record = page.getByRole('button', { name: /0001\/BAH\// })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(record).toBeFocused({ timeout: 100 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Berita acara harian/i })).toBeVisible()
  await page.keyboard.press('Control+s')
  const saved = page.getByText(/^PDF tersimpan: /)
  await expect(saved).toBeVisible({ timeout: 30_000 })
  const name = ((await saved.textContent()) ?? '').replace('PDF tersimpan: ', '')
  const text = (await pdfText(readFileSync(join(kelurahan.saveDir, name)))).join(' ')
  expect(text).toContain(extra?.ownerName)
  expect(text).toContain('Kiriman belum dihitung')
})
