import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import { mayMakeSmallDisk, smallDisk } from '../fixtures/small-disk.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'
import { dewiAtSiola, unitsOf } from './city-desk.ts'

test('the Dinas sees its computers with what is unsent, and a disk that runs out is said on Beranda before it locks', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  test.skip(!mayMakeSmallDisk, 'needs root on Linux, to mount a small disk')
  using place = temporaryFolder('e2e-small')
  const folder = join(place.path, 'disk')
  using _disk = smallDisk(folder, 64)
  cpSync(kelurahan.desk(1).dataDir, folder, { recursive: true })
  const desk = await kelurahan.startDesk(1, { clip: null, env: { LOKET_DATA_DIR: folder } })
  const rini = new Clerk(desk.page)
  await rini.signIn()
  await expect(desk.page.getByRole('button', { name: 'Periksa lagi' })).toBeVisible()
  await axeFindsNothing(desk.page, 'Beranda, a limit is near')

  const { page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page).getByRole('option').first()).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Control+6')
  const devices = page.getByRole('listbox', { name: 'Perangkat menurut yang paling perlu dilihat' })
  await expect(devices).toBeFocused()
  await expect(devices.getByRole('option').first()).toContainText(/Ruang menipis|Baik|Belum pernah kontak/)
  await axeFindsNothing(page, 'Kota, devices')
})
