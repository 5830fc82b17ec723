import type { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

/** The screens of a kelurahan's day beside the hand-over, as they stand in the morning, and what is one key further. */
export async function daysWork(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  await openAndTake(look, clerk)
  await counting(kelurahan, look, clerk)
  await lists(kelurahan, look, clerk)
  await oneKeyFurther(look, clerk)
}

async function openAndTake(look: Look, clerk: Clerk): Promise<void> {
  for (const screen of ['Pengiriman', 'Komplain', 'Kompensasi', 'Hari ini', 'Kartu lama'] as const) {
    await clerk.open(screen)
    await look.take(screen.toLowerCase().replaceAll(' ', '-'))
  }
}

/** A parcel with two cards counted, and the other ten to be explained. */
async function counting(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const { number, cards } = kelurahan.parcel()
  await clerk.scanByUsb(number)
  await expect(clerk.heading(number)).toBeVisible()
  for (const { labelCode, ownerName } of cards.slice(0, 2)) {
    await clerk.scanByUsb(labelCode)
    await expect(page.getByRole('main').getByRole('status').first()).toContainText(ownerName)
  }
  await look.take('pengiriman-hitung')
  await page.keyboard.press('Alt+s')
  await expect(clerk.heading('Selesaikan penerimaan')).toBeVisible()
  await look.take('pengiriman-selesai')
}

/** A list for a school and one for the mobile team, a card on each. */
async function lists(kelurahan: Kelurahan, look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const card = kelurahan.kitir('ready', 'kia', 1)
  await clerk.open('Serah terima massal')
  await look.take('massal-kosong')
  await clerk.scanByUsb(card.labelCodes[0] ?? '')
  await expect(page.getByText(`${card.ownerName} masuk daftar.`)).toBeVisible()
  await look.take('massal')
  await clerk.open('Tim lapangan')
  await look.take('tim')
}

async function oneKeyFurther(look: Look, clerk: Clerk): Promise<void> {
  const { page } = clerk
  const dialogs = { 'Control+d': 'kartu-rusak', 'Control+h': 'kartu-riwayat', 'Control+m': 'kartu-tempat' }
  for (const [key, name] of Object.entries(dialogs)) {
    await clerk.open('Kartu')
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await look.take(name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await clerk.open('Komplain')
  await page.keyboard.press('Alt+N')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look.take('komplain-catat')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await clerk.open('Hari ini')
  await page.keyboard.press('Control+Enter')
  await expect(clerk.heading('Buka shift')).toBeVisible()
  await look.take('hari-ini-buka')
}
