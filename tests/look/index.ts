// `npm run look`: every screen of ours beside its mock (where the mocks are there), light, dark and at 200 %, in out/look.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from '../../scripts/build/build-app.ts'
import { makeCity } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import type { DeskApp } from '../fixtures/desk-app.ts'
import { ensureDisplay } from '../fixtures/display.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { besideMock } from './beside-mock.ts'

const out = join(root, 'out', 'look')
const themes = ['light', 'dark'] as const

/** Takes the screen as it stands in both themes, and at 200 %. */
async function take(app: DeskApp, mock: string): Promise<void> {
  for (const theme of themes) {
    await app.page.emulateMedia({ colorScheme: theme })
    await besideMock(mock, await app.page.screenshot(), join(out, `${mock}-${theme}.png`))
  }
  await app.page.emulateMedia({ colorScheme: 'light' })
  await zoom(app, 2)
  await besideMock(mock, await app.page.screenshot(), join(out, `${mock}-200.png`))
  await zoom(app, 1)
  process.stdout.write(`${mock}\n`)
}

function zoom({ electron, page }: DeskApp, factor: number): Promise<unknown> {
  const set = electron.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  )
  return set.then(() => page.waitForFunction((to) => devicePixelRatio === to, factor))
}

async function atTheCounter(kelurahan: Kelurahan): Promise<void> {
  const app = await kelurahan.startDesk(1)
  const clerk = new Clerk(app.page)
  await app.page.locator('input[type=password]').waitFor()
  await take(app, 'masuk')
  await clerk.signIn()
  await clerk.open('Pengaturan')
  await app.page.getByText('Ikut komputer').click()
  await clerk.open('Beranda')
  await take(app, 'beranda')
  await clerk.open('Pindai')
  await take(app, 'pindai')
  await clerk.open('Kartu')
  await app.page.getByRole('row').nth(1).waitFor()
  await take(app, 'kartu')
  await clerk.openHandover(kelurahan.kitir('ready'))
  await take(app, 'serah-terima')
  await kelurahan.link().cut()
  await clerk.prepareHandover(kelurahan.kitir('ready'))
  await take(app, 'serah-terima-gelap-luring')
  await clerk.confirm()
  await take(app, 'keadaan')
  await clerk.open('Sinkronisasi')
  await take(app, 'sinkronisasi')
}

const display = await ensureDisplay()
using place = temporaryFolder('look')
mkdirSync(out, { recursive: true })
await buildApp()
await makeCity(join(place.path, 'city'), { cards: 120, desks: 1 })
const kelurahan = await Kelurahan.open(join(place.path, 'city'), join(place.path, 'open'))
try {
  await atTheCounter(kelurahan)
  process.stdout.write(`The pairs are in ${out}\n`)
} finally {
  await kelurahan.close()
  display.close()
}
