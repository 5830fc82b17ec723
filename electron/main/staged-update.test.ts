import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installerOf } from './install-file.ts'
import { type InstallFile, StagedUpdate } from './staged-update.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'loket-staged-'))
  mkdirSync(join(dataDir, 'updates'))
  writeFileSync(join(dataDir, 'updates', 'loket.deb'), 'the new version')
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
  vi.restoreAllMocks()
})

const file = {
  name: 'loket.deb',
  size: 15,
  sha512: createHash('sha512').update('the new version').digest('hex'),
  version: '1.2.0',
}

/** What is installed, whether it was to be opened again, and how often the program was opened again by the shell itself. */
function staged(outcome: Awaited<ReturnType<InstallFile>> = 'installed', version = '1.1.0') {
  const installed: { text: string; openAgain: boolean }[] = []
  const opened = { times: 0 }
  const update = new StagedUpdate({
    dataDir,
    version,
    install: async (path, openAgain) => {
      installed.push({ text: readFileSync(path, 'utf8'), openAgain })
      return outcome
    },
    relaunch: () => {
      opened.times += 1
    },
  })
  return { update, installed, opened }
}

test('what lies ready is installed when the program ends, and the program stays closed', async () => {
  const { update, installed, opened } = staged()
  update.is(file)
  await update.installAtEnd()
  expect(installed).toEqual([{ text: 'the new version', openAgain: false }])
  expect(opened.times).toBe(0)
})

test('whoever asked for it gets the program back: from the shell, or from the installer that outlives it', async () => {
  const debian = staged()
  debian.update.is(file)
  debian.update.openAgain()
  await debian.update.installAtEnd()
  expect(debian.opened.times).toBe(1)
  const windows = staged('handed-over')
  windows.update.is(file)
  windows.update.openAgain()
  await windows.update.installAtEnd()
  expect(windows.installed).toEqual([{ text: 'the new version', openAgain: true }])
  expect(windows.opened.times).toBe(0)
})

test('a file that was changed since it was checked is not installed', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { update, installed } = staged()
  update.is(file)
  writeFileSync(join(dataDir, 'updates', 'loket.deb'), 'the new versioN')
  await update.installAtEnd()
  expect(installed).toEqual([])
})

test('nothing is installed where nothing is ready any more, where the computer goes down, or where the file is gone', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { update, installed } = staged()
  await update.installAtEnd()
  update.is(file)
  update.is(null)
  await update.installAtEnd()
  update.is(file)
  update.notNow()
  await update.installAtEnd()
  const gone = staged()
  gone.update.is(file)
  rmSync(join(dataDir, 'updates', 'loket.deb'))
  gone.update.openAgain()
  await gone.update.installAtEnd()
  expect([...installed, ...gone.installed]).toEqual([])
  expect(gone.opened.times).toBe(1)
})

test('a version that was tried and does not run is known by name, until it runs', async () => {
  const before = staged('failed')
  expect(before.update.failedVersion()).toBeNull()
  before.update.is(file)
  await before.update.installAtEnd()
  expect(staged().update.failedVersion()).toBe('1.2.0')
  expect(staged('installed', '1.2.0').update.failedVersion()).toBeNull()
  expect(existsSync(join(dataDir, 'update-tried.json'))).toBe(false)
})

const around = { isPackaged: true, execPath: '/opt/Loket/loket', env: {}, isRoot: true } as const

test('only what was installed as such is updated as such', () => {
  writeFileSync(join(dataDir, 'package-type'), 'deb\n')
  const deb = { ...around, platform: 'linux', resourcesPath: dataDir } as const
  expect(installerOf(deb)).not.toBeNull()
  expect(installerOf({ ...deb, isPackaged: false })).toBeNull()
  expect(installerOf({ ...deb, resourcesPath: join(dataDir, 'updates') })).toBeNull()
  expect(installerOf({ ...deb, platform: 'darwin' })).toBeNull()
  const env = { ProgramFiles: 'C:\\Program Files', ProgramW6432: 'C:\\Program Files' }
  const windows = { ...deb, platform: 'win32', env } as const
  expect(
    installerOf({ ...windows, execPath: 'C:\\Users\\rini\\AppData\\Local\\Programs\\loket\\Loket.exe' }),
  ).not.toBeNull()
  expect(installerOf({ ...windows, execPath: 'c:\\program files\\Loket\\Loket.exe' })).toBeNull()
})
