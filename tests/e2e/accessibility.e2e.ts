import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect, test } from './at-the-counter.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** All that axe finds wrong on the screen as it stands: rule and places, so that a failure can be mended from its text. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

async function find(page: Page, where: string): Promise<void> {
  await expect.soft(await faultsOf(page), where).toEqual([])
}

async function takeTheme(clerk: Clerk, theme: 'Terang' | 'Gelap'): Promise<void> {
  await clerk.open('Pengaturan')
  await clerk.page.getByText(theme, { exact: true }).click()
  const scheme = theme === 'Gelap' ? 'dark' : 'light'
  await expect(clerk.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
}

async function signedIn(kelurahan: Kelurahan, theme: 'Terang' | 'Gelap'): Promise<Clerk> {
  const { page } = await kelurahan.startDesk(1)
  const clerk = new Clerk(page)
  await clerk.signIn()
  await takeTheme(clerk, theme)
  return clerk
}

for (const theme of ['Terang', 'Gelap'] as const) {
  test(`axe finds nothing on any screen, filled and empty (${theme})`, async ({ kelurahan }) => {
    test.setTimeout(180_000)
    const clerk = await signedIn(kelurahan, theme)
    const { page } = clerk
    await find(page, 'Pengaturan')
    for (const screen of ['Beranda', 'Pindai', 'Serah terima', 'Kartu', 'Sinkronisasi'] as const) {
      await clerk.open(screen)
      await find(page, screen)
    }
    await clerk.open('Kartu')
    await page.getByPlaceholder('Saring daftar').fill('tidak ada orang ini')
    await expect(page.getByText('Tidak ada kartu yang cocok')).toBeVisible()
    await find(page, 'Kartu, nothing found')
    await clerk.findByNumber('KNG-9999-000000')
    await expect(page.getByText(/Pusat tidak mengenal kode ini|Tidak ada di data unit ini/).first()).toBeVisible()
    await find(page, 'Pindai, unknown number')
  })

  test(`axe finds nothing in a hand-over: wrong PIN, override, filled, done, receipt (${theme})`, async ({
    kelurahan,
  }) => {
    test.setTimeout(180_000)
    const clerk = await signedIn(kelurahan, theme)
    const { page } = clerk
    const kitir = kelurahan.kitir('ready')
    await clerk.openHandover(kitir)
    await find(page, 'fresh')
    await clerk.typePin('000000')
    await expect(page.getByText(/PIN salah/i).first()).toBeVisible()
    await find(page, 'wrong PIN')
    await clerk.prepareHandover(kitir)
    await find(page, 'ready to confirm')
    await clerk.confirm()
    await find(page, 'done')
  })

  test(`axe finds nothing on sign-in, lock screen and dialogs (${theme})`, async ({ kelurahan }) => {
    test.setTimeout(180_000)
    const clerk = await signedIn(kelurahan, theme)
    const { page } = clerk
    await clerk.open('Beranda')
    await page.keyboard.press('F1')
    await expect(page.getByRole('dialog')).toBeVisible()
    await find(page, 'shortcuts')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('dialog')).toBeVisible()
    await find(page, 'command palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+L')
    await expect(page.locator('input[type=password]')).toBeVisible()
    await find(page, 'lock screen')
  })
}

test('axe finds nothing on the first screen', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await find(page, 'Masuk')
})
