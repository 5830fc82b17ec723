import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { keyFileName } from '#shared/contract/shell/key-file.ts'
import { type City, copyCity, type Desk } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { DeskApp } from '../fixtures/desk-app.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openBareStore, writeRows } from './bare-store.ts'
import { against, type Figure, percentile } from './figures.ts'
import { madeUpStock } from './made-up-stock.ts'

const cards = 100_000

/** Keys in the list, each until the row that it is about stands there with its words: over all of it, also where no row was asked for yet. */
const listKeys = [
  ...Array(60).fill('ArrowDown'),
  ...Array(20).fill('PageDown'),
  ...['End', 'Home', 'End', ...Array(10).fill('PageUp'), 'Home'],
  ...Array(10).fill(['Space', 'ArrowDown']).flat(),
  ...Array(20).fill('Shift+ArrowDown'),
]
/** Each letter until the list shows what fits: every one of them leaves fewer. */
const soughtNames = ['san', 'wa', 'hal', 'pr', 'rat', 'hi', 'wi', 'ba', 'pu', 'l', 'u', 'e']

/** In the real program with the stock of a whole city: from a key to the frame that shows what it did, by the page's own clock. */
export async function stockFigures(template: City): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-stock')
  const [desk] = copyCity(template.folder, join(place.path, 'city')).desks
  if (!desk) throw new Error('the city has no desk')
  await fill(desk)
  const app = await DeskApp.launch(desk, { clip: null, saveDir: place.path })
  try {
    const { page } = app
    const clerk = new Clerk(page)
    await clerk.signIn()
    await clerk.open('Kartu')
    await expect(page.getByRole('grid').getByRole('gridcell').first()).toBeVisible()
    const moves = await timeEach(page, listKeys, 'row')
    await page.keyboard.press('Control+f')
    const letters: number[] = []
    for (const name of soughtNames) {
      letters.push(...(await timeEach(page, [...name], 'list')))
      await page.getByPlaceholder('Saring daftar').fill('')
      await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
    }
    const name = `stock screen with ${cards.toLocaleString('en')} cards`
    return [
      against({ name: `${name}: key press to paint, p95`, value: percentile(moves, 95), unit: 'ms' }, '<', 50),
      against({ name: `${name}: letter to filtered list, p95`, value: percentile(letters, 95), unit: 'ms' }, '<', 100),
    ]
  } finally {
    await app.close()
  }
}

async function fill({ dataDir }: Desk): Promise<void> {
  const { key } = z.looseObject({ key: z.string() }).parse(JSON.parse(readFileSync(join(dataDir, keyFileName), 'utf8')))
  const { store, rows } = await openBareStore(dataDir, Buffer.from(key, 'base64'))
  await writeRows(store, rows, madeUpStock(cards, Date.now()))
  await store.close()
}

async function timeEach(page: Page, keys: readonly string[], until: 'row' | 'list'): Promise<readonly number[]> {
  const times: number[] = []
  for (const key of keys) {
    await page.evaluate(watchNextKey, until)
    // In the rhythm of a person: what comes quicker is held back, as it may be a scanner's.
    await page.waitForTimeout(80)
    await page.keyboard.press(key)
    times.push(await page.evaluate(() => (globalThis as unknown as Watching).painted))
  }
  return times
}

type Watching = { painted: Promise<number> }

/**
 * From the next key to the end of the frame that shows it. `row`: the row that the keys are about has changed, or its tick, and has its words;
 * `list`: it has another length. Runs in the page.
 */
function watchNextKey(until: 'row' | 'list'): void {
  const grid = document.querySelector('[role=grid]')
  if (!grid) throw new Error('there is no list')
  const row = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
  const look = () => `${row()?.id} ${row()?.ariaSelected} ${row()?.querySelector('[role=gridcell]') !== null}`
  const before = look()
  const many = grid.getAttribute('aria-rowcount')
  const done = () =>
    until === 'list'
      ? grid.getAttribute('aria-rowcount') !== many
      : look() !== before && row()?.querySelector('[role=gridcell]') != null
  const painted = new Promise<number>((resolve) => {
    const late = setTimeout(() => resolve(Number.POSITIVE_INFINITY), 10_000)
    const pressed = (event: KeyboardEvent) => {
      const frame = () =>
        done()
          ? setTimeout(() => {
              clearTimeout(late)
              resolve(performance.now() - event.timeStamp)
            })
          : requestAnimationFrame(frame)
      requestAnimationFrame(frame)
    }
    addEventListener('keydown', pressed, { once: true, capture: true })
  })
  Object.assign(globalThis, { painted })
}
