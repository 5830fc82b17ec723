import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('language and theme change at once and are kept for the next start', async ({ kelurahan }) => {
  const first = await kelurahan.startDesk(1)
  const rini = new Clerk(first.page)
  await rini.signIn()
  await rini.open('Pengaturan')
  await first.page.getByText('Gelap', { exact: true }).click()
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await first.page.getByText('English', { exact: true }).click()
  await expect(first.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'en')
  await first.close()

  const again = await kelurahan.startDesk(1)
  await expect(again.page.getByLabel('Password', { exact: true })).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
