import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './at-the-counter.ts'

/** All that the theme changes is colours. */
const colourRules = ['color-contrast', 'link-in-text-block']
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Axe finds nothing wrong on the screen as it stands, light and dark; the program follows the computer's theme, which it does
 * unless told otherwise. `where` names the state in the failure. The test goes on, so that one run tells all.
 */
export async function axeFindsNothing(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await settled(page)
    await expect.soft(await faultsOf(page, colorScheme), `${where}, ${colorScheme}`).toEqual([])
  }
}

/** A colour on its way from one theme to the other is none of the design's. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })
}

/** Rule and places, so that a failure can be mended from its text. */
async function faultsOf(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (colorScheme === 'light'
    ? axe.withTags(standards)
    : axe.withRules(colourRules)
  ).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any.map(({ message }) => message).join('; ')}`),
  )
}
