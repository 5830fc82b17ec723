import type { Page } from '@playwright/test'
import type { Kitir } from '../../fixtures/city.ts'
import { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { savePaper } from './papers.ts'

/** A complaint about a late card becomes a claim: taken by one, checked by another, approved by the supervisor, paid by the first. */
export async function payOneComplaint(kelurahan: Kelurahan, page: Page, album: Album): Promise<void> {
  const kitir = kelurahan.kitir('ready', 'ktp-el', 5)
  await takeOver(page, 'Ahmad Fauzi')
  await complain(page, kitir, album)
  await takeClaim(page, kitir)
  await album.shoot(page, 'claim', 'what is due and why, worked out before anything is decided')
  await page.keyboard.press('Control+Enter')
  await canBeSeen(page, /Catat pemeriksaan/)
  await takeOver(page, 'Rini Wulandari')
  await step(page, /Hanya pengawas yang memutuskan/)
  await takeOver(page, 'Hendra Setiawan')
  await step(page, /Perintahkan pembayaran/)
  await page.keyboard.press('Control+Enter')
  await canBeSeen(page, /Anda yang menyetujui klaim ini/)
  await album.shoot(page, 'approved', 'four eyes: who approved does not pay')
  await pay(await takeOver(page, 'Ahmad Fauzi'), kelurahan, album)
}

/** In the promised time of another one there was an outage: the supervisor refuses it, and says why. */
export async function refuseForOutage(kelurahan: Kelurahan, page: Page, album: Album): Promise<void> {
  await takeClaim(page, kelurahan.kitir('ready', 'kia', 0))
  await expect(page.getByText(/gangguan/i).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await canBeSeen(page, /Catat pemeriksaan/)
  await takeOver(page, 'Rini Wulandari')
  await step(page, /Hanya pengawas yang memutuskan/)
  await takeOver(page, 'Hendra Setiawan')
  await openTheClaim(page)
  await page.keyboard.press('Alt+t')
  const dialog = page.getByRole('dialog', { name: 'Tolak klaim' })
  await dialog.getByLabel('Alasan').fill('Gangguan jaringan pusat pada masa janji')
  await album.shoot(page, 'outage-refused', 'an outage in the promised time: refused with its reason')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await canBeSeen(page, /^Ditolak/)
  await album.shoot(page, 'refused', 'the citizen can read why')
}

/** Whoever signed in last leaves the desk to the next person. */
export function takeOver(page: Page, name: string): Promise<Clerk> {
  return new Clerk(page).leaveTo(name)
}

async function complain(page: Page, kitir: Kitir, album: Album): Promise<void> {
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('listbox', { name: 'Permohonan menurut jatuh tempo' })).toBeFocused()
  await new Clerk(page).scanByUsb(kitir.code)
  await expect(page.locator('#detail').getByRole('heading', { name: kitir.ownerName })).toBeVisible()
  await album.shoot(page, 'promise', 'the promise of this application, told as a citizen can follow it')
  await page.keyboard.press('Alt+N')
  const filing = page.getByRole('dialog', { name: 'Catat komplain' })
  await filing.getByLabel('Apa yang dikeluhkan').fill('Kartu terlambat sehari')
  await page.keyboard.press('Control+Enter')
  await expect(filing).toBeHidden()
  await expect(page.locator('#detail').getByText('Kartu terlambat sehari')).toBeVisible()
  await album.shoot(page, 'complaint', 'the complaint has a number, a deadline and who hears of it next')
}

async function takeClaim(page: Page, kitir: Kitir): Promise<void> {
  await openClaims(page)
  await page.keyboard.press('Alt+n')
  await page.getByLabel('Nomor e-Kitir permohonan yang terlambat').fill(kitir.kitirNumber)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Memenuhi syarat|Perlu pengawas|Tidak memenuhi/).first()).toBeVisible()
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

/** In the claim itself: the names of the states stand above the list at all times. */
const canBeSeen = (page: Page, words: RegExp) => expect(page.getByText(words).first()).toBeVisible()

async function step(page: Page, then: RegExp): Promise<void> {
  await openTheClaim(page)
  await page.keyboard.press('Control+Enter')
  await canBeSeen(page, then)
}

async function pay(payer: Clerk, kelurahan: Kelurahan, album: Album): Promise<void> {
  const { page } = payer
  await openTheClaim(page)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Bayar Rp50.000' })
  await expect(dialog).toBeVisible()
  await payer.sign('#claim-signature')
  await album.shoot(page, 'paying', 'the citizen signs for Rp50.000')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await canBeSeen(page, /Lihat kuitansi/)
  const open = () => page.keyboard.press('Control+Enter')
  await savePaper(kelurahan, page, album, { open, words: 'kuitansi kompensasi' })
}
