import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('the engine is killed in the middle of a job: it comes back by itself, the screen keeps its state, one hand-over', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  const app = await kelurahan.startDesk(1)
  const rini = new Clerk(app.page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.prepareHandover(kitir)
  app.killEngine()
  await rini.confirm()
  const receiptNumber = await rini.receiptNumber()
  expect(receiptNumber).toMatch(/^0001\/BST\//)
  await rini.findByNumber(kitir.kitirNumber)
  await expect(app.page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await expect(app.page.getByText(receiptNumber).first()).toBeVisible()
})

test('a password entered before the engine has said who works here waits for it, and is tried then', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1)
  const field = app.page.locator('input[type=password]')
  await expect(field).toBeVisible()
  const release = await app.holdEngine()
  await app.page.reload()
  await field.fill('bukan sandinya')
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('radio')).toHaveCount(0)
  release()
  await expect(app.page.getByText(/Kata sandi salah/)).toBeVisible()
})

test('whoever goes to the search of Permohonan before its list is there stays in it when the list comes', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1)
  const rini = new Clerk(app.page)
  await rini.signIn()
  const release = await app.holdEngine()
  await app.page.keyboard.press('Alt+Shift+Digit2')
  const search = app.page.getByRole('textbox', { name: 'Nomor kitir, NIK, atau nama' })
  await expect(search).toBeVisible()
  await app.page.keyboard.press('Control+f')
  await expect(search).toBeFocused()
  release()
  await expect(app.page.getByRole('listbox', { name: 'Permohonan' }).getByRole('option').first()).toBeVisible()
  await expect(search).toBeFocused()
})

test('Enter on a question whose thread is still on its way leads to its answer once it is there', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1)
  await new Clerk(app.page).signIn()
  await app.page.keyboard.press('Alt+8')
  const list = app.page.getByRole('listbox', { name: /Pertanyaan warga/ })
  await expect(list).toBeFocused()
  await expect(app.page.getByLabel(/Jawaban untuk/)).toBeVisible()
  const release = await app.holdEngine()
  await app.page.keyboard.press('ArrowDown')
  await expect(app.page.getByLabel(/Jawaban untuk/)).toHaveCount(0)
  await app.page.keyboard.press('Enter')
  release()
  await expect(app.page.getByLabel(/Jawaban untuk/)).toBeFocused()
})

test('a place that is proposed while somebody is about to type another is typed over', async ({ kelurahan }) => {
  const app = await kelurahan.startDesk(1)
  const { page } = app
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Kartu')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Space')
  const release = await app.holdEngine()
  await page.keyboard.press('Control+m')
  const rack = page.getByRole('dialog', { name: 'Pindah tempat' }).getByLabel('Rak')
  await expect(rack).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(rack).toHaveValue('')
  release()
  await expect(rack).not.toHaveValue('')
  await page.keyboard.type('Z')
  await expect(rack).toHaveValue('Z')
})
