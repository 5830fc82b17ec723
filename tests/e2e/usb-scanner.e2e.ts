import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('a USB scanner types an e-Kitir on any screen, and its card opens', async ({ kelurahan }) => {
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Kartu')
  // In one go inside the page: keys sent from outside come with the pauses of a busy machine, as no scanner makes them.
  await page.evaluate((code) => {
    for (const key of [...code, 'Enter'])
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  }, kitir.code)
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
})
