import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { Look } from './look.ts'

/** What the supervisor at the Dinas sees. Names begin with `kota`. */
export async function cityScreens(kelurahan: Kelurahan, folder: string, only: readonly string[]): Promise<void> {
  if (only.length > 0 && !only.some((part) => part.startsWith('kota') || part.startsWith('blangko'))) return
  const { app } = await kelurahan.startDinasDesk()
  const { page } = app
  const look = new Look(app, folder, only.length > 0 ? only : ['kota', 'blangko'])
  const dewi = new Clerk(page)
  await dewi.signIn('Dewi Anggraini')
  await page.keyboard.press('F8')
  const units = page.getByRole('listbox', { name: 'Kelurahan menurut urgensi' })
  await expect(units).toBeVisible()
  await look.take('kota')
  for (const [key, name] of Object.entries({ 'Control+2': 'kasus', 'Control+3': 'klaim', 'Control+4': 'gangguan' })) {
    await page.keyboard.press(key)
    await look.take(`kota-${name}`)
  }
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('dialog', { name: 'Catat gangguan' })).toBeVisible()
  await look.take('kota-catat-gangguan')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+f')
  await dewi.write(page.locator('input:focus'), 'Gading')
  await expect(units.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await dewi.tabTo(units)
  await page.keyboard.press('Enter')
  await expect(dewi.heading('Kelurahan Gading')).toBeVisible()
  await look.take('kota-kelurahan')
  await page.keyboard.press('Shift+F8')
  await expect(dewi.heading('Blangko')).toBeVisible()
  await look.take('blangko')
}
