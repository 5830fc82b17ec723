import { readdirSync } from 'node:fs'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { plainKeyName } from '../fixtures/keyring.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'
import { dewiAtSiola, unitsOf } from './city-desk.ts'

test('the Dinas revokes a computer by keyboard: its window says so, its key and data are gone, and it says so again', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { dataDir } = kelurahan.desk(1)
  const desk = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(desk.page)
  await rini.signIn()

  const { page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page).getByRole('option').first()).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Control+6')
  const devices = page.getByRole('listbox', { name: 'Perangkat menurut yang paling perlu dilihat' })
  await expect(devices).toBeFocused()
  await devices.getByRole('option').filter({ hasText: 'GDN-01' }).click()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tindakan').selectOption({ label: 'Cabut perangkat' })
  await dialog.getByLabel('Sebab').selectOption({ label: 'Dicuri' })
  await dialog.getByLabel(/kata sandi/i).fill(password)
  await axeFindsNothing(page, 'Kota, a computer is about to be revoked')
  await page.screenshot({ path: 'out/revoke-dialog.png' })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').getByText(/dicabut/)).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Alt+l')
  const revoked = page.getByRole('listbox', { name: 'Perangkat yang dicabut, terbaru dahulu' })
  await expect(revoked.getByRole('option').first()).toContainText('3x24 jam')
  await axeFindsNothing(page, 'Kota, revoked computers')
  await page.screenshot({ path: 'out/revoked-list.png' })

  await expect(desk.page.getByText('Komputer ini telah dicabut').last()).toBeVisible({ timeout: 150_000 })
  await expect.poll(() => leftIn(dataDir), { timeout: 90_000 }).toEqual([])
  await axeFindsNothing(desk.page, 'a revoked computer')
  await desk.page.screenshot({ path: 'out/revoked-window.png' })
  await desk.close()
  const again = await kelurahan.startDesk(1, { clip: null })
  await expect(again.page.getByText('Komputer ini telah dicabut').last()).toBeVisible()
  expect(leftIn(dataDir)).toEqual([])
})

/** Of key and data; but for what the tests of the packed program put there themselves. */
const leftIn = (dataDir: string): readonly string[] =>
  readdirSync(dataDir).filter((name) => /keys|loket\.db|backups|farewell/.test(name) && name !== plainKeyName)
