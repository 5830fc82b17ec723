import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** All that axe finds wrong on the screen as it stands: rule and places, so that a failure can be mended from its text. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test('axe finds nothing on sign-in, Beranda and Sinkronisasi', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  await expect(page.getByRole('radio', { name: 'Rini Wulandari' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  const rini = new Clerk(page)
  await rini.signIn()
  expect(await faultsOf(page)).toEqual([])
  await rini.open('Sinkronisasi')
  await expect(page.getByText('Perlu tindakan').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
