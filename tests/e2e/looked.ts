import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../fixtures/root.ts'
import { axeFindsNothing } from './axe.ts'

/** A picture of each theme in out/<folder>, beside what axe says of it; `npm test` takes none (LOKET_PICTURES=0). */
export const lookedIn =
  (folder: string) =>
  async (page: Page, name: string): Promise<void> => {
    await axeFindsNothing(page, name)
    if (process.env.LOKET_PICTURES === '0') return
    const place = join(root, 'out', folder)
    mkdirSync(place, { recursive: true })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: join(place, `${name}-${colorScheme}.png`) })
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }
