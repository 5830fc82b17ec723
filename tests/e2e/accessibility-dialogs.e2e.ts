import { Clerk } from '../fixtures/clerk.ts'
import type { Outfit } from '../fixtures/desk-app.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

async function signedIn(kelurahan: Kelurahan, outfit: Partial<Outfit> = {}): Promise<Clerk> {
  const { page } = await kelurahan.startDesk(1, outfit)
  const clerk = new Clerk(page)
  await clerk.signIn()
  return clerk
}

test('axe finds nothing in the supervisor’s leave: at the desk and refused, by telephone and wrong, noted for later', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  await clerk.openHandover(kelurahan.kitir('ready'))
  await clerk.button('Warga lupa PIN').click()
  const dialog = page.getByRole('dialog', { name: 'Izin pengawas' })
  await dialog.getByLabel('Alasan tanpa PIN').fill('Warga lupa PIN, wajah cocok')
  await dialog.getByLabel('Nama pengguna pengawas').fill('rini')
  await dialog.getByLabel('Kata sandi pengawas').fill('bukan sandinya')
  await axeFindsNothing(page, 'supervisor at the desk')
  await clerk.button('Izinkan').click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await axeFindsNothing(page, 'supervisor at the desk, refused')

  await dialog.getByText('Lewat telepon').click()
  await axeFindsNothing(page, 'supervisor by telephone')
  await dialog.getByLabel('Alasan tanpa PIN').fill('Warga lupa PIN, wajah cocok')
  await clerk.button('Buat kode').click()
  await expect(dialog.getByText('Bacakan kepada pengawas')).toBeVisible()
  await axeFindsNothing(page, 'spoken challenge')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('axe finds nothing in the photo dialog: live, taken, and without a camera', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  await clerk.openHandover(kelurahan.kitir('ready'))
  await clerk.page.keyboard.press('Alt+F')
  await expect(clerk.page.getByRole('dialog').locator('video')).toBeVisible()
  await axeFindsNothing(clerk.page, 'photo, live')
  await clerk.button('Ambil foto').click()
  await expect(clerk.page.getByAltText('Foto diambil')).toBeVisible()
  await axeFindsNothing(clerk.page, 'photo, taken')

  const { page } = await kelurahan.startDesk(2, { clip: null })
  const fauzi = new Clerk(page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.openHandover(kelurahan.kitir('ready'))
  await page.keyboard.press('Alt+F')
  await expect(page.getByText('Kamera tidak dapat dibuka')).toBeVisible()
  await axeFindsNothing(page, 'photo, no camera')
})

test('axe finds nothing in the receipt dialog, printed again and saved', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  const kitir = kelurahan.kitir('ready')
  await clerk.handOver(kitir)
  await clerk.button('Lihat bukti').click()
  await expect(page.getByRole('region', { name: 'Bukti serah terima' }).getByText('Pemilik')).toBeVisible()
  await axeFindsNothing(page, 'receipt')
  await clerk.button('Cetak bukti').click()
  await expect(page.getByText('SALINAN ke-1 masuk antrean cetak')).toBeVisible()
  await axeFindsNothing(page, 'receipt, printed again')
  await clerk.button('Simpan PDF A4').click()
  await expect(page.getByText(/PDF tersimpan/)).toBeVisible()
  await axeFindsNothing(page, 'receipt, saved')
})

test('axe finds nothing in what lies above every screen: keys, search, lock, and each word of the status bar', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  for (const key of ['F1', 'Control+K']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await axeFindsNothing(page, key)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const parts = page.getByRole('contentinfo').getByRole('button')
  for (let at = 0; at < (await parts.count()); at++) {
    await parts.nth(at).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await axeFindsNothing(page, `status bar, ${await parts.nth(at).textContent()}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.keyboard.press('Control+L')
  await expect(page.locator('input[type=password]')).toBeVisible()
  await axeFindsNothing(page, 'lock screen')
  await page.locator('input[type=password]').fill('bukan sandinya')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Kata sandi salah/)).toBeVisible()
  await axeFindsNothing(page, 'lock screen, wrong password')
})

test('axe finds nothing where printer and camera are tried, working and failing', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  await clerk.open('Pengaturan')
  await clerk.button('Cetak uji').click()
  await expect(page.getByText(/Cetak uji terkirim dalam/)).toBeVisible()
  await clerk.button('Uji kamera').click()
  await expect(page.getByText(/Kamera bekerja/)).toBeVisible()
  await axeFindsNothing(page, 'printer and camera work')
  await kelurahan.printer().switchOff()
  await clerk.button('Cetak uji').click()
  await expect(page.getByText('Printer tidak terjangkau')).toBeVisible()
  await axeFindsNothing(page, 'printer fails')
  for (const kind of ['Berkas, port, atau berbagi', 'Printer sistem', 'Tanpa printer']) {
    await page.getByLabel('Cara tersambung').selectOption({ label: kind })
    await axeFindsNothing(page, kind)
  }
})
