import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const look = lookedIn('assistance')

test('who was helped is logged in a few keys from anywhere, taken back, seen by kelurahan, and the leaflet is shown, by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('catat pendampingan', likeFingers)
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Catat pendampingan' })
  await expect(form.getByRole('radio', { name: /Akun dibuat/ })).toBeFocused()
  await page.keyboard.press('Alt+2')
  await expect(form.getByRole('radio', { name: /IKD diaktifkan/ })).toBeChecked()
  await rini.tabAndWrite(form.getByLabel('Berapa orang'), '3')
  await rini.tabAndWrite(form.getByLabel(/Keterangan/), 'NIK 3578015204900001')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText('data pribadi')
  await look(page, 'form')
  await rini.write(form.getByLabel(/Keterangan/), 'Posyandu RW 5')
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  const today = page.getByRole('listitem').filter({ hasText: 'Posyandu RW 5' })
  await expect(today).toContainText('IKD diaktifkan · 3 orang')
  await expect(page.getByRole('table')).toContainText('Gading')
  await look(page, 'screen')

  await rini.tabTo(today.getByRole('button', { name: 'Batalkan' }))
  await page.keyboard.press('Enter')
  await expect(today).toContainText('Dibatalkan')
  await page.keyboard.press('Alt+C')
  await expect(page.getByRole('dialog', { name: 'Cara memakai Klampid dan IKD' })).toBeVisible()
  await look(page, 'leaflet')
})
