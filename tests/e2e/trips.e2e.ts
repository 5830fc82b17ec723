import type { Page } from '@playwright/test'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('trips')

/** Takes a number for somebody from the screen of the queue. */
async function takeNumber(clerk: Clerk, name: string, number: string): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+n')
  await clerk.write(page.locator('#visit-name'), name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: new RegExp(`${number}\\s*${name}`) })).toBeVisible()
}

/** Ctrl+Enter moves the person on; what is offered next shows that it did. */
async function move(page: Page, from: string, to: string): Promise<void> {
  await expect(page.getByRole('button', { name: from, exact: true })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: to, exact: true })).toBeVisible()
}

async function planDay(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Jemput bola')
  await expect(page.getByText('Belum ada perjalanan')).toBeVisible()
  await looked(page, 'nothing-planned')
  await page.keyboard.press('Alt+n')
  await expect(clerk.heading('Rencana hari')).toBeVisible()
  await expect(page.locator('#trip-day')).toBeFocused()
  await page.keyboard.type('01-12-2026', likeFingers)
  await clerk.tabAndWrite(page.locator('#trip-members'), 'Joko Susilo, Rini Wulandari')
  await clerk.tabAndWrite(page.locator('#place-0-name'), 'Balai RW 3')
  await page.keyboard.press('Alt+t')
  await clerk.write(
    page.locator('#paste-targets'),
    'Nama;Jenis;Keperluan;NIK;Catatan\nSiti Aminah;lansia;rekam;3578015204400001;Lantai dua\nSMAN 5;sekolah;rekam;;120 siswa\nWati;sakit;rekam;35780152044;',
  )
  await expect(page.getByText('2 sasaran siap ditambahkan')).toBeVisible()
  await expect(page.getByText('NIK harus 16 angka')).toBeVisible()
  await looked(page, 'pasted')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Sasaran' }).getByRole('listitem')).toHaveCount(2)
  await looked(page, 'plan')
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Siap berangkat')).toBeVisible()
}

test('a day of a mobile team by keyboard alone and without a network: planned, checked, a queue served, closed and signed, and sent in the evening', async ({
  kelurahan,
}) => {
  test.setTimeout(420_000)
  const card = kelurahan.kitir('ready', 'ktp-el', 0)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await planDay(rini)
  await expect(page.locator('[data-check]')).toHaveCount(10)
  await looked(page, 'ready')

  await rini.tabTo(rini.button('Bawa kartu'))
  await page.keyboard.press('Enter')
  await expect(rini.heading('Tim lapangan')).toBeVisible()
  await rini.scanByUsb(card.labelCodes[0] ?? '')
  await expect(page.getByRole('list', { name: 'Yang dibawa' }).getByText(card.ownerName)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#team-carrier')).toBeFocused()
  await page.keyboard.type('Joko Susilo', likeFingers)
  await page.keyboard.press('Alt+T')
  await expect(page.getByText('Siap dibawa')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 kartu sedang dibawa tim')).toBeVisible()

  await kelurahan.link().cut()
  await rini.open('Jemput bola')
  await rini.tabTo(page.locator('[data-trip]'))
  await page.keyboard.press('Enter')
  await expect(rini.heading('Siap berangkat')).toBeVisible()
  await expect(page.getByText('1 kartu ditandatangani tim')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#queue')).toBeFocused()
  await looked(page, 'on-site-nobody')

  for (const [name, number] of [
    ['Siti Aminah', 'A-001'],
    [card.ownerName, 'A-002'],
    ['Bambang Sutrisno', 'A-003'],
  ] as const)
    await takeNumber(rini, name, number)
  await move(page, 'Panggil', 'Layani')
  await move(page, 'Layani', 'Selesai')
  await page.keyboard.press('Alt+r')
  await expect(page.locator('#recording-status')).toBeFocused()
  await looked(page, 'recording')
  await rini.tabTo(page.getByRole('dialog').getByRole('button', { name: 'Simpan' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('BIO_CAPTURED', { exact: true })).toBeVisible()
  await page.keyboard.press('Alt+o')
  await rini.write(page.locator('#visit-words'), 'Aktivasi IKD')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Aktivasi IKD')).toBeVisible()
  await looked(page, 'on-site')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: card.ownerName })).toBeVisible()

  await page.keyboard.press('Alt+k')
  await expect(page.locator('#visit-card-add')).toBeFocused()
  await looked(page, 'card')
  await rini.scanByUsb(card.labelCodes[0] ?? '')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await rini.prepareHandover(card)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
  await rini.open('Jemput bola')
  await expect(page.getByText('diserahkan', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Bambang Sutrisno' })).toBeVisible()
  await page.keyboard.press('Alt+g')
  await rini.write(page.locator('#visit-words'), 'Dipanggil pulang')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: /A-003.*Pergi sebelum selesai/ })).toBeVisible()

  await page.keyboard.press('Alt+h')
  await rini.write(page.locator('#close-in-hand'), '1')
  await rini.tabAndWrite(page.locator('#close-explanation'), 'Satu kartu dari kelurahan lain terbawa')
  await rini.tabAndWrite(page.locator('#close-witness'), 'Pak Hadi')
  await rini.tabAndWrite(page.locator('#close-position'), 'Ketua RW 3')
  await page.keyboard.press('Alt+T')
  await page.keyboard.press('Alt+Y')
  await expect(page.getByText('Siap ditutup')).toBeVisible()
  await looked(page, 'close')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: 'Laporan jemput bola' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible()
  await looked(page, 'report')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Laporan yang ditandatangani')).toBeVisible()
  await looked(page, 'closed')
  await page.keyboard.press('Escape')
  await expect(page.getByText('0 perjalanan direncanakan atau berjalan')).toBeVisible()
  await looked(page, 'past')

  await kelurahan.link().restore()
  await rini.sync()
  await expect(rini.status(/perlu tindakan/)).toHaveCount(0)
})
