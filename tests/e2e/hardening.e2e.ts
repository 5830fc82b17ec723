import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './at-the-counter.ts'

test('the page has no Node, no file, no page of another host, no script that was not shipped', async ({
  kelurahan,
}) => {
  const { page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  const found = await page.evaluate(async () => {
    const fetched = (url: string) =>
      fetch(url).then(
        (answer) => String(answer.status),
        () => 'refused',
      )
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    return {
      node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window),
      isolated: crossOriginIsolated && isSecureContext,
      injected: 'injected' in window,
      file: await fetched('file:///etc/hostname'),
      outside: await fetched('app://loket/%2e%2e%2f%2e%2e%2fpackage.json'),
      malformed: await fetched('app://loket/%ff'),
      otherHost: await fetched('app://elsewhere/index.html'),
      internet: await fetched('https://example.com/'),
    }
  })
  expect(found).toEqual({
    node: [],
    isolated: true,
    injected: false,
    file: 'refused',
    outside: '404',
    malformed: '404',
    otherHost: 'refused',
    internet: 'refused',
  })
})

/** What a page would try, each as a person's click would do it, and what is noted of it. A file is stopped before anybody is asked. */
const waysOut = {
  "location.href = 'https://example.com/'": ['stopped https://example.com/'],
  "location.assign('file:///etc/hostname')": [],
  "location.href = 'app://loket/other.html'": ['stopped app://loket/other.html'],
  "Object.assign(document.createElement('a'), { href: 'https://example.com/link' }).click()": [
    'stopped https://example.com/link',
  ],
  "Object.assign(document.createElement('a'), { href: 'data:,x', download: 'x.txt' }).click()": ['stopped a download'],
}
const newWindows = [
  "window.open('https://example.com/') === null",
  'window.open(location.href) === null',
  "Object.assign(document.createElement('a'), { href: location.href, target: '_blank' }).click() === undefined",
]

test('the page has no way out: it goes nowhere, opens nothing and downloads nothing', async ({ kelurahan }) => {
  const { electron, page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await watchWays(electron)
  for (const code of newWindows) expect(await answer(electron, code), code).toBe(true)
  const expected: string[] = []
  for (const [code, ways] of Object.entries(waysOut)) {
    await attempt(electron, code)
    expected.push(...ways)
    await expect.poll(() => waysSeen(electron), code).toEqual(expected)
  }
  const shown = await electron.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().map((one) => [one.getTitle(), one.isMenuBarVisible()]),
    pages: webContents.getAllWebContents().map((one) => one.getURL()),
  }))
  expect(shown).toEqual({ windows: [['Loket', false]], pages: ['app://loket/index.html'] })
})

/** Notes what the page wants, and whether it was stopped, after the program had its say. */
function watchWays(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ BrowserWindow, session }) => {
    const ways: string[] = []
    Object.assign(globalThis, { ways })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-navigate', (event) => {
      ways.push(`${event.defaultPrevented ? 'stopped' : 'WENT'} ${event.url}`)
    })
    contents?.on('did-navigate', (_event, url) => {
      ways.push(`WENT TO ${url}`)
    })
    session.defaultSession.on('will-download', (event) => {
      ways.push(event.defaultPrevented ? 'stopped a download' : 'DOWNLOADED')
    })
  })
}

const waysSeen = (electron: ElectronApplication): Promise<string[]> =>
  electron.evaluate(() => [...((globalThis as { ways?: string[] }).ways ?? [])])

/** As after a click of a person. Nobody waits for it: Playwright would wait for a page that never comes. */
const attempt = (electron: ElectronApplication, code: string): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, text) => {
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text, true)
  }, code)

const answer = (electron: ElectronApplication, code: string): Promise<unknown> =>
  electron.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text, true),
    code,
  )

/** As in GeolocationPositionError. */
const permissionDenied = 1

/** Each asks for one thing as a page may, and says how it ended. */
const wishes = {
  camera: 'navigator.mediaDevices.getUserMedia({ video: true }).then((s) => s.getVideoTracks().length, (e) => e.name)',
  microphone: 'navigator.mediaDevices.getUserMedia({ audio: true }).then(() => true, (e) => e.name)',
  both: 'navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => true, (e) => e.name)',
  screen: 'navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => true, (e) => e.name)',
  place: 'new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(true), (e) => done(e.code)))',
  notifications: 'Notification.requestPermission()',
  clipboard: 'navigator.clipboard.readText().then(() => true, (e) => e.name)',
  midi: 'navigator.requestMIDIAccess().then(() => true, (e) => e.name)',
  usb: 'navigator.usb.requestDevice({ filters: [] }).then(() => true, (e) => e.name)',
  serial: 'navigator.serial.requestPort().then(() => true, (e) => e.name)',
  hid: 'navigator.hid.requestDevice({ filters: [] }).then((found) => found.length, (e) => e.name)',
}

test('the page may use the camera and nothing else', async ({ kelurahan }) => {
  // Without Chromium's flag that grants everything before the program is asked.
  const flags = ['--use-fake-device-for-media-stream']
  const { electron, page } = await kelurahan.startDesk(1, { clip: null, flags })
  await expect(page.locator('input[type=password]')).toBeVisible()
  const got: Record<string, unknown> = {}
  for (const [name, code] of Object.entries(wishes)) got[name] = await answer(electron, code)
  expect(got).toEqual({
    camera: 1,
    microphone: 'NotAllowedError',
    both: 'NotAllowedError',
    screen: 'NotAllowedError',
    place: permissionDenied,
    notifications: 'denied',
    clipboard: 'NotAllowedError',
    midi: 'NotAllowedError',
    usb: 'NotFoundError',
    serial: 'NotFoundError',
    hid: 0,
  })
})

test('a page from elsewhere gets no camera, though it runs in our program', async ({ kelurahan }) => {
  const flags = ['--use-fake-device-for-media-stream']
  const { electron, page } = await kelurahan.startDesk(1, { clip: null, flags })
  await expect(page.locator('input[type=password]')).toBeVisible()
  // The loopback counts as secure: a page of it has the question to ask.
  await using elsewhere = await servedPage('<title>elsewhere</title>')
  const got = await electron.evaluate(
    async ({ BrowserWindow }, { url, wish }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      await other.loadURL(url)
      const name = await other.webContents.executeJavaScript(wish, true)
      other.destroy()
      return name
    },
    { url: elsewhere.url, wish: wishes.camera },
  )
  expect([got, await answer(electron, wishes.camera)]).toEqual(['NotAllowedError', 1])
})

async function servedPage(html: string) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
