import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addBigParcel } from '../fixtures/big-parcel.ts'
import { type City, copyCity } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { DeskApp } from '../fixtures/desk-app.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { against, type Figure, percentile } from './figures.ts'

const parcelSize = 300

/** In the real program a USB scanner reads each label of a parcel of 300: from its first key to the frame that says whose card it is and how many are there, by the page's own clock. */
export async function countingScreenFigures(template: City): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-counting')
  const [desk] = copyCity(template.folder, join(place.path, 'city')).desks
  if (!desk) throw new Error('the city has no desk')
  const { number, cards } = await addBigParcel(desk, parcelSize)
  const app = await DeskApp.launch(desk, { clip: null, saveDir: place.path })
  try {
    const clerk = new Clerk(app.page)
    await clerk.signIn()
    await clerk.scanByUsb(number)
    await expect(clerk.heading(number)).toBeVisible()
    await expect(app.page.getByText(`0 dari ${parcelSize}`, { exact: true })).toBeVisible()
    const times = await scanEach(app.page, cards)
    const name = 'counting in a 300-card shipment, on the screen: scan to next ready'
    return [
      against({ name: `${name}, p95`, value: percentile(times, 95), unit: 'ms' }, '<', 100),
      against({ name: `${name}, longest`, value: percentile(times, 100), unit: 'ms' }, '<', 250),
    ]
  } finally {
    await app.close()
  }
}

/** One after the other: the next label is read as soon as the one before it is said. */
async function scanEach(page: Page, cards: readonly { labelCode: string; ownerName: string }[]): Promise<number[]> {
  const times: number[] = []
  for (const [at, { labelCode, ownerName }] of cards.entries()) {
    const counted = `${at + 1} dari ${cards.length}`
    times.push((await page.evaluate(scanUntilPainted, { labelCode, ownerName, counted })) ?? Number.POSITIVE_INFINITY)
  }
  return times
}

/** From the first key of a scan to the end of the frame that shows it; null: it was not shown. Runs in the page. */
function scanUntilPainted(scan: { labelCode: string; ownerName: string; counted: string }): Promise<number | null> {
  const said = () => document.querySelector('main [role=status]')?.textContent ?? ''
  const shown = () =>
    said().startsWith(scan.ownerName) &&
    [...document.querySelectorAll('main b')].some((b) => b.textContent === scan.counted)
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), 10_000)
    const started = performance.now()
    const frame = () => {
      if (!shown()) return requestAnimationFrame(frame)
      return setTimeout(() => {
        clearTimeout(late)
        resolve(performance.now() - started)
      })
    }
    for (const key of [...scan.labelCode, 'Enter'])
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
    requestAnimationFrame(frame)
  })
}
