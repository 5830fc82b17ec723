import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskApp } from '../fixtures/desk-app.ts'
import { outOfReach } from '../fixtures/reach.ts'
import { besideMock } from './beside-mock.ts'

/** A way to look at a screen as it stands. `short` is a 1366x768 PC with title bar and taskbar taken off. */
const views = [
  { name: 'light', scheme: 'light', height: 768, zoom: 1 },
  { name: 'dark', scheme: 'dark', height: 768, zoom: 1 },
  { name: 'short', scheme: 'light', height: 680, zoom: 1 },
  { name: '200', scheme: 'light', height: 768, zoom: 2 },
] as const
type View = (typeof views)[number]

/** Scrolls the largest area that scrolls (of the dialog, if there is one) on by most of its height, or to a place. null: no further. */
function scrolled({ down, to }: { down: boolean; to?: number }): number | null {
  const top = document.querySelector('[role=dialog]') ?? document.body
  const areas = [top, ...top.querySelectorAll('*')].filter(
    (one) => one.scrollHeight > one.clientHeight + 8 && /auto|scroll/.test(getComputedStyle(one).overflowY),
  )
  const [area] = areas.sort((a, b) => b.clientHeight * b.clientWidth - a.clientHeight * a.clientWidth)
  if (!area) return null
  const before = area.scrollTop
  if (to !== undefined) area.scrollTop = to
  if (!down) return before
  area.scrollTop += area.clientHeight - 48
  return area.scrollTop > before + 4 ? area.scrollTop : null
}

/** Keeps what somebody wrote about them. */
function emptyOfPictures(folder: string): void {
  for (const name of readdirSync(folder)) if (/\.png$|^faults\.txt$/.test(name)) rmSync(join(folder, name))
}

/** Pictures of one running program, in one folder: `<screen>-<view>.png`. */
export class Look {
  readonly #app: DeskApp
  readonly #folder: string
  readonly #only: readonly string[]
  #view: View = views[0]

  /** `only`: parts of names; none takes all. */
  constructor(app: DeskApp, folder: string, only: readonly string[] = []) {
    this.#app = app
    this.#folder = folder
    this.#only = only
    mkdirSync(folder, { recursive: true })
    if (only.length === 0) emptyOfPictures(folder)
  }

  /** In every view, with the mock of that name at the left where there is one. Says what cannot be reached in any of them. */
  async take(name: string, mock: string = name): Promise<void> {
    if (!this.#wanted(name)) return
    for (const view of views) await this.#takeView(name, mock, view)
    await this.#show(views[0])
    process.stdout.write(`${name}\n`)
  }

  /** Light only. */
  async takeOnce(name: string): Promise<void> {
    if (!this.#wanted(name)) return
    await this.#takeView(name, name, views[0])
    process.stdout.write(`${name}\n`)
  }

  keep(name: string, mock: string, picture: Buffer): Promise<void> {
    return besideMock(mock, picture, join(this.#folder, `${name}.png`))
  }

  #wanted = (name: string) => this.#only.length === 0 || this.#only.some((part) => name.includes(part))

  async #takeView(name: string, mock: string, view: View): Promise<void> {
    await this.#show(view)
    await besideMock(mock, await this.#picture(), join(this.#folder, `${name}-${view.name}.png`))
    if (view.zoom > 1) await this.#takeRest(`${name}-${view.name}`)
    const faults = await outOfReach(this.#app.page)
    for (const fault of faults) process.stdout.write(`  ${view.name}: ${fault}\n`)
    writeFileSync(join(this.#folder, 'faults.txt'), faults.map((one) => `${name} ${view.name}: ${one}\n`).join(''), {
      flag: 'a',
    })
  }

  /** What lies further down, ours alone: `<name>-2`, `<name>-3` …; then back to where it was. */
  async #takeRest(name: string): Promise<void> {
    const { page } = this.#app
    const before = await page.evaluate(scrolled, { down: false })
    for (let part = 2; (await page.evaluate(scrolled, { down: true })) !== null; part += 1)
      writeFileSync(join(this.#folder, `${name}-${part}.png`), await this.#picture())
    if (before !== null) await page.evaluate(scrolled, { down: false, to: before })
  }

  async #show(view: View): Promise<void> {
    const { electron, page } = this.#app
    await page.emulateMedia({ colorScheme: view.scheme, reducedMotion: 'reduce' })
    if (view === this.#view) return
    await electron.evaluate(({ BrowserWindow }, { height, zoom }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(1366, height)
      window?.webContents.setZoomFactor(zoom)
    }, view)
    const size = { width: 1366 / view.zoom, height: view.height / view.zoom }
    await page.waitForFunction(
      ({ width, height }) => Math.abs(innerWidth - width) < 2 && Math.abs(innerHeight - height) < 2,
      size,
    )
    this.#view = view
  }

  /** What the window shows, pixel by pixel: the browser's own picture of a page leaves the zoom out. */
  async #picture(): Promise<Buffer> {
    await this.#app.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100)))),
    )
    const png = await this.#app.electron.evaluate(async ({ BrowserWindow }) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return picture?.toPNG().toString('base64') ?? ''
    })
    return Buffer.from(png, 'base64')
  }
}
