import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ElectronApplication, _electron as electron } from '@playwright/test'
import { makeDeb } from '../../scripts/pack/make-deb.ts'
import { packApp } from '../../scripts/pack/pack-app.ts'
import { rawPublicKey, writeRelease } from '../../scripts/release/write-release.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { deskEnvironment, deskFlags, programArguments } from '../fixtures/desk-app.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { root } from '../fixtures/root.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const installed = '/opt/Loket/loket'
/** It installs a real package on this machine, and takes it off again: never over somebody's own Loket. */
const mayInstall = packagedProgram !== null && process.getuid?.() === 0 && !existsSync(installed)

const place = temporaryFolder('update')
const releases = join(place.path, 'releases')
// The centre of each test inherits it.
if (mayInstall) process.env.LOKET_UPDATES_DIR = releases

const keyOf = (byte: number) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, byte)]),
    format: 'der',
    type: 'pkcs8',
  })
const [maker, stranger] = [keyOf(7), keyOf(8)]
const dpkg = (...args: string[]) => spawnSync('dpkg', args, { encoding: 'utf8' })
const versionInstalled = () => /^Version: (.*)$/m.exec(dpkg('--status', 'loket').stdout)?.[1]

/** A real package of this program under that version, in the variant that can be led. */
async function packageOf(version: string): Promise<string> {
  const out = join(root, 'out', 'pack-updates', version)
  const { forTests } = await packApp({ out, version, updateKeys: [rawPublicKey(maker)] })
  return makeDeb({ program: dirname(forTests), version, to: place.path, quick: true })
}

const release = (file: string, key: typeof maker, issuedAt: string, forcedAfter: string | null = null) =>
  writeRelease(
    releases,
    {
      ...{ platform: 'linux-x64', version: '1.1.1', file, issuedAt: new Date(issuedAt), stagePercent: 100 },
      ...{ forcedAfter, minVersion: '1.1.0', note: { id: 'Uji pembaruan.', en: 'A test.' } },
    },
    [key],
  )

async function startInstalled(kelurahan: Kelurahan): Promise<ElectronApplication> {
  const env = deskEnvironment(kelurahan.desk(1))
  const args = [...deskFlags({ clip: null }), ...programArguments(env)]
  return electron.launch({ executablePath: installed, args, cwd: root, env })
}

async function quit(app: ElectronApplication): Promise<void> {
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await app.evaluate(({ app: program }) => program.quit())
  await ended
}

test.afterAll(() => {
  if (mayInstall) dpkg('--purge', 'loket')
  place.remove()
})

test('from one version to the next: a forged one is refused, one that must be there is asked for, the true one installed by dpkg when the program is closed, unsent acts kept', async ({
  kelurahan,
}) => {
  test.skip(!mayInstall, 'needs the packed program, root, dpkg, and no Loket of its own on this machine')
  test.setTimeout(600_000)
  mkdirSync(releases, { recursive: true })
  const [now, next] = [await packageOf('1.1.0'), await packageOf('1.1.1')]
  expect(dpkg('--install', now).status).toBe(0)
  await release(next, stranger, '2026-11-24T01:00:00.000Z')
  const app = await startInstalled(kelurahan)
  const rini = new Clerk(await app.firstWindow())
  await rini.signIn()
  await rini.open('Sinkronisasi')
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.status('Pembaruan ditolak')).toBeVisible({ timeout: 60_000 })

  await release(next, maker, '2026-11-24T02:00:00.000Z')
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.status('Versi 1.1.1 siap')).toBeVisible({ timeout: 120_000 })
  await release(next, maker, '2026-11-24T03:00:00.000Z', '2026-11-25T00:00:00.000Z')
  await rini.sync()
  await kelurahan.link().cut()
  await rini.handOver(kelurahan.kitir('ready'))
  await expect(rini.status(/Belum terkirim 1/)).toBeVisible()
  await rini.page.keyboard.press('Control+l')
  await rini.tabTo(rini.button('Ganti petugas'))
  await rini.page.keyboard.press('Enter')
  await expect(rini.button('Pasang sekarang')).toBeFocused({ timeout: 60_000 })
  await axeFindsNothing(rini.page, 'the version that must be there')
  for (const colorScheme of ['light', 'dark'] as const) {
    await rini.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await rini.page.screenshot({ path: join(root, 'out', 'update', `due-${colorScheme}.png`) })
  }
  await quit(app)
  expect(versionInstalled()).toBe('1.1.1')

  const after = await startInstalled(kelurahan)
  const page = await after.firstWindow()
  const again = new Clerk(page)
  await expect(page.getByText(/1\.1\.1/)).toBeVisible({ timeout: 60_000 })
  await again.signIn()
  await expect(again.status(/Belum terkirim 1/)).toBeVisible()
  await kelurahan.link().restore()
  await again.sync()
  await expect(again.status(/Belum terkirim 0/)).toBeVisible({ timeout: 60_000 })
  await quit(after)
})
