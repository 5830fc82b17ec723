import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { choose } from '../fixtures/intake-form.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { beginLostCard, fillInLostCard } from '../fixtures/lost-card.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { textOf } from '../printing/escpos-reader.ts'
import { fieldScreens } from './field-screens.ts'
import { Look } from './look.ts'

/** The names of these pictures begin with one of them. */
export const counterNames = [
  'layanan',
  'permohonan',
  'kitir',
  'status',
  'tanya',
  'pendampingan',
  'jemput',
  'en2',
] as const

/** What a clerk does for those who do not file by phone: services, applications, e-Kitir, questions, assistance, the team's day. */
export async function counterScreens(kelurahan: Kelurahan, folder: string, only: readonly string[]): Promise<void> {
  if (only.length > 0 && !only.some((part) => counterNames.some((name) => part.startsWith(name)))) return
  const app = await kelurahan.startDesk(2)
  const look = new Look(app, folder, only.length > 0 ? only : counterNames)
  const clerk = new Clerk(app.page)
  await clerk.signIn('Ahmad Fauzi')
  const parts = {
    services,
    filing,
    slipAndStatus: (of: Look, who: Clerk) => slipAndStatus(kelurahan, of, who),
    ...{ applications, questions, assistance, fieldScreens, inEnglish },
  }
  for (const [name, part] of Object.entries(parts)) {
    if (!(await part(look, clerk).then(() => true, toldOf(name)))) await app.page.keyboard.press('Escape')
  }
}

/** One part that cannot be walked through leaves the others to be looked at. */
const toldOf = (name: string) => (error: unknown) => {
  process.stdout.write(`  ${name}: ${String(error).split('\n').slice(0, 4).join(' ')}\n`)
  return false
}

async function services(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Layanan')
  await expect(page.locator('#service-detail h2')).toBeVisible()
  await look.take('layanan')
  await page.keyboard.type('kartu hilang', likeFingers)
  await page.keyboard.press('Enter', likeFingers)
  await expect(page.locator('#service-detail')).toBeFocused()
  await look.take('layanan-syarat')
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible({ timeout: 120_000 })
  await look.take('layanan-lembar')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('combobox', { name: 'Apa yang dibutuhkan warga?' }).fill('xyzzy')
  await expect(page.getByText('Tidak ada layanan yang cocok')).toBeVisible()
  await look.take('layanan-kosong')
}

async function filing(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('combobox', { name: 'Layanan' })).toBeFocused()
  await look.take('permohonan-baru')
  await beginLostCard(clerk)
  await look.take('permohonan-isi-awal')
  await choose(page, 'applicantAs', '1')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[data-severity=blocking]').first()).toBeVisible()
  await look.take('permohonan-isi-salah')
  await beginLostCard(clerk)
  await fillInLostCard(page)
  await look.take('permohonan-isi')
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Tinjau bersama warga')).toBeVisible()
  await look.take('permohonan-tinjau')
  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('heading', { name: 'Periksa data Anda' })).toBeVisible()
  await look.take('permohonan-warga')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Permohonan sudah diajukan')).toBeVisible()
  await look.take('permohonan-diajukan')
}

async function slipAndStatus(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Control+p')
  const slip = page.getByRole('dialog', { name: 'Tanda terima berkas' })
  await expect(slip.getByText('PIN menunggu dicetak')).toBeVisible()
  await look.take('kitir')
  await page.keyboard.press('Control+p')
  const paper = textOf((await kelurahan.printer(2).printed(2))[0] ?? Buffer.alloc(0)).join('\n')
  const [code, pin] = [/\[QR (LKT1:[^\]]+)\]/.exec(paper)?.[1], /PIN (\d{6})/.exec(paper)?.[1]]
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await page.keyboard.press('Alt+T')
  await expect(page.getByRole('dialog', { name: 'Terbitkan ulang e-Kitir' })).toBeVisible()
  await look.take('kitir-ulang')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F4')
  const status = page.getByRole('dialog', { name: 'Status permohonan' })
  await expect(status.getByLabel('Nomor e-Kitir')).toBeFocused()
  await look.take('status-tanya')
  await clerk.scanByUsb(code ?? '')
  await expect(status.getByLabel(/PIN e-Kitir .* 1$/)).toBeFocused()
  await look.take('status-pin')
  await page.keyboard.type(pin === '000000' ? '111111' : '000000', likeFingers)
  await expect(status.getByText(/PIN salah/).first()).toBeVisible()
  await look.take('status-pin-salah')
  await page.keyboard.type(pin ?? '', likeFingers)
  await expect(status.getByText('Berkas sudah kami terima').first()).toBeVisible()
  await look.take('status')
  await page.keyboard.press('Escape')
  await expect(status).toBeHidden()
  await clerk.scanByUsb(code ?? '')
  await expect(page.getByRole('button', { name: 'Buka status' })).toBeVisible()
  await look.take('kitir-dipindai')
}

async function applications(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+Shift+2')
  await expect(clerk.heading('Permohonan')).toBeVisible()
  await expect(page.locator('#detail')).toContainText('Dewi Lestari')
  await look.take('permohonan')
  await clerk.button('Batalkan permohonan').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look.take('permohonan-batal')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('tidak ada orang ini', likeFingers)
  await expect(page.getByText('Tidak ada yang cocok')).toBeVisible()
  await look.take('permohonan-kosong')
}

async function questions(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Tanya jawab')
  await expect(page.getByRole('listbox', { name: /Pertanyaan warga/ })).toBeFocused()
  await look.take('tanya')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+3')
  await expect(page.getByText('Isi dahulu: sebutkan yang kurang')).toBeVisible()
  await look.take('tanya-templat')
  await page.getByRole('button', { name: /Sudah dijawab/ }).click()
  await look.take('tanya-kosong')
}

async function assistance(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Pendampingan')
  await look.take('pendampingan-kosong')
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look.take('pendampingan-catat')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText(/^Tercatat: /)).toBeHidden()
  await look.take('pendampingan')
}

async function inEnglish(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  await clerk.open('Pengaturan')
  await page.getByText('English', { exact: true }).click()
  const keys = {
    'Alt+2': 'new-application',
    'Alt+4': 'services',
    'Alt+Shift+2': 'applications',
    F4: 'status',
    'Alt+8': 'questions',
    'Alt+Shift+8': 'assistance',
    'Alt+9': 'trips',
  }
  for (const [key, name] of Object.entries(keys)) {
    await page.keyboard.press(key)
    await look.takeOnce(`en2-${name}`)
    if (key === 'F4') await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+,')
  await page.getByText('Bahasa Indonesia', { exact: true }).click()
}
