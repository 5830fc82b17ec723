import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('every list says of when its data are, also without the centre', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  await kelurahan.link().cut()
  const { page } = await kelurahan.startDesk(1, { clip: null })
  await new Clerk(page).signIn('Hendra Setiawan')
  const lists: readonly (readonly [keys: readonly string[], title: string])[] = [
    [['Alt+1'], 'Yang perlu dikerjakan'],
    [['Alt+5'], 'Kartu'],
    [['Alt+6'], 'Pengiriman'],
    [['Alt+7', 'Control+Tab'], 'Komplain'],
    [['Alt+0'], 'Hari ini'],
    [['Alt+Shift+4'], 'Tim lapangan'],
    [['Alt+Shift+5'], 'Kartu lama'],
    [['Alt+Shift+7'], 'Kompensasi'],
    [['Alt+r'], 'Register kompensasi'],
    [['Shift+F9'], 'Perlu ditinjau'],
  ]
  for (const [keys, title] of lists) {
    for (const key of keys) await page.keyboard.press(key)
    const heading = page.getByRole('heading', { level: 1, name: title })
    await expect(heading).toBeVisible()
    await expect(heading.locator('..'), title).toContainText(/data per (kemarin |\d+ \w+ )?\d\d\.\d\d/)
  }
})
