import { password } from '../fixtures/city.ts'
import type { Clerk } from '../fixtures/clerk.ts'
import { beginJob, type JobMemory, jobSteps } from '../fixtures/counter-job.ts'
import { EngineLine } from '../fixtures/engine-line.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { escposPicture } from '../printing/escpos-picture.ts'
import { cameraGone, printerOff, workInEnglish } from './bad-days.ts'
import { daysWork } from './days-work.ts'
import { dialogs, foundByName, signInOffline } from './dialogs.ts'
import type { Look } from './look.ts'

/** Goes to every screen and state in turn and lets `look` take it. */
export async function walk(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  await signIn(look, clerk)
  await screensInEnglish(look, clerk)
  await scans(kelurahan, look, clerk)
  await lists(look, clerk)
  await daysWork(kelurahan, look, clerk)
  await collectors(kelurahan, look, clerk)
  await troubles(kelurahan, look, clerk)
  await offline(kelurahan, look, clerk)
  await conflict(kelurahan, look, clerk)
  await dialogs(kelurahan, look, clerk)
  await printerOff(kelurahan, look, clerk)
  await cameraGone(look, clerk)
  await workInEnglish(kelurahan, look, clerk)
  await overlays(look, clerk)
  await signInOffline(kelurahan, look, clerk)
}

async function signIn(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.locator('input[type=password]').fill('bukan sandinya')
  await look.take('masuk')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/salah/i).first()).toBeVisible()
  await look.take('masuk-salah', 'masuk')
  await clerk.signIn()
  await clerk.open('Pengaturan')
  await page.getByText('Ikut komputer').click()
  await look.take('pengaturan')
}

async function screensInEnglish(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const shown = {
    F2: 'Scan',
    'Alt+1': 'To do now',
    'Alt+3': 'Hand-over',
    'Alt+5': 'Cards',
    'Alt+6': 'Shipments',
    'Alt+7': 'Complaints',
    'Alt+0': 'Today',
    'Alt+Shift+3': 'Bulk hand-over',
    'Alt+Shift+4': 'Mobile team',
    'Alt+Shift+5': 'Old cards',
    'Alt+Shift+7': 'Compensation',
    F9: 'Sync',
    'Control+,': 'Settings',
  }
  await page.getByText('English', { exact: true }).click()
  for (const [key, name] of Object.entries(shown)) {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(name, 'i'))
    await look.takeOnce(`en-${name.toLowerCase().replaceAll(' ', '-')}`)
  }
  await page.getByText('Bahasa Indonesia', { exact: true }).click()
  await expect(clerk.heading('Pengaturan')).toBeVisible()
}

async function scans(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  for (const note of ['elsewhere', 'not-ready', 'late']) {
    await clerk.findByNumber(kelurahan.kitir(note).kitirNumber)
    await expect(page.getByText(kelurahan.kitir(note).ownerName).first()).toBeVisible()
  }
  await clerk.findByNumber('KNG-9999-000000')
  await expect(page.getByText('Pusat tidak mengenal kode ini').first()).toBeVisible()
  await look.take('pindai-tidak-dikenal', 'pindai')
  await clerk.openHandover(kelurahan.kitir('ready'))
  await clerk.open('Pindai')
  await expect(page.locator('video')).toBeVisible()
  await look.take('pindai')
  await page.keyboard.press('Escape')
  await look.take('pindai-kamera-tutup')
}

async function lists(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Beranda')
  await look.take('beranda')
  await clerk.open('Kartu')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await look.take('kartu')
  await page.getByPlaceholder('Saring daftar').fill('tidak ada orang ini')
  await expect(page.getByText('Tidak ada kartu yang cocok')).toBeVisible()
  await look.take('kartu-kosong')
  await clerk.open('Serah terima')
  await look.take('serah-terima-kosong')
}

async function collectors(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const [kitir, child] = [kelurahan.kitir('ready'), kelurahan.kitir('ready', 'kia')]
  await clerk.openHandover(kitir)
  await look.take('serah-terima-mulai', 'serah-terima')
  await clerk.prepareHandover(kitir)
  await look.take('serah-terima')
  for (const [key, name] of [
    ['Control+2', 'keluarga'],
    ['Control+3', 'kuasa'],
  ] as const) {
    await page.keyboard.press(key)
    await look.take(`serah-terima-${name}`)
  }
  await clerk.openHandover(kelurahan.kitir('ready', 'ktp-el', 1))
  await look.take('serah-terima-hilang')
  await page.getByLabel('Tanggal SKTLK').click()
  await look.take('kalender')
  await clerk.openHandover(child)
  await clerk.enterPin(child.pin)
  await look.take('serah-terima-kia')
  await page.keyboard.press('Control+2')
  await look.take('serah-terima-kia-2')
}

async function troubles(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.openHandover(kelurahan.kitir('ready', 'ktp-el', 6))
  await clerk.typePin('000000')
  await expect(page.getByText(/PIN salah/)).toBeVisible()
  await look.take('pin-salah', 'keadaan')
  await clerk.button('Warga lupa PIN').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look.take('izin-pengawas')
  await page.getByText('Lewat telepon').click()
  await page.getByLabel('Alasan tanpa PIN').fill('Warga lupa PIN')
  await clerk.button('Buat kode').click()
  await expect(page.getByText('Bacakan kepada pengawas')).toBeVisible()
  await look.take('izin-telepon')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await clerk.openHandover(kelurahan.kitir('handed-over')).catch(() => undefined)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await look.take('sudah-diserahkan', 'keadaan')
}

/** Desk 2 hands over the same card online meanwhile: what its clerk does has no screen here. */
async function offline(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const [kitir, child] = [kelurahan.kitir('ready'), kelurahan.kitir('ready', 'kia')]
  await kelurahan.link().cut()
  await clerk.open('Sinkronisasi')
  await clerk.button(/Sinkronkan sekarang/).click()
  await expect(clerk.status(/Luring/)).toBeVisible()
  await clerk.openHandover(child)
  await clerk.enterPin(child.pin)
  await clerk.checkPapers()
  await look.take('serah-terima-gelap-luring')
  await clerk.openHandover(kitir)
  await clerk.prepareHandover(kitir)
  await clerk.confirm()
  await expect(page.getByText('Bukti dicetak')).toBeVisible()
  await look.take('hasil')
  const [paper] = await kelurahan.printer().printed(1)
  await look.keep('bukti-80mm', 'bukti-80mm', escposPicture(paper ?? Buffer.alloc(0), 80))
  await clerk.button('Lihat bukti').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look.take('bukti')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await clerk.open('Sinkronisasi')
  await look.take('sinkronisasi-luring')
}

async function conflict(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { dataDir, centrePort } = kelurahan.desk(2)
  const other = await EngineLine.start({ dataDir, serverUrl: `http://127.0.0.1:${centrePort}` })
  const job: JobMemory = beginJob(kelurahan.kitir('ready'))
  for (const step of Object.values(jobSteps)) await step(other, job)
  await other.stop()
  await kelurahan.link().restore()
  await clerk.button(/Sinkronkan sekarang/).click()
  await expect(clerk.status(/Belum terkirim 0/)).toBeVisible()
  await expect(clerk.page.getByText(/dua kali/).first()).toBeVisible()
  await expect(clerk.status('Daring')).toBeVisible()
  await expect(clerk.page.getByText('Sinkron selesai')).toBeHidden()
  await look.take('sinkronisasi')
  await clerk.open('Beranda')
  await look.take('beranda-konflik', 'beranda')
}

async function overlays(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  for (const [key, name] of [
    ['Control+K', 'cari'],
    ['F1', 'pintasan'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await look.take(name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await foundByName(look, clerk)
  await page.keyboard.press('Control+L')
  await expect(page.locator('input[type=password]')).toBeVisible()
  await look.take('kunci')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.locator('input[type=password]')).toBeHidden()
}
