import { Clerk, screens } from '../fixtures/clerk.ts'
import type { DeskApp } from '../fixtures/desk-app.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { allInReach as all, zoomIn } from '../fixtures/zoom-in.ts'
import { expect, test } from './at-the-counter.ts'

test('at 200 percent on a 1366x768 screen everything can be reached, and nothing scrolls sideways', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const app = await kelurahan.startDesk(1)
  const rini = new Clerk(app.page)
  await expect(app.page.locator('input[type=password]')).toBeVisible()
  await zoomIn(app)
  await all(app, 'Masuk')
  await rini.signIn()
  // The packed program has a key store, and no key of a demonstration.
  const demo = packagedProgram === null ? ['Kunci demo'] : []
  for (const name of [...demo, /^Belum terkirim\W+0$/, /^Printer\W+belum diperiksa$/]) {
    await rini.button(name).focus()
    await expect(app.page.getByRole('tooltip').filter({ hasText: name })).toBeVisible()
  }
  for (const screen of screens) {
    await rini.open(screen)
    await all(app, screen)
  }
  const kitir = kelurahan.kitir('ready')
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  for (const key of ['Control+1', 'Control+2', 'Control+3']) {
    await app.page.keyboard.press(key)
    await all(app, `Serah terima, ${key}`)
  }
})

test('at 1366x768 the steps of a hand-over to the owner, or to the family, stand in sight without scrolling', async ({
  kelurahan,
}) => {
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const kitir = kelurahan.kitir('ready')
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  const signature = page.locator('#handover-signature')
  for (const key of ['Control+1', 'Control+2']) {
    await page.keyboard.press(key)
    await expect(signature).toBeInViewport({ ratio: 1 })
  }
})

test('the status bar keeps to one row, also at 1024 pixels with work that waits for a centre that is not there', async ({
  kelurahan,
}) => {
  const app = await kelurahan.startDesk(1)
  const rini = new Clerk(app.page)
  await rini.signIn()
  const bar = app.page.getByRole('contentinfo')
  const height = async () => (await bar.boundingBox())?.height
  const oneRow = await height()
  await kelurahan.link().cut()
  await expect(rini.status(/Luring/)).toBeVisible({ timeout: 45_000 })
  await resize(app, 1366)
  await expect.poll(height).toBe(oneRow)
  await resize(app, 1024)
  await expect.poll(height).toBe(oneRow)
  await expect(rini.status(/Belum terkirim/)).toBeVisible()
})

async function resize({ electron, page }: DeskApp, width: number) {
  await electron.evaluate(
    ({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 768),
    width,
  )
  await page.waitForFunction((wide) => innerWidth === wide, width)
}

test('a day is typed day first, and Esc closes its calendar without leaving the hand-over', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kelurahan.kitir('ready', 'ktp-el', 1))
  const day = page.getByLabel('Tanggal SKTLK')
  await day.focus()
  await expect(page.locator('[data-dates-dropdown]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-dates-dropdown]')).toBeHidden()
  // As a person types: faster would be a scanner's.
  await page.keyboard.type('20112026', { delay: 80 })
  await page.keyboard.press('Tab')
  await expect(day).toHaveValue('20-11-2026')
  await expect(rini.heading('Serah terima')).toBeVisible()
})
