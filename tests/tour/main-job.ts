import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Kitir } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { pdfPicture } from '../fixtures/pdf-picture.ts'
import { escposPicture } from '../printing/escpos-picture.ts'
import type { Album } from './album.ts'

/** Files that the README shows, by what they show. */
export interface Shown {
  scan: string
  handover: string
  sync: string
  receipt: string
}

/** The whole job at the counter: a card handed over offline, from e-Kitir to receipt, then agreed with the centre. */
export async function playMainJob(kelurahan: Kelurahan, album: Album): Promise<Shown> {
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await openTheCounter(rini, album)
  await kelurahan.link().cut()
  await expect(rini.status(/Luring/)).toBeVisible({ timeout: 60_000 })
  await album.shoot(page, 'offline', 'the network is cut; the status bar says so')
  const scan = await scanTheSlip(kelurahan, rini, kitir, album)
  const handover = await handOver(rini, kitir, album)
  const receipt = await lookAtPaper(kelurahan, page, album)
  const sync = await album.shoot(await onSync(rini), 'waiting', 'one act waits for the centre')
  await kelurahan.link().restore()
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.status(/Belum terkirim 0/)).toBeVisible({ timeout: 60_000 })
  await expect(rini.status('Daring')).toBeVisible({ timeout: 60_000 })
  await album.shoot(page, 'agreed', 'the network is back; the centre has accepted it')
  await lookFromSecondDesk(kelurahan, kitir, album)
  return { scan, handover, sync, receipt }
}

async function openTheCounter(rini: Clerk, album: Album): Promise<void> {
  await expect(rini.page.getByRole('radio', { name: 'Rini Wulandari' })).toBeVisible()
  await album.shoot(rini.page, 'sign-in', 'who works today?')
  await rini.signIn()
  await expect(rini.status('Daring')).toBeVisible({ timeout: 60_000 })
  await album.shoot(rini.page, 'home', 'what is to be done now')
}

async function scanTheSlip(kelurahan: Kelurahan, rini: Clerk, kitir: Kitir, album: Album): Promise<string> {
  const { page } = rini
  await rini.open('Pindai')
  await expect(page.locator('video')).toBeVisible()
  await album.shoot(page, 'camera', 'the camera looks at the empty counter')
  await page.keyboard.press('Escape')
  await kelurahan.show(kitir)
  await page.keyboard.press('F2')
  await expect(page.getByText(/Kode terbaca/)).toBeVisible()
  const picture = await album.shoot(page, 'read', 'the citizen holds the e-Kitir before it: read')
  await expect(rini.heading('Serah terima')).toBeVisible()
  return picture
}

async function handOver(rini: Clerk, kitir: Kitir, album: Album): Promise<string> {
  const { page } = rini
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
  await album.shoot(page, 'found', 'the card is found, and where it lies')
  await rini.enterPin(kitir.pin)
  await rini.checkPapers()
  await album.shoot(page, 'checked', 'PIN and papers are checked; the signature is missing')
  await rini.sign()
  await expect(page.getByText('Semua syarat terpenuhi')).toBeVisible()
  const picture = await album.shoot(page, 'signed', 'all is there: one key is left')
  await rini.confirm()
  await expect(page.getByText('Bukti dicetak')).toBeVisible()
  await album.shoot(page, 'handed-over', 'recorded, offline, and printed')
  return picture
}

async function lookAtPaper(kelurahan: Kelurahan, page: Page, album: Album): Promise<string> {
  const [paper] = await kelurahan.printer().printed(1)
  const receipt = album.keep(
    'receipt',
    'png',
    escposPicture(paper ?? Buffer.alloc(0), 80),
    'the receipt, as the printer put it on paper',
  )
  await page.getByRole('button', { name: /PDF/ }).first().click()
  await expect(page.getByText(/Disimpan:/)).toBeVisible()
  const [name = ''] = readdirSync(kelurahan.saveDir)
  const pdf = readFileSync(join(kelurahan.saveDir, name))
  album.keep('proof', 'pdf', pdf, 'the A4 proof as PDF')
  album.keep('proof', 'png', await pdfPicture(pdf), 'the same as a picture')
  return receipt
}

async function onSync(rini: Clerk): Promise<Page> {
  await rini.open('Sinkronisasi')
  await expect(rini.status(/Belum terkirim 1/)).toBeVisible()
  await expect(rini.page.getByText(/1 tindakan menunggu/).first()).toBeVisible()
  return rini.page
}

async function lookFromSecondDesk(kelurahan: Kelurahan, kitir: Kitir, album: Album): Promise<void> {
  const { page } = await kelurahan.startDesk(2)
  const fauzi = new Clerk(page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.findByNumber(kitir.kitirNumber)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible({ timeout: 60_000 })
  await album.shoot(page, 'second-desk', 'the other desk sees when, to whom and by whom')
}
