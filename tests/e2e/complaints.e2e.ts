import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const detailOf = (page: Page) => page.locator('#detail')

/** The application of a scanned e-Kitir is shown: it may be the very one that was chosen before, so its name alone says nothing. */
async function scanned(clerk: Clerk, kitir: { code: string; ownerName: string }): Promise<void> {
  await clerk.scanByUsb(kitir.code)
  const list = clerk.page.getByRole('listbox', { name: 'Permohonan menurut jatuh tempo' })
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0)
  await expect(detailOf(clerk.page).getByRole('heading', { name: kitir.ownerName })).toBeVisible()
}

test('the late list is read, explained, complained about from the e-Kitir and answered, by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('late')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()

  await page.keyboard.press('Alt+7')
  await expect(rini.heading('Komplain')).toBeVisible()
  const list = page.getByRole('listbox', { name: 'Permohonan menurut jatuh tempo' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option').first()).toContainText('Terlambat')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const detail = detailOf(page)
  await expect(detail).toBeFocused()
  await expect(detail.getByText(/Lewat \d+ /)).toBeVisible()
  await expect(detail.getByRole('listitem').first()).toContainText(/ihitung sejak/)
  await expect(detail.getByText('Kalimat untuk warga')).toBeVisible()
  await axeFindsNothing(page, 'promises')

  await scanned(rini, kitir)
  await expect(rini.heading('Komplain')).toBeVisible()
  await page.keyboard.press('Alt+N')
  const filing = page.getByRole('dialog', { name: 'Catat komplain' })
  await expect(filing.getByLabel('Apa yang dikeluhkan')).toBeFocused()
  await expect(filing.getByRole('radio', { name: 'Terlambat' })).toBeChecked()
  await axeFindsNothing(page, 'filing a complaint')
  await page.keyboard.type('Sudah tiga hari belum jadi', { delay: 60 })
  await page.keyboard.press('Control+Enter')
  await expect(filing).toBeHidden()

  await expect(detail.getByText('Sudah tiga hari belum jadi')).toBeVisible()
  await expect(detail.getByText(/\d{4}\/KMP\//)).toBeVisible()
  await expect(detail.getByText(/Harus dijawab paling lambat/)).toBeVisible()
  await expect(detail.getByText(/Tingkat 1: Pengawas pelayanan/)).toBeVisible()
  await axeFindsNothing(page, 'a complaint')
  await page.keyboard.press('Alt+J')
  const reply = page.getByRole('dialog', { name: 'Jawab' })
  await expect(reply.getByLabel('Jawaban kepada warga')).toBeFocused()
  await axeFindsNothing(page, 'answering a complaint')
  await page.keyboard.type('Kartu tiba besok pagi', { delay: 60 })
  await page.keyboard.press('Control+Enter')
  await expect(reply).toBeHidden()
  await expect(detail.getByText('Kartu tiba besok pagi')).toBeVisible()
  await expect(detail.getByText('Dijawab', { exact: true })).toBeVisible()
  await axeFindsNothing(page, 'a complaint answered')

  await page.keyboard.press('Alt+O')
  await expect(detail.getByRole('heading', { name: kitir.ownerName })).toBeVisible()
  await expect(detail.getByText('Komplain tentang permohonan ini')).toBeVisible()
  await page.keyboard.press('Alt+K')
  await expect(rini.heading(kitir.ownerName)).toBeVisible()
  await expect(rini.button(/Terima klaim/)).toBeVisible()
})

test('a complaint that is taken without a network is known at the other desk once there is one', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('late')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await kelurahan.link().cut()
  await page.keyboard.press('Alt+7')
  await expect(rini.heading('Komplain')).toBeVisible()
  await scanned(rini, kitir)
  await page.keyboard.press('Alt+N')
  await expect(page.getByLabel('Apa yang dikeluhkan')).toBeFocused()
  await page.keyboard.type('Nama di kartu salah', { delay: 60 })
  await page.keyboard.press('Control+Enter')
  await expect(detailOf(page).getByText('Nama di kartu salah')).toBeVisible()
  await expect(detailOf(page).getByText('Menunggu', { exact: true })).toBeVisible()
  await kelurahan.link().restore()
  await rini.open('Sinkronisasi')
  await page.keyboard.press('F9')
  await expect(rini.status(/Belum terkirim 0/)).toBeVisible()

  const second = await kelurahan.startDesk(2)
  const fauzi = new Clerk(second.page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.open('Sinkronisasi')
  await second.page.keyboard.press('F9')
  await expect(fauzi.status(/Belum terkirim 0/)).toBeVisible()
  await second.page.keyboard.press('Alt+7')
  await expect(second.page.getByRole('listbox', { name: 'Permohonan menurut jatuh tempo' })).toBeFocused()
  await second.page.keyboard.press('Control+Tab')
  const list = second.page.getByRole('listbox', { name: 'Komplain menurut tenggat' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option', { name: new RegExp(kitir.ownerName) })).toBeVisible()
  await second.page.keyboard.press('End')
  await expect(detailOf(second.page).getByText('Nama di kartu salah')).toBeVisible()
  await expect(detailOf(second.page).getByText('Tercatat')).toBeVisible()
})

test('each line of Beranda is one key away', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const keys = page.getByText(/^Ctrl\+[1-9]$/)
  await expect(keys.first()).toBeVisible()
  const count = await keys.count()
  expect(count).toBeGreaterThan(3)
  for (let at = 1; at <= count; at++) {
    await expect(keys).toHaveCount(count)
    await page.keyboard.press(`Control+${at}`)
    await expect(rini.heading('Yang perlu dikerjakan')).toBeHidden()
    await rini.open('Beranda')
  }
})
