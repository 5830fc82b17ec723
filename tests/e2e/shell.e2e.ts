import { spawn } from 'node:child_process'
import { readToolchain } from '../../scripts/setup/toolchain.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { deskEnvironment, deskFlags, programArguments } from '../fixtures/desk-app.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { expect, test } from './at-the-counter.ts'

test('a second start shows the first window and ends', async ({ kelurahan }) => {
  const { electron, page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const env = deskEnvironment(kelurahan.desk(1))
  const program = packagedProgram ?? readToolchain().electron
  const second = spawn(program, [...deskFlags({ clip: null }), ...programArguments(env)], { env, stdio: 'ignore' })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())))
    .toEqual([false])
})

test('size of letters grows to 200 percent with the keys and is kept', async ({ kelurahan }) => {
  const first = await kelurahan.startDesk(1)
  await expect(first.page.locator('input[type=password]')).toBeVisible()
  for (let step = 0; step < 8; step++)
    await first.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: '=', modifiers: ['control'] })
    })
  await expect.poll(() => first.page.evaluate(() => devicePixelRatio)).toBe(2)
  await first.close()
  const again = await kelurahan.startDesk(1)
  await expect.poll(() => again.page.evaluate(() => devicePixelRatio)).toBe(2)
})

test('a camera that is refused and one that is missing are each told, and typing goes on', async ({ kelurahan }) => {
  const refused = await kelurahan.startDesk(1, {
    clip: null,
    flags: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'],
  })
  const rini = new Clerk(refused.page)
  await rini.signIn()
  await refused.page.keyboard.press('F2')
  await expect(refused.page.getByText('Kamera tidak diizinkan').first()).toBeVisible()
  await expect(refused.page.getByLabel('Kode tidak terbaca? Ketik nomor kitir')).toBeEnabled()
  const missing = await kelurahan.startDesk(2, { clip: null })
  const fauzi = new Clerk(missing.page)
  await fauzi.signIn('Ahmad Fauzi')
  await missing.page.keyboard.press('F2')
  await expect(missing.page.getByText('Kamera tidak ditemukan').first()).toBeVisible()
})
