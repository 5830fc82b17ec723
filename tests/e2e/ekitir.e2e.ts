import type { Page } from '@playwright/test'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { textOf } from '../printing/escpos-reader.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('ekitir')
const focused = (page: Page) => page.locator(':focus')

async function answer(page: Page, about: string, text: string): Promise<void> {
  await expect(focused(page)).toHaveAttribute('data-about', about)
  await page.keyboard.type(text, likeFingers)
  await page.keyboard.press('Enter', likeFingers)
}
async function choose(page: Page, about: string, key: string): Promise<void> {
  await expect(page.locator(`[data-about="${about}"] :focus`)).toHaveCount(1)
  await page.keyboard.press(key, likeFingers)
}

/** A lost KTP-el, as in intake.e2e.ts. */
async function file(clerk: Clerk): Promise<void> {
  const { page } = clerk
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('combobox', { name: 'Layanan' })).toBeFocused()
  await page.keyboard.type('ktp hilang', likeFingers)
  await expect(page.getByRole('option', { selected: true })).toContainText('Cetak ulang KTP-el')
  await page.keyboard.press('Enter', likeFingers)
  await choose(page, 'applicantAs', '1')
  await choose(page, 'reason', '1')
  await answer(page, 'owner.nik', '3578015204900001')
  await answer(page, 'owner.kk', '3578010101190001')
  await answer(page, 'owner.name', 'Dewi Lestari')
  await answer(page, 'owner.birthDate', '12041990')
  await answer(page, 'owner.birthPlace', 'Surabaya')
  await choose(page, 'owner.sex', 'p')
  await choose(page, 'owner.married', 's')
  await answer(page, 'owner.phone', '081234567890')
  await answer(page, 'lossReport.number', 'SKTLK/123/XI/2026')
  await answer(page, 'lossReport.date', '20112026')
  await answer(page, 'lossReport.station', 'Polsek Genteng')
  await answer(page, 'lastPrint', '')
  await choose(page, 'kk', 'f')
  await choose(page, 'police-letter', 'a')
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Tinjau bersama warga')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Permohonan sudah diajukan')).toBeVisible()
}

/** What stands on a slip that really came out. */
const slipOf = (bytes: Buffer | undefined) => {
  const text = textOf(bytes ?? Buffer.alloc(0)).join('\n')
  return { text, code: /\[QR (LKT1:[^\]]+)\]/.exec(text)?.[1] ?? '', pin: /PIN (\d{6})/.exec(text)?.[1] ?? null }
}

test('filed, printed once with its PIN, scanned from the paper, its status opened, then made anew: by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await file(rini)

  await page.keyboard.press('Control+p')
  const slip = page.getByRole('dialog', { name: 'Tanda terima berkas' })
  await expect(slip.getByText('PIN menunggu dicetak')).toBeVisible()
  await expect(slip.getByText('PIN ••••••')).toBeVisible()
  await looked(page, 'slip')
  await page.keyboard.press('Control+p')
  const papers = await kelurahan.printer().printed(2)
  const [citizen, office] = [slipOf(papers[0]), slipOf(papers[1])]
  expect([citizen.pin?.length, office.pin]).toEqual([6, null])
  expect(citizen.text).toContain('Lembar warga')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await page.keyboard.press('Control+p')
  const copy = slipOf((await kelurahan.printer().printed(3))[2])
  expect(copy.pin).toBeNull()
  expect(copy.text).toContain('SALINAN KE-1')
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()

  await page.keyboard.press('F4')
  const status = page.getByRole('dialog', { name: 'Status permohonan' })
  await expect(status.getByLabel('Nomor e-Kitir')).toBeFocused()
  await looked(page, 'status-asks')
  await rini.scanByUsb(citizen.code)
  await expect(status.getByLabel(/PIN e-Kitir .* 1$/)).toBeFocused()
  await looked(page, 'status-pin')
  await page.keyboard.type(citizen.pin ?? '', likeFingers)
  await expect(status.getByText('Berkas sudah kami terima').first()).toBeVisible()
  await looked(page, 'status')
  await page.keyboard.press('Escape')
  await expect(status).toBeHidden()

  await rini.scanByUsb(citizen.code)
  await expect(page.getByRole('button', { name: 'Buka status' })).toBeVisible()
  await looked(page, 'scanned')

  await page.keyboard.press('Alt+S')
  await expect(status.getByLabel(/PIN e-Kitir .* 1$/)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(status).toBeHidden()
})

test('lost, it is made anew from the list: another number and PIN on paper, and the old one says so', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await file(rini)
  await page.keyboard.press('Control+p')
  const slip = page.getByRole('dialog', { name: 'Tanda terima berkas' })
  await expect(slip.getByText('PIN menunggu dicetak')).toBeVisible()
  await page.keyboard.press('Control+p')
  const first = slipOf((await kelurahan.printer().printed(2))[0])
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()

  await page.keyboard.press('Alt+T')
  const reissue = page.getByRole('dialog', { name: 'Terbitkan ulang e-Kitir' })
  await expect(reissue.getByText('Dewi Lestari')).toBeVisible()
  await rini.tabTo(reissue.getByRole('radio', { name: 'Kitir lama tanpa PIN' }))
  await page.keyboard.press('ArrowDown')
  await expect(reissue.getByRole('radio', { name: 'Hilang' })).toBeChecked()
  await rini.tabTo(reissue.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await looked(page, 'reissue')
  await page.keyboard.press('Enter')
  const papers = await kelurahan.printer().printed(4)
  const again = [slipOf(papers[2]), slipOf(papers[3])].find(({ pin }) => pin !== null)
  expect(again?.code).not.toBe(first.code)
  expect(again?.text).toContain('Pengganti')
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()

  await page.keyboard.press('F4')
  const status = page.getByRole('dialog', { name: 'Status permohonan' })
  await expect(status.getByLabel('Nomor e-Kitir')).toBeFocused()
  await rini.scanByUsb(first.code)
  await expect(status.getByRole('alert')).toContainText('e-Kitir ini sudah diganti')
  await looked(page, 'status-replaced')
})
