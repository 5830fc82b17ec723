import type { ElectronApplication, Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

test('a page that is not the window gets no port, though it has our preload, our address, or says that it has', async ({
  kelurahan,
}) => {
  const { electron, page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  expect(await askFromElsewhere(electron)).toEqual({ secondWindow: 0, foreignFrame: 0, window: 1 })
})

/** How many ports each gets that asks: a second window with our page, a frame of the window with another address, the window itself. */
function askFromElsewhere(electron: ElectronApplication) {
  return electron.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [own] = BrowserWindow.getAllWindows()
    if (!own) throw new Error('no window')
    const second = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await second.loadURL('app://loket/index.html')
    const handed = async (sender: Electron.WebContents, url: string) => {
      let ports = 0
      const real = sender.postMessage.bind(sender)
      sender.postMessage = (channel: string, message: unknown, transfer?: Electron.MessagePortMain[]) => {
        ports += transfer?.length ?? 0
        return real(channel, message, transfer)
      }
      ipcMain.emit('loket:hello', { sender, senderFrame: { url } })
      await new Promise((resolve) => setImmediate(resolve))
      sender.postMessage = real
      return ports
    }
    const found = {
      secondWindow: await handed(second.webContents, 'app://loket/index.html'),
      foreignFrame: await handed(own.webContents, 'https://evil.example/app://loket/'),
      window: await handed(own.webContents, 'app://loket/index.html'),
    }
    second.destroy()
    return found
  })
}

test('a script in the page gets nothing by the session of nobody, of somebody else, or of before', async ({
  kelurahan,
}) => {
  const { page } = await kelurahan.startDesk(1)
  const clerk = new Clerk(page)
  await clerk.signIn()
  const answers = await fromPage(page)
  expect(answers).toEqual({
    none: 'sign-in-required',
    madeUp: 'sign-in-required',
    hostile: 'sign-in-required',
    unknownCall: 'input-invalid',
    before: 'sign-in-required',
  })
})

/** An injected script listens for the next port and asks by itself. */
function fromPage(page: Page) {
  return page.evaluate(async () => {
    const port = await new Promise<MessagePort>((resolve) => {
      addEventListener('message', ({ data, ports }) => {
        if (data?.type === 'loket:port' && ports[0]) resolve(ports[0])
      })
      postMessage({ type: 'loket:hello' }, origin)
    })
    let last = 0
    const ask = (name: string, session: string | null) =>
      new Promise<string>((resolve) => {
        const id = ++last
        const hear = ({ data }: MessageEvent) => {
          if (data?.type !== 'reply' || data.id !== id) return
          port.removeEventListener('message', hear)
          resolve(data.ok ? 'ANSWERED' : data.fault.code)
        }
        port.addEventListener('message', hear)
        port.postMessage({ type: 'call', id, name, input: { text: 'a', limit: 5 }, session, requestId: null })
      })
    port.start()
    return {
      none: await ask('card.search', null),
      madeUp: await ask('card.search', 'x'.repeat(43)),
      hostile: await ask('card.search', "' OR 1=1 --"),
      unknownCall: await ask('shell.run', null),
      before: await ask('card.search', ''),
    }
  })
}

test('no spelling of an address leads out of the folder of the page', async ({ kelurahan }) => {
  const { electron, page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  const tricks = [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/%252e%252e%252fpackage.json',
    '/..\\..\\package.json',
    '/..%5c..%5cpackage.json',
    '/index.html%00.png',
    '/%00',
    '/%ff',
    '//etc/hostname',
    '/%2fetc%2fhostname',
    '/C:/Windows/win.ini',
    '/assets/../../main/index.mjs',
    '/',
  ]
  const got = await electron.evaluate(async ({ net }, paths) => {
    const statuses: Record<string, number> = {}
    for (const path of paths) statuses[path] = (await net.fetch(`app://loket${path}`)).status
    for (const host of ['elsewhere', 'loket.evil.example', 'LOKET@evil'])
      statuses[host] = (await net.fetch(`app://${host}/index.html`).catch(() => ({ status: 404 }))).status
    statuses.post = (await net.fetch('app://loket/index.html', { method: 'POST', body: 'x' })).status
    statuses.page = (await net.fetch('app://loket/index.html')).status
    return statuses
  }, tricks)
  const expected = Object.fromEntries(
    [...tricks, 'elsewhere', 'loket.evil.example', 'LOKET@evil', 'post'].map((one) => [one, 404]),
  )
  expect(got).toEqual({ ...expected, page: 200 })
})

test('a supervisor goes through the audit trail by keyboard: the day, whether the chain is whole, and nothing that a clerk may see', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const hendra = new Clerk(page)
  await hendra.signIn('Hendra Setiawan')
  await hendra.open('Kartu')
  await page.keyboard.press('Alt+Shift+j')
  await expect(hendra.heading('Jejak audit')).toBeVisible()
  await expect(page.getByRole('row', { name: /Membuka daftar/ }).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Rantai utuh: \d+ catatan/)).toBeVisible()
  await axeFindsNothing(page, 'Jejak audit')
  await page.screenshot({ path: 'out/audit-id-light.png' })
})
