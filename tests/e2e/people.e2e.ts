import { codeOf, stepAt } from '../../server/auth/totp.ts'
import { password, kelurahan as scope } from '../fixtures/city.ts'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const own = 'kopi-tubruk-jam-7'
const pin = '739284'

const looked = lookedIn('people')

const tabAndType = async (clerk: Clerk, label: string, text: string) =>
  clerk.tabAndWrite(clerk.page.getByLabel(label, { exact: true }), text)

/** Bagus, administrator at the Dinas, before the list of people. */
async function bagusAtSiola(kelurahan: Parameters<Parameters<typeof test>[2]>[0]['kelurahan']) {
  const { app } = await kelurahan.startDinasDesk()
  const bagus = new Clerk(app.page)
  await bagus.signIn('Bagus Santoso')
  await app.page.keyboard.press('F8')
  await expect(bagus.heading('Kota')).toBeVisible()
  await app.page.keyboard.press('Control+7')
  await expect(app.page.getByRole('listbox', { name: 'Petugas kota' })).toBeVisible()
  return bagus
}

/** By keyboard: who, where, in which role; returns the first password, which is shown once. */
async function makePerson(bagus: Clerk, name: string, username: string): Promise<string> {
  const { page } = bagus
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Petugas baru' })
  await expect(dialog).toBeVisible()
  await bagus.write(dialog.getByLabel('Nama lengkap'), name)
  const unit = dialog.locator('#person-unit')
  await expect(unit.locator(`option[value="${scope}"]`)).toHaveCount(1)
  await bagus.tabTo(unit)
  const title = (await unit.locator(`option[value="${scope}"]`).textContent()) ?? ''
  await page.keyboard.type(title, likeFingers)
  await expect(unit).toHaveValue(scope)
  await bagus.tabAndWrite(dialog.getByLabel('Nama pengguna', { exact: true }), username)
  await bagus.tabAndWrite(dialog.getByLabel('Kode di bukti'), 'KLS-R09')
  await bagus.tabTo(dialog.getByRole('checkbox', { name: 'Petugas kelurahan' }))
  await page.keyboard.press('Space')
  await bagus.tabAndWrite(dialog.getByLabel('Kata sandi Anda'), password)
  await looked(page, 'person-new')
  await page.keyboard.press('Enter')
  const given = page.getByRole('dialog', { name: `Kata sandi pertama ${name}` })
  await expect(given).toBeVisible()
  await looked(page, 'first-password')
  const first = (await given.locator('[data-first-password]').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(given).toHaveCount(0)
  return first
}

test('an administrator makes somebody, who changes the first password, sets a PIN, and opens the lock screen with it', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const bagus = await bagusAtSiola(kelurahan)
  await looked(bagus.page, 'people')
  const first = await makePerson(bagus, 'Sekar Ayu', 'sekar.ayu')
  await bagus.page.keyboard.press('Control+f')
  await bagus.page.keyboard.type('sekar', likeFingers)
  await expect(bagus.page.getByRole('option', { name: /Sekar Ayu/ })).toContainText('Sandi pertama')

  const { page } = await kelurahan.startDesk(1)
  const sekar = new Clerk(page)
  await expect(page.getByRole('radio').first()).toBeVisible()
  await page.keyboard.press('Control+n')
  await sekar.write(page.getByLabel('Nama pengguna', { exact: true }), 'sekar.ayu')
  await tabAndType(sekar, 'Kata sandi', first)
  await page.keyboard.press('Enter')
  await expect(sekar.heading('Buat kata sandi sendiri')).toBeVisible()
  await sekar.write(page.getByLabel('Kata sandi yang diberikan'), first)
  await tabAndType(sekar, 'Kata sandi baru', 'sekarayu2026')
  await tabAndType(sekar, 'Kata sandi baru sekali lagi', 'sekarayu2026')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Jangan nama Anda')).toBeVisible()
  await looked(page, 'forced-change')
  for (const label of ['Kata sandi baru', 'Kata sandi baru sekali lagi']) await tabAndType(sekar, label, own)
  await page.keyboard.press('Enter')
  await expect(sekar.heading('Yang perlu dikerjakan')).toBeVisible()

  await sekar.open('Pengaturan')
  await sekar.tabTo(sekar.button('Buat PIN'))
  await page.keyboard.press('Enter')
  await sekar.write(page.getByLabel('PIN baru (6 angka)'), '123456')
  await expect(page.getByText('Jangan angka berurutan')).toBeVisible()
  await looked(page, 'pin-unfit')
  await sekar.write(page.getByLabel('PIN baru (6 angka)'), pin)
  await tabAndType(sekar, 'PIN sekali lagi', pin)
  await tabAndType(sekar, 'Kata sandi Anda', own)
  await page.keyboard.press('Enter')
  await expect(page.getByText('PIN tersimpan').first()).toBeVisible()

  await page.keyboard.press('Control+l')
  await expect(page.getByText('Layar terkunci').first()).toBeVisible()
  const field = page.getByLabel('PIN atau kata sandi')
  await sekar.write(field, '560371')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sisa percobaan: 2.')).toBeVisible()
  await looked(page, 'lock-screen')
  await sekar.write(field, pin)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Layar terkunci')).toHaveCount(0)
})

test('an administrator ends somebody after a second question: at the kelurahan the person is out', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const desk = await kelurahan.startDesk(1)
  const rini = new Clerk(desk.page)
  await rini.signIn()
  const bagus = await bagusAtSiola(kelurahan)
  const { page } = bagus
  await page.keyboard.press('Control+f')
  await page.keyboard.type('rini wul', likeFingers)
  const person = page.getByRole('option', { name: /Rini Wulandari/ })
  await expect(page.getByRole('option')).toHaveCount(1)
  await bagus.tabTo(page.getByRole('listbox', { name: 'Petugas kota' }))
  await page.keyboard.press('Enter')
  await bagus.tabTo(bagus.button('Berhentikan'))
  await page.keyboard.press('Enter')
  await bagus.write(page.getByLabel('Alasan'), 'Pindah tugas')
  await tabAndType(bagus, 'Kata sandi Anda', password)
  await looked(page, 'person-end')
  await page.keyboard.press('Enter')
  await expect(person).toContainText('Berhenti')
  await expect(desk.page.getByText('Layar terkunci').first()).toBeVisible()
  await rini.write(desk.page.getByLabel('Kata sandi', { exact: true }), password)
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByText('Akun ini tidak aktif').first()).toBeVisible()
})

test('without a network a supervisor who is present ends a lock-out, and lets a forgotten password be set anew', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  await kelurahan.link().cut()
  const { page } = await kelurahan.startDesk(1)
  const fauzi = new Clerk(page)
  await fauzi.choosePerson('Ahmad Fauzi')
  const field = page.getByLabel('Kata sandi', { exact: true })
  for (const left of [4, 3, 2, 1]) {
    await fauzi.write(field, 'bukan sandinya')
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Sisa percobaan: ${left}.`)).toBeVisible()
  }
  await fauzi.write(field, 'bukan sandinya')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Terlalu banyak salah kata sandi')).toBeVisible()

  await fauzi.tabTo(fauzi.button('Tidak bisa masuk?'))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Bantuan pengawas' })
  await expect(dialog.getByRole('radio', { name: 'Buka kunci percobaan' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: 'Kata sandi lupa' })).toBeChecked()
  await fauzi.tabAndWrite(dialog.getByLabel('Kata sandi sementara untuk Ahmad Fauzi'), own)
  await fauzi.tabAndWrite(dialog.getByLabel('Nama pengguna pengawas'), 'hendra')
  await fauzi.tabAndWrite(dialog.getByLabel('Kata sandi atau PIN pengawas'), password)
  await looked(page, 'help')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Kata sandi sementara diizinkan oleh Hendra/).first()).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await fauzi.tabTo(field)
  await fauzi.write(field, own)
  await page.keyboard.press('Enter')
  await expect(fauzi.heading('Yang perlu dikerjakan')).toBeVisible()
})

test('by telephone: a code is read out, the supervisor’s Loket answers it for this purpose, and the lock-out ends', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.choosePerson('Rini Wulandari')
  await rini.tabTo(rini.button('Tidak bisa masuk?'))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Bantuan pengawas' })
  await rini.tabTo(dialog.getByRole('radio', { name: 'Pengawas di sini' }))
  await page.keyboard.press('ArrowRight')
  await rini.tabTo(rini.button('Buat kode'))
  await page.keyboard.press('Enter')
  const code = ((await dialog.locator('strong').textContent()) ?? '').replace(/\D/g, '')
  await looked(page, 'help-telephone')

  const other = await kelurahan.startDesk(2)
  const hendra = new Clerk(other.page)
  await hendra.signIn('Hendra Setiawan')
  await other.page.keyboard.press('Control+j')
  await hendra.write(other.page.getByLabel('Kode 8 angka yang dibacakan petugas'), code)
  // The whole code brings the password into focus; from there on to the purpose.
  await expect(other.page.getByLabel('Kata sandi', { exact: true })).toBeFocused()
  await hendra.tabTo(other.page.getByRole('radio', { name: 'Kartu tanpa PIN' }))
  await other.page.keyboard.press('ArrowRight')
  await tabAndType(hendra, 'Kata sandi', password)
  await looked(other.page, 'answer-purpose')
  await other.page.keyboard.press('Enter')
  const answer = await other.page.locator('strong', { hasText: /^(\d\d ){3}\d\d$/ }).textContent()

  await rini.tabAndWrite(dialog.getByLabel('Jawaban 8 angka'), (answer ?? '').replace(/\D/g, ''))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Kunci dibuka oleh Hendra/).first()).toBeVisible()
})

test('a supervisor sets up an authenticator, and is asked for its code at the next sign-in', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const hendra = new Clerk(page)
  await hendra.signIn('Hendra Setiawan')
  await hendra.open('Pengaturan')
  await hendra.tabTo(hendra.button('Pasang autentikator'))
  await page.keyboard.press('Enter')
  await hendra.write(page.getByLabel('Kata sandi Anda'), password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: 'QR untuk aplikasi autentikator' })).toBeVisible()
  const secret = fromBase32((await page.locator('[data-secret]').textContent()) ?? '')
  await looked(page, 'authenticator')
  const step = stepAt(new Date())
  await hendra.write(page.getByLabel('Kode 6 angka dari aplikasi'), codeOf(secret, step))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Autentikator terpasang' })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(8)
  await looked(page, 'recovery-codes')
  await page.keyboard.press('Enter')

  await page.keyboard.press('Control+l')
  await hendra.tabTo(hendra.button('Ganti petugas'))
  await page.keyboard.press('Enter')
  await hendra.choosePerson('Hendra Setiawan')
  await hendra.write(page.getByLabel('Kata sandi', { exact: true }), password)
  await page.keyboard.press('Enter')
  await expect(hendra.heading('Kode autentikator')).toBeVisible()
  await looked(page, 'sign-in-code')
  const code = page.getByLabel('Kode 6 angka dari aplikasi')
  // A code is taken once: the one that was confirmed is used up.
  await hendra.write(code, codeOf(secret, step))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kode autentikator salah')).toBeVisible()
  await hendra.tabTo(code)
  await hendra.write(code, codeOf(secret, Math.max(step + 1, stepAt(new Date()))))
  await page.keyboard.press('Enter')
  await expect(hendra.heading('Yang perlu dikerjakan')).toBeVisible()
})

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/\s/g, '')]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
