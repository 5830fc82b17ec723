import type { Page } from '@playwright/test'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { fieldDay } from '../fixtures/field-day.ts'
import { fillLostCard } from '../fixtures/fill-lost-card.ts'
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
  await page.keyboard.type(fieldDay(), likeFingers)
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

/** The form of a new day; the list stands when it has the focus. */
async function newPlan(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Jemput bola')
  await expect(page.locator('#plan-new')).toBeFocused()
  await page.keyboard.press('Alt+n')
  await expect(page.locator('#trip-day')).toBeFocused()
}

/** A day for today with one place, saved; the laptop is out with it. */
async function goOut(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await newPlan(clerk)
  await page.keyboard.type(fieldDay(), likeFingers)
  await clerk.tabAndWrite(page.locator('#trip-members'), 'Joko Susilo')
  await clerk.tabAndWrite(page.locator('#place-0-name'), 'Balai RW 3')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-check]')).toHaveCount(10)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#queue')).toBeFocused()
}

test('an application is filed for who is served, with the person filled in; the program is killed in the middle, and nothing of it is lost', async ({
  kelurahan,
}) => {
  test.setTimeout(420_000)
  const first = await kelurahan.startDesk(1)
  const before = new Clerk(first.page)
  await before.signIn()
  await goOut(before)
  await first.page.keyboard.press('Alt+n')
  await before.write(first.page.locator('#visit-name'), 'Dewi Lestari')
  await before.tabAndWrite(first.page.locator('#visit-nik'), '3578015204900001')
  await first.page.keyboard.press('Enter')
  await move(first.page, 'Panggil', 'Layani')
  await move(first.page, 'Layani', 'Selesai')
  await first.page.keyboard.press('Alt+r')
  await expect(first.page.locator('#recording-status')).toBeFocused()
  await first.page.keyboard.press('Tab')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByText('BIO_CAPTURED', { exact: true })).toBeVisible()
  await first.page.keyboard.press('Alt+m')
  await expect(first.page.getByRole('button', { name: /^Permohonan baru untuk Dewi Lestari/ })).toBeFocused()
  await looked(first.page, 'application')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByText('Untuk A-001 Dewi Lestari. Layanan apa?')).toBeVisible()
  await looked(first.page, 'which-service')
  await first.page.keyboard.type('ktp hilang', likeFingers)
  await expect(first.page.getByRole('option', { selected: true })).toContainText('Cetak ulang KTP-el')
  await first.page.keyboard.press('Enter', likeFingers)
  await expect(first.page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')
  await expect(first.page.locator('[data-about="owner.nik"]')).toHaveValue(/3578/)
  await looked(first.page, 'person-filled-in')
  await first.killAll()

  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await expect(page.getByText('Jemput bola sedang berjalan')).toBeVisible()
  await rini.open('Jemput bola')
  await expect(page.getByRole('heading', { level: 2, name: 'Dewi Lestari' })).toBeVisible()
  await expect(page.getByText('BIO_CAPTURED', { exact: true })).toBeVisible()
  await page.keyboard.press('Alt+m')
  await expect(page.getByRole('button', { name: /^Permohonan baru untuk Dewi Lestari/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Layanan' })).toBeFocused()
  await page.keyboard.type('ktp hilang', likeFingers)
  await page.keyboard.press('Enter', likeFingers)
  await fillLostCard(page)
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Tinjau bersama warga')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(rini.heading('Permohonan sudah diajukan')).toBeVisible()
  await looked(page, 'filed')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Dewi Lestari' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /L-\d{10}-\d\d-000001/ })).toBeVisible()
  await looked(page, 'served-with-application')
})

test('a plan that is typed outlives the lock, another screen and a killed program, until it is dropped', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const first = await kelurahan.startDesk(1)
  const before = new Clerk(first.page)
  await before.signIn()
  await newPlan(before)
  await before.tabAndWrite(first.page.locator('#trip-members'), 'Joko Susilo, Rini Wulandari')
  await before.tabAndWrite(first.page.locator('#place-0-name'), 'Balai RW 3')
  await before.open('Kartu')
  await newPlan(before)
  await expect(first.page.locator('#place-0-name')).toHaveValue('Balai RW 3')
  await before.tabAndWrite(first.page.locator('#place-0-address'), 'Jl. Ketabang Kali 3')
  await first.page.keyboard.press('Control+l')
  await expect(first.page.getByText('Layar terkunci').first()).toBeVisible()
  await first.killAll()

  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await newPlan(rini)
  await expect(page.locator('#place-0-address')).toHaveValue('Jl. Ketabang Kali 3')
  await expect(page.locator('#trip-members')).toHaveValue('Joko Susilo, Rini Wulandari')
  await expect(page.getByText(/Rencana yang belum disimpan/)).toBeVisible()
  // Away from the day, whose calendar opens with the focus.
  await rini.tabTo(page.locator('#trip-members'))
  await looked(page, 'plan-kept')
  await page.keyboard.press('Alt+b')
  await expect(page.locator('#place-0-name')).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+n')
  await expect(page.locator('#place-0-name')).toHaveValue('')
  await expect(page.getByText(/Rencana yang belum disimpan/)).toHaveCount(0)
})

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
  await expect(page.getByRole('radio', { name: 'Akun dibuat' })).toBeFocused()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('radio', { name: 'IKD diaktifkan' })).toBeChecked()
  await looked(page, 'assistance')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'IKD diaktifkan' })).toBeVisible()
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
  await expect(page.getByRole('option', { name: /A-003.*Pergi/ })).toBeVisible()

  await rini.open('Pendampingan')
  await expect(page.getByText('1 orang dibantu')).toBeVisible()
  await rini.open('Beranda')
  await expect(page.getByText('Jemput bola sedang berjalan')).toBeVisible()
  await looked(page, 'home')
  await rini.open('Jemput bola')
  await page.keyboard.press('Alt+h')
  await rini.write(page.locator('#close-in-hand'), '1')
  await rini.tabAndWrite(page.locator('#close-explanation'), 'Satu kartu dari kelurahan lain terbawa')
  await rini.tabAndWrite(page.locator('#close-witness'), 'Pak Hadi')
  await rini.open('Beranda')
  await rini.open('Jemput bola')
  await page.keyboard.press('Alt+h')
  await expect(page.getByText(/Isian yang belum ditandatangani/)).toBeVisible()
  await expect(page.locator('#close-in-hand')).toHaveValue('1')
  await expect(page.locator('#close-explanation')).toHaveValue('Satu kartu dari kelurahan lain terbawa')
  await expect(page.locator('#close-witness')).toHaveValue('Pak Hadi')
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
