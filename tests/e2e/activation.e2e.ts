import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { toFile } from 'qrcode'
import { slipText } from '#shared/domain/enrolment/enrolment-slip.ts'
import { kelurahan as gading, password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { root } from '../fixtures/root.ts'
import { showOnWebcam } from '../fixtures/webcam-clip.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'
import { dewiAtSiola, unitsOf } from './city-desk.ts'

const pictures = join(root, 'out', 'activation')

/** A picture of each theme beside what axe says of it. */
async function looked(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await axeFindsNothing(page, name)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

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
