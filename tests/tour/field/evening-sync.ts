import { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'

const longest = { timeout: 600_000 }

/** All of the day goes over a phone: 64 kbit/s there and back. */
export async function sendTheDay(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await rini.open('Sinkronisasi')
  await expect(rini.button(/Sinkronkan sekarang/)).toBeVisible()
  await album.shoot(page, 'waiting', 'the evening: what waits for the centre')
  const link = kelurahan.link()
  const [began, { up, down }] = [performance.now(), link.carried]
  await link.become('narrow')
  await page.keyboard.press('F9')
  await expect(rini.status(/Belum terkirim 0/)).toBeVisible(longest)
  await expect(rini.status('Daring')).toBeVisible(longest)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const kb = (bytes: number) => (bytes / 1000).toFixed(0)
  const words = `sent over 64 kbit/s in ${seconds} s: ${kb(link.carried.up - up)} kB up, ${kb(link.carried.down - down)} kB down`
  await album.shoot(page, 'sent', words)
}

/** The other desk of the kelurahan has it from the centre: the day with its people, the applications, the help. */
export async function lookFromTheOffice(kelurahan: Kelurahan, album: Album): Promise<void> {
  const { page } = await kelurahan.startDesk(2)
  const fauzi = new Clerk(page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.sync()
  await fauzi.open('Jemput bola')
  await fauzi.tabTo(page.locator('[data-trip]'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Laporan yang ditandatangani')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Jumlah 30 / })).toBeVisible()
  await album.shoot(page, 'at-the-office', 'the other desk has the day from the centre')
  await fauzi.open('Pendampingan')
  await expect(page.getByText('3 orang dibantu')).toBeVisible()
  await album.shoot(page, 'help-log', 'the log of help at the office, by kelurahan')
  await page.keyboard.press('Alt+Shift+2')
  await expect(fauzi.heading('Permohonan')).toBeVisible()
  for (const name of ['Dewi Lestari', 'Sri Wahyuni', 'Ratna Sari'])
    await expect(page.getByText(name).first()).toBeVisible()
  await album.shoot(page, 'applications', 'the three applications that were filed on site')
}
