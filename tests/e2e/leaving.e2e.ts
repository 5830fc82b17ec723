import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

test('who signs out or closes the window with unsent work is told how much, and that it stays safe; quitting is never held up', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1, { clip: null })
  const { page, electron } = app
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Sinkronisasi')
  await page.getByRole('button', { name: 'Putuskan (peragaan)' }).click()
  await expect(page.getByRole('button', { name: 'Sambungkan lagi' })).toBeVisible()
  const kitir = kelurahan.kitir('ready')
  await rini.openHandover(kitir)
  await rini.prepareHandover(kitir)
  await rini.confirm()
  await rini.receiptNumber()
  const close = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const windows = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

  await close()
  const warning = page.getByRole('dialog', { name: '1 tindakan belum terkirim' })
  await expect(warning).toContainText('Semuanya tersimpan aman di komputer ini')
  await expect(warning.getByRole('button', { name: 'Biarkan terbuka' })).toBeFocused()
  await axeFindsNothing(page, 'closing with unsent work')
  await page.keyboard.press('Escape')
  await expect(warning).toBeHidden()
  expect(await windows()).toBe(1)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Keluar, ganti', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(warning).toContainText('juga sesudah Anda keluar')
  await warning.getByRole('button', { name: 'Keluar' }).press('Enter')
  await expect(page.locator('input[type=password]')).toBeVisible()

  await close()
  await expect(warning).toBeVisible()
  const ended = new Promise((resolve) => electron.process().once('exit', resolve))
  await electron.evaluate(({ app: program }) => program.quit())
  await ended
})
