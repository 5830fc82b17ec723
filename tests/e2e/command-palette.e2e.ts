import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('what stands first in Ctrl+K is chosen at once, also a person found a moment later, and the arrows go on from it', async ({
  kelurahan,
}) => {
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const palette = page.getByRole('dialog')
  const entries = palette.locator('[data-action]')
  const chosen = palette.locator('[data-action][data-selected]')
  const openWith = async (text: string) => {
    await expect(palette).toHaveCount(0)
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('textbox')).toBeFocused()
    // As a person types: faster would be a scanner's.
    await page.keyboard.type(text, { delay: 80 })
  }

  await openWith('')
  await expect(chosen).toHaveText(/Beranda/)
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toHaveText(/Pindai/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(chosen).toHaveText((await entries.last().textContent()) ?? '')
  await expect(chosen).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')

  // Whole: `kart` is also how a person's name may begin.
  await openWith('kartu')
  await page.keyboard.press('Enter')
  await expect(rini.heading('Kartu')).toBeVisible()

  const kitir = kelurahan.kitir('ready')
  await openWith(kitir.ownerName.toLowerCase())
  await expect(chosen).toContainText(kitir.ownerName)
  await page.keyboard.press('Enter')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
})
