import { type Clerk, likeFingers } from '../../fixtures/clerk.ts'
import { fieldDay } from '../../fixtures/field-day.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import type { Album } from '../album.ts'
import { carried } from './people.ts'

const list = [
  'Nama;Jenis;Keperluan;NIK;Catatan',
  'Siti Aminah;lansia;rekam;3578015204400001;Lantai dua, ada tangga',
  'Mbah Karto;sakit;rekam;3578011201410002;Jl. Ketabang Kali 8',
  'Mbah Sarinem;sakit;rekam;3578014503390003;Jl. Ketabang Kali 21',
  'SMAN 5;sekolah;rekam;;120 siswa, kelas XII',
  'Wati;sakit;rekam;35780152044;',
].join('\n')

/** The evening before: the day is planned, the cards are signed for, and the laptop is looked over. */
export async function prepareTheDay(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  await plan(rini, album)
  await carryCards(kelurahan, rini, album)
  await rini.sync()
}

async function plan(rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await rini.open('Jemput bola')
  await expect(page.locator('#plan-new')).toBeFocused()
  await page.keyboard.press('Alt+n')
  await expect(page.locator('#trip-day')).toBeFocused()
  await page.keyboard.type(fieldDay(), likeFingers)
  await rini.tabAndWrite(page.locator('#trip-members'), 'Joko Susilo, Rini Wulandari')
  await rini.tabAndWrite(page.locator('#trip-vehicle'), 'Mobil keliling L 1234 AB, laptop 01')
  await rini.tabAndWrite(page.locator('#place-0-name'), 'Balai RW 3')
  await rini.tabAndWrite(page.locator('#place-0-address'), 'Jl. Ketabang Kali 3')
  await page.keyboard.press('Alt+l')
  await rini.tabAndWrite(page.locator('#place-1-name'), 'Rumah warga')
  await rini.tabAndWrite(page.locator('#place-1-from'), '13.00')
  await rini.tabAndWrite(page.locator('#place-1-to'), '15.00')
  await page.keyboard.press('Alt+t')
  await rini.write(page.locator('#paste-targets'), list)
  await expect(page.getByText('4 sasaran siap ditambahkan')).toBeVisible()
  await album.shoot(page, 'list', 'the list of targets, pasted from a table: one line cannot be right')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Sasaran' }).getByRole('listitem')).toHaveCount(4)
  await album.shoot(page, 'plan', 'the plan of the day')
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Siap berangkat')).toBeVisible()
}

async function carryCards(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await rini.tabTo(rini.button('Bawa kartu'))
  await page.keyboard.press('Enter')
  await expect(rini.heading('Tim lapangan')).toBeVisible()
  const cards = carried(kelurahan)
  for (const card of cards) {
    await rini.scanByUsb(card.labelCodes[0] ?? '')
    await expect(page.getByRole('list', { name: 'Yang dibawa' }).getByText(card.ownerName)).toBeVisible()
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#team-carrier')).toBeFocused()
  await page.keyboard.type('Joko Susilo', likeFingers)
  await rini.sign('#team-signature')
  await expect(page.getByText('Siap dibawa')).toBeVisible()
  await album.shoot(page, 'cards-out', `${cards.length} cards are carried out, and signed for`)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`${cards.length} kartu sedang dibawa tim`)).toBeVisible()
}

/** The morning: the program says what is planned, the laptop is checked, the team goes. */
export async function goOut(rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await expect(page.getByText('Jemput bola hari ini')).toBeVisible()
  await album.shoot(page, 'home', 'the morning: Beranda says that a trip is planned for today')
  await rini.open('Jemput bola')
  await expect(page.locator('[data-trip]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-check]')).toHaveCount(10)
  await rini.tabTo(page.getByRole('switch'))
  await page.keyboard.press('Space')
  await expect(page.getByRole('switch')).toBeChecked()
  await album.shoot(page, 'ready', 'siap berangkat: what was looked at, and what mends it')
}

/** The network is gone before the van is at the first place. */
export async function beginOnSite(rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await expect(rini.status(/Luring/)).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#queue')).toBeFocused()
  await album.shoot(page, 'on-site', 'on site, without a network; nobody is there yet')
}
