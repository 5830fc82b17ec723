import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from './at-the-counter.ts'

/** Dewi, supervisor at the Dinas, with the city before her. */
export async function dewiAtSiola(kelurahan: Kelurahan) {
  const { app, link } = await kelurahan.startDinasDesk()
  const dewi = new Clerk(app.page)
  await dewi.signIn('Dewi Anggraini')
  await app.page.keyboard.press('F8')
  await expect(dewi.heading('Kota')).toBeVisible()
  return { dewi, app, page: app.page, link }
}

export const unitsOf = (page: Page) => page.getByRole('listbox', { name: 'Kelurahan menurut urgensi' })
export const registerOf = (page: Page) => page.getByRole('listbox', { name: 'Daftar gangguan' })
