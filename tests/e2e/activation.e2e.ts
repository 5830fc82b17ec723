import { join } from 'node:path'
import { toFile } from 'qrcode'
import { slipText } from '#shared/domain/enrolment/enrolment-slip.ts'
import { kelurahan as gading, password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { showOnWebcam } from '../fixtures/webcam-clip.ts'
import { expect, test } from './at-the-counter.ts'
import { dewiAtSiola, unitsOf } from './city-desk.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('activation')

test('the camera of a new computer reads the slip of the Dinas: it is enrolled, and copies the unit', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const dinas = await kelurahan.startDinas()
  await dinas.until('app.status', {}, ({ connection }) => connection.state === 'online')
  const { code } = await dinas.call('city.device-act', { act: { kind: 'make-code', scope: gading, days: 1 }, password })
  if (!code) throw new Error('no code was made')
  const folder = kelurahan.city.folder
  const clip = join(folder, 'fresh-camera', 'Kamera uji.mjpeg')
  const strange = join(folder, kelurahan.city.kitirFolder, kelurahan.kitir('ready').png)
  await showOnWebcam(clip, strange)
  const { page } = await kelurahan.startFreshDesk({ clip })
  const clerk = new Clerk(page)
  await expect(clerk.heading('Aktivasi perangkat')).toBeVisible()
  await looked(page, 'form')
  await page.keyboard.press('Alt+k')
  await expect(page.getByText('Itu bukan QR lembar aktivasi')).toBeVisible({ timeout: 60_000 })
  await looked(page, 'another-code')
  await page.keyboard.press('Alt+k')
  const slip = join(folder, 'slip.png')
  await toFile(slip, slipText(code), { width: 900, margin: 4 })
  await showOnWebcam(clip, slip)
  await page.keyboard.press('Alt+k')
  await expect(page.getByRole('radio').first()).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('Kelurahan Gading').first()).toBeVisible()
})

test('the slip of a new code, as the Dinas sees and prints it', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const { page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page).getByRole('option').first()).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Control+6')
  await page.getByRole('button', { name: /Kode/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Untuk unit').selectOption({ index: 1 })
  await dialog.getByLabel(/kata sandi/i).fill(password)
  await looked(page, 'make-code')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog').locator('canvas, img, iframe').first()).toBeVisible({ timeout: 60_000 })
  await looked(page, 'slip')
})
