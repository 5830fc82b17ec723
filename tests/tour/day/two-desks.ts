import { type Kitir, password } from '../../fixtures/city.ts'
import type { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { takeOver } from './complaints.ts'

/** Both desks are cut off and hand over the same card; the supervisor settles the case, and the first desk sees it. */
export async function handOverTwice(
  kelurahan: Kelurahan,
  { rini, fauzi }: { readonly rini: Clerk; readonly fauzi: Clerk },
  album: Album,
): Promise<void> {
  const kitir = kelurahan.kitir('ready', 'ktp-el', 7)
  for (const [at, clerk] of [rini, fauzi].entries()) await giveOffline(kelurahan, at + 1, clerk, kitir)
  await album.shoot(fauzi.page, 'given-twice', 'without a network the second desk could not know: handed over again')
  for (const [at, clerk] of [rini, fauzi].entries()) {
    await kelurahan.link(at + 1).restore()
    await clerk.sync()
  }
  const hendra = await takeOver(fauzi.page, 'Hendra Setiawan')
  await openCase(hendra)
  await album.shoot(hendra.page, 'case', 'both receipts side by side; the supervisor decides')
  await hendra.page.keyboard.press('Control+1')
  await hendra.page.getByLabel('Alasan').fill('Kartu lama ada pada bukti A')
  await hendra.page.getByLabel('Kata sandi Anda').fill(password)
  await hendra.page.keyboard.press('Control+Enter')
  await expect(hendra.page.getByText('Bukti A berlaku')).toBeVisible()
  await album.shoot(hendra.page, 'settled', 'settled with a reason; nothing of either is gone')
  await hendra.sync()
  await rini.sync()
}

async function giveOffline(kelurahan: Kelurahan, desk: number, clerk: Clerk, kitir: Kitir): Promise<void> {
  await kelurahan.link(desk).cut()
  await expect(clerk.status(/Luring/)).toBeVisible({ timeout: 60_000 })
  await clerk.handOver(kitir)
}

async function openCase(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Sinkronisasi')
  await expect(page.getByText(/diserahkan dua kali/).first()).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(clerk.heading(/tercatat diserahkan dua kali/)).toBeVisible()
  await expect(page.getByText('Tanda tangan lengkap')).toHaveCount(2)
}
