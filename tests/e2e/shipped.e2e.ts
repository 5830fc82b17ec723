import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { readFuses } from '../../scripts/pack/fuses.ts'
import { launchElectron } from '../fixtures/launch-electron.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { differenceOf, openWatchedScreen } from '../fixtures/screen-picture.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** The program as it is shipped: nothing can lead it, so it is looked at from outside. Beside it lies the variant for tests (`npm run pack`). */
const test = base.extend<{ packed: undefined }>({
  packed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use, about) => {
      about.skip(packagedProgram === null, 'needs the packed program: npm run e2e -- --packaged')
      await use(undefined)
    },
    { auto: true },
  ],
})

const forTests = packagedProgram ?? ''
const shipped = join(dirname(dirname(forTests)), 'shipped', basename(forTests))

const closed = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

test('every fuse of the shipped program is as it must be, and the variant for tests differs by the inspect fuse alone', async () => {
  expect(await readFuses(shipped)).toMatchObject(closed)
  expect(await readFuses(forTests)).toEqual({ ...(await readFuses(shipped)), EnableNodeCliInspectArguments: true })
  const [ours, theirs] = [hashesIn(dirname(shipped)), hashesIn(dirname(forTests))]
  const different = Object.keys({ ...ours, ...theirs }).filter((file) => ours[file] !== theirs[file])
  expect(different).toEqual([basename(shipped)])
  const [one, other] = [readFileSync(shipped), readFileSync(forTests)]
  expect(differenceOf(one, other) * one.length).toBeCloseTo(1)
  expect(one.length).toBe(other.length)
})

test('nothing but what is needed lies in the package: no default program, no central server, add-ons alone outside of the archive', () => {
  const files = Object.keys(hashesIn(dirname(shipped)))
  expect(files.filter((file) => file.includes('default_app'))).toEqual([])
  const outside = files.filter((file) => file.includes('app.asar.unpacked'))
  expect(outside.filter((file) => !file.endsWith('.node'))).toEqual([])
  const archive = readFileSync(join(dirname(shipped), 'resources', 'app.asar'))
  const index = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')
  for (const name of ['pglite', 'fastify', 'playwright', 'typescript']) expect(index).not.toContain(`"${name}"`)
  expect(index).toContain('"pdfmake"')
})

test('the shipped program starts, keeps its key in the key store, and shows what the variant for tests shows', async () => {
  using place = temporaryFolder('shipped')
  const wanted = await firstScreenOfTestVariant(place.path)
  const folder = join(place.path, 'screen')
  mkdirSync(folder)
  const screen = await openWatchedScreen(folder)
  const dataDir = join(place.path, 'data')
  const program = start(shipped, [`--user-data-dir=${dataDir}`], { DISPLAY: screen.display })
  try {
    await expect.poll(() => differenceOf(wanted, screen.picture()), { timeout: 60_000 }).toBeLessThan(0.002)
    expect(existsSync(join(dataDir, 'loket.db'))).toBe(true)
    expect(JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'))).toMatchObject({ wrapping: 'safe-storage' })
  } finally {
    program.child.kill()
    await program.ended
    screen.close()
  }
})

/** With an empty folder: activation. Waits until the words are there and the picture stands still. */
async function firstScreenOfTestVariant(place: string): Promise<Buffer> {
  const folder = join(place, 'screen-for-tests')
  mkdirSync(folder)
  const screen = await openWatchedScreen(folder)
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const app = await launchElectron({
    args: [...flags, `--user-data-dir=${join(place, 'data-for-tests')}`],
    cwd: place,
    env: { ...Object.fromEntries(inherited), DISPLAY: screen.display },
  })
  const page = await app.firstWindow()
  await expect(page.getByRole('heading', { name: 'Aktivasi perangkat' })).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => twoAlike(screen.picture)).toBeLessThan(0.0001)
  const picture = screen.picture()
  await app.close()
  screen.close()
  return picture
}

async function twoAlike(picture: () => Buffer): Promise<number> {
  const before = picture()
  await new Promise((resolve) => setTimeout(resolve, 300))
  return differenceOf(before, picture())
}

const flags = ['--no-sandbox', '--force-device-scale-factor=1']

/** What it wrote, and its exit code, once it has ended. */
function start(program: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const { NODE_OPTIONS: _, ...inherited } = process.env
  const child: ChildProcess = spawn(program, [...flags, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
  return { child, ended, said: () => said }
}

test('the shipped program is no Node, takes no options of Node, and opens no inspector', async () => {
  using place = temporaryFolder('shipped-doors')
  const mark = join(place.path, 'mark')
  const code = `require('fs').writeFileSync(${JSON.stringify(mark)}, 'x')`
  const attempts: readonly { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }[] = [
    { args: ['-e', code], env: { ELECTRON_RUN_AS_NODE: '1' } },
    {
      args: [],
      env: {
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`import{writeFileSync as w}from'fs';w('${mark}','x')`)}`,
      },
    },
    { args: ['--inspect=0'], env: {} },
    { args: ['--inspect-brk=0'], env: {} },
  ]
  for (const [at, { args, env }] of attempts.entries()) {
    const dataDir = join(place.path, String(at))
    const program = start(shipped, [...args, `--user-data-dir=${dataDir}`], env)
    await expect.poll(() => existsSync(join(dataDir, 'loket.db')), { timeout: 60_000 }).toBe(true)
    program.child.kill('SIGUSR1')
    program.child.kill()
    const { said } = await program.ended
    expect(said).not.toContain('Debugger listening')
  }
  expect(existsSync(mark)).toBe(false)
})

test('the shipped program does not let its page be debugged: it ends at once', async () => {
  using place = temporaryFolder('shipped-debug')
  const dataDir = join(place.path, 'data')
  const { ended } = start(shipped, ['--remote-debugging-port=0', `--user-data-dir=${dataDir}`], {})
  const { code, said } = await ended
  expect(code).toBe(1)
  expect(said).not.toContain('DevTools listening')
  expect(existsSync(join(dataDir, 'loket.db'))).toBe(false)
})

/** SHA-256 of each file under a folder, by its path in it. */
function hashesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const hashed = files.map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]
  })
  return Object.fromEntries(hashed)
}
