import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readToolchain } from '../../scripts/setup/toolchain.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { deskEnvironment, deskFlags } from '../fixtures/desk-app.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { expect, test } from './at-the-counter.ts'

test('a second start of the program ends by itself: one window at a desk', async ({ kelurahan }) => {
  const first = await kelurahan.startDesk(1)
  await expect(first.page.getByRole('radio', { name: 'Rini Wulandari' })).toBeVisible()
  const second = spawn(readToolchain().electron, [...deskFlags({ clip: null }), root], {
    stdio: 'ignore',
    env: deskEnvironment(kelurahan.desk(1), kelurahan.saveDir),
  })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  expect(first.electron.windows()).toHaveLength(1)
})

test('a clock two days off is said in the status bar, and work goes on', async () => {
  using place = temporaryFolder('e2e-clock')
  const city = process.env.LOKET_E2E_CITY ?? ''
  const kelurahan = await Kelurahan.open(city, join(place.path, 'city'), { clockDaysAhead: 2 })
  try {
    const { page } = await kelurahan.startDesk(1)
    const rini = new Clerk(page)
    await rini.signIn()
    await expect(rini.status(/Jam selisih/)).toBeVisible({ timeout: 45_000 })
    await rini.openHandover(kelurahan.kitir('ready', 'ktp-el', 2))
  } finally {
    await kelurahan.close()
  }
})
