import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type City, copyCity } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { DeskApp } from '../fixtures/desk-app.ts'
import { beginApplication, fileReviewed, fillIn, review } from '../fixtures/intake-form.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { against, type Figure, median } from './figures.ts'

const runs = 5

/** The first KIA of a child that has a birth certificate. Its names and numbers differ from run to run, so that none was filed before. */
const child = (run: number) => ({
  ...{ applicantAs: '1', reason: '1', 'child.nik': `357801200522000${run}`, 'child.kk': `357801200612000${run}` },
  ...{ 'child.name': 'Bima Putra', 'child.birthDate': '20052022', 'child.birthPlace': 'Surabaya' },
  ...{ 'child.sex': 'l', 'child.married': 'b', akta: '3578-LU-28052022-0018', 'birth-deed': 'a', kk: 'a' },
  ...{ 'applicant.nik': `357801520490000${run}`, 'applicant.name': 'Dewi Lestari' },
  ...{ 'applicant.phone': '081234567890' },
})

/** A KIA without documents in the real program, from the key that opens the screen to the number of its e-Kitir: the keys beside names and numbers, and how long the program lets the clerk wait for it in all. */
export async function intakeFigures(template: City): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-intake')
  const [desk] = copyCity(template.folder, join(place.path, 'city')).desks
  if (!desk) throw new Error('the city has no desk')
  const app = await DeskApp.launch(desk, { clip: null, saveDir: place.path })
  const done: Hands[] = []
  try {
    const clerk = new Clerk(app.page)
    await clerk.signIn()
    await app.page.evaluate(watchHands)
    for (let run = 1; run <= runs; run++) done.push(await fileKia(clerk, run))
  } finally {
    await app.close()
  }
  const name = 'a KIA without documents'
  return [
    against(
      { name: `${name}: keys beside names and numbers`, value: median(done.map(({ keys }) => keys)), unit: 'keys' },
      '<',
      60,
    ),
    against(
      { name: `${name}: time of the program`, value: median(done.map(({ waitedMs }) => waitedMs)), unit: 'ms' },
      '<',
      3000,
    ),
  ]
}

async function fileKia(clerk: Clerk, run: number): Promise<Hands> {
  await clerk.page.evaluate(() => (window as unknown as Watched).hands.clear())
  await beginApplication(clerk, 'kia', 'Kartu identitas anak (KIA)')
  await fillIn(clerk, 'Kartu identitas anak (KIA)', child(run))
  await review(clerk)
  await fileReviewed(clerk)
  return takeHands(clerk.page)
}

const takeHands = (page: Page) =>
  page.evaluate(() => {
    const { keys, waits } = (window as unknown as Watched).hands
    return { keys: keys(), waitedMs: [...waits.values()].reduce((all, one) => all + one, 0) }
  })

interface Hands {
  readonly keys: number
  /** From each key to the frame with the last thing that it changed, added up. */
  readonly waitedMs: number
}

interface Watched {
  hands: { keys(): number; readonly waits: Map<number, number>; clear(): void }
}

/** Runs in the page: counts keys, and sees in each frame whether the place, the offered service or the page is another one. */
function watchHands(): void {
  const modifiers = new Set(['Control', 'Alt', 'Shift', 'Meta'])
  const waits = new Map<number, number>()
  let [keys, pressedAt, shown] = [0, 0, '']
  const isText = (of: EventTarget | null) =>
    of instanceof HTMLInputElement && of.type !== 'radio' && of.closest('#intake-form') !== null
  const onKey = (event: KeyboardEvent) => {
    if (modifiers.has(event.key)) return
    pressedAt = performance.now()
    const spells = event.key.length === 1 && !event.ctrlKey && !event.altKey
    if (!(spells && isText(event.target))) keys += 1
  }
  const state = () => {
    const place = document.activeElement?.closest<HTMLElement>('[data-about]')?.dataset.about
    const offered = document.querySelector('[role=option][aria-selected=true]')?.textContent
    return [place, offered, document.querySelector('h1')?.textContent].join('|')
  }
  const frame = () => {
    const now = state()
    if (now !== shown && pressedAt > 0) waits.set(pressedAt, performance.now() - pressedAt)
    shown = now
    requestAnimationFrame(frame)
  }
  const clear = () => {
    waits.clear()
    keys = 0
    pressedAt = 0
  }
  addEventListener('keydown', onKey, { capture: true })
  requestAnimationFrame(frame)
  ;(window as unknown as Watched).hands = { keys: () => keys, waits, clear }
}
