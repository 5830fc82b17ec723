import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { expect, test } from './at-the-counter.ts'

test('a clock two days off is said in the status bar, and work goes on', async () => {
  using place = temporaryFolder('e2e-clock')
  const city = process.env.LOKET_E2E_CITY ?? ''
  const kelurahan = await Kelurahan.open(city, join(place.path, 'city'), { clockDaysAhead: 2 })
  try {
    const { page } = await kelurahan.startDesk(1)
    const rini = new Clerk(page)
    // A session that began before the centre said what time it is would be two days old when it does, and over.
    await expect(page.getByText(/^Dinas Kependudukan dan Pencatatan Sipil/)).toBeVisible()
    await expect(page.getByText('Jaringan terputus, tetap bisa bekerja')).toBeHidden()
    await rini.signIn()
    await expect(rini.status(/Jam selisih/)).toBeVisible({ timeout: 45_000 })
    await rini.openHandover(kelurahan.kitir('ready', 'ktp-el', 2))
  } finally {
    await kelurahan.close()
  }
})

test('a camera pulled out while it scans is told at once, and typing the number still opens the card', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1)
  const rini = new Clerk(app.page)
  await rini.signIn()
  await app.page.keyboard.press('F2')
  await expect(app.page.locator('video')).toBeVisible()
  app.unplugCamera()
  await expect(app.page.getByText('Kamera terlepas').first()).toBeVisible()
  const kitir = kelurahan.kitir('ready')
  await app.page.getByLabel('Kode tidak terbaca? Ketik nomor kitir').fill(kitir.kitirNumber)
  await app.page.keyboard.press('Enter')
  await expect(rini.heading('Serah terima')).toBeVisible()
})
