import { day, hour, officeHour } from '../../../server/simulate/calendar.ts'
import { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import { typedMinute } from '../../fixtures/typed-minute.ts'
import type { Album } from '../album.ts'

/** At the Dinas: an outage of the morning on which the simulated KIA of four days ago fell due. It strikes KIA alone. */
export async function registerOutage(kelurahan: Kelurahan, album: Album): Promise<void> {
  const { app } = await kelurahan.startDinasDesk()
  const { page } = app
  const dewi = new Clerk(page)
  await dewi.signIn('Dewi Anggraini')
  await page.keyboard.press('F8')
  await expect(dewi.heading('Kota')).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Kelurahan menurut urgensi' })).toBeVisible()
  await album.shoot(page, 'city', 'the supervisor at the Dinas sees every kelurahan')
  await page.keyboard.press('Control+4')
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Catat gangguan' })
  const began = officeHour(Date.now() - 4 * day, 6)
  await dialog.getByLabel('Mulai').fill(typedMinute(began))
  await dialog.getByLabel(/^Selesai/).fill(typedMinute(began + 1.75 * hour))
  await dialog.getByLabel(/Layanan yang terkena/).selectOption('KIA')
  await dialog.getByLabel('Sumber, dengan kata-kata pusat').fill('Pemberitahuan Ditjen Dukcapil')
  await expect(dialog.getByText(/Hitungan \d+ permohonan|Tidak ada hitungan/)).toBeVisible()
  await album.shoot(page, 'outage', 'an outage is entered in the register of the centre, and what it stops')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Tercatat di pusat.')).toBeVisible()
}
