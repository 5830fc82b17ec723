import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { allInReach, zoomIn } from '../fixtures/zoom-in.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

/** Whoever signed in last leaves the desk to the next person. */
function handOver(page: Page, name: string): Promise<Clerk> {
  return new Clerk(page).leaveTo(name)
}

async function openClaims(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Shift+7')
  await expect(page.getByRole('heading', { level: 1, name: 'Kompensasi' })).toBeVisible()
}

/** The only open claim. */
async function openTheClaim(page: Page): Promise<void> {
  await openClaims(page)
  await expect(page.getByRole('list', { name: 'Klaim kompensasi' }).getByRole('button')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Empat mata' })).toBeVisible()
}

test('a late application by keyboard alone: taken, checked by Rini, approved by Hendra, paid by another clerk, kuitansi as PDF', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const kitir = kelurahan.kitir('ready', 'ktp-el', 5)
  const { page } = await kelurahan.startDesk(1)
  const fauzi = new Clerk(page)
  await fauzi.signIn('Ahmad Fauzi')

  await openClaims(page)
  await axeFindsNothing(page, 'claims, none yet')
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Nomor e-Kitir permohonan yang terlambat')).toBeFocused()
  await page.keyboard.type(kitir.kitirNumber, { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Memenuhi syarat', { exact: true })).toBeVisible()
  await expect(page.getByText('Rp50.000', { exact: true })).toBeVisible()
  await expect(page.getByText('Tidak ada gangguan pusat pada masa janji.')).toBeVisible()
  await axeFindsNothing(page, 'a new claim')
  await page.keyboard.press('Control+Enter')
  await expect(fauzi.button(/Catat pemeriksaan/)).toBeVisible()
  await axeFindsNothing(page, 'a claim received')

  await kelurahan.link().cut()
  await handOver(page, 'Rini Wulandari')
  await openTheClaim(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Hanya pengawas yang memutuskan')).toBeVisible()

  const hendra = await handOver(page, 'Hendra Setiawan')
  await openTheClaim(page)
  await expect(hendra.button(/Setujui Rp50.000/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(hendra.button(/Perintahkan pembayaran/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Anda yang menyetujui klaim ini')).toBeVisible()
  await axeFindsNothing(page, 'a claim that who approved it may not pay')

  await handOver(page, 'Rini Wulandari')
  await openTheClaim(page)
  await expect(page.getByText('Anda yang memeriksa klaim ini')).toBeVisible()
  await expect(page.getByText('Petugas lain yang membayar.')).toBeVisible()

  const payer = await handOver(page, 'Ahmad Fauzi')
  await openTheClaim(page)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Bayar Rp50.000' })
  await expect(dialog.getByText('lima puluh ribu rupiah')).toBeVisible()
  await axeFindsNothing(page, 'paying')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Penerima belum menandatangani')).toBeVisible()
  await payer.sign('#claim-signature')
  await expect(dialog.getByText('Penerima belum menandatangani')).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()

  await expect(payer.button(/Lihat kuitansi/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const paper = page.getByRole('dialog', { name: 'Kuitansi kompensasi' })
  await expect(paper.getByRole('img', { name: /Halaman 1 dari/ })).toBeVisible()
  await axeFindsNothing(page, 'the kuitansi')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/PDF tersimpan/)).toBeVisible()
  const [file] = readdirSync(kelurahan.saveDir).filter((name) => name.startsWith('kuitansi-'))
  expect(file).toMatch(/^kuitansi-0001-KWT-3578101003-01-\d{4}\.pdf$/)
  const [written = ''] = await pdfText(readFileSync(join(kelurahan.saveDir, file ?? '')))
  for (const words of ['Rp50.000', 'lima puluh ribu rupiah', kitir.kitirNumber]) expect(written).toContain(words)
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()
  await expect(payer.button(/SALINAN kuitansi/)).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(page.getByText('0 klaim terbuka')).toBeVisible()
  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('heading', { name: 'Register kompensasi' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Rp50.000' }).first()).toBeVisible()
  await axeFindsNothing(page, 'the register')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/register-kompensasi-[\d-]+\.csv/)).toBeVisible()

  // Offline all day; then the centre takes everything as it was done.
  await kelurahan.link().restore()
  await payer.open('Sinkronisasi')
  await payer.button(/Sinkronkan sekarang/).click()
  await expect(payer.status(/Belum terkirim 0/)).toBeVisible()
  await expect(page.getByText('Tidak ada yang perlu tindakan')).toBeVisible()
})

test('a claim that an outage makes void is explained, and rejected by keyboard with its reason', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const kitir = kelurahan.kitir('ready', 'ktp-el', 5)
  const siola = await kelurahan.startDinas()
  await siola.until('app.status', {}, ({ connection }) => connection.state === 'online')
  const day = 86_400_000
  const { verdict } = await siola.call('city.register-incident', {
    kind: 'outage',
    from: new Date(Date.now() - 20 * day).toISOString(),
    to: new Date(Date.now() - day / 24).toISOString(),
    units: null,
    services: null,
    source: 'Surat Ditjen Dukcapil',
  })
  expect(verdict).toBe('applied')

  const desk = await kelurahan.startDesk(1)
  const { page } = desk
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Sinkronisasi')
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.status(/Belum terkirim 0/)).toBeVisible()
  await openClaims(page)
  await page.keyboard.press('Alt+n')
  await page.keyboard.type(kitir.kitirNumber, { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Tidak memenuhi syarat', { exact: true })).toBeVisible()
  await expect(page.getByText(/Jam janji berhenti karena gangguan jaringan pusat/)).toBeVisible()
  await axeFindsNothing(page, 'a claim that is void')
  await page.keyboard.press('Control+Enter')
  await expect(rini.button(/Catat pemeriksaan/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Hanya pengawas yang memutuskan')).toBeVisible()

  await handOver(page, 'Hendra Setiawan')
  await openTheClaim(page)
  await expect(page.getByText('Syarat tidak terpenuhi; tolak dengan alasannya')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Tolak klaim' })
  await expect(dialog.getByLabel('Alasan')).toBeFocused()
  await axeFindsNothing(page, 'rejecting')
  await page.keyboard.type('Gangguan jaringan pusat', { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Klaim ditolak: Gangguan jaringan pusat')).toBeVisible()
  await axeFindsNothing(page, 'a claim rejected')
  await zoomIn(desk)
  await allInReach(desk, 'a claim')
  await page.keyboard.press('Escape')
  await expect(page.getByText('0 klaim terbuka')).toBeVisible()
  await allInReach(desk, 'claims')
  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('heading', { name: 'Register kompensasi' })).toBeVisible()
  await allInReach(desk, 'the register')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+n')
  await page.keyboard.type(kitir.kitirNumber, { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(rini.button(/Buka klaim yang ada/)).toBeVisible()
  await allInReach(desk, 'a claim that exists')
})
