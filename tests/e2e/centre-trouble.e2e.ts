import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Clerk } from '../fixtures/clerk.ts'
import type { LinkMood } from '../fixtures/link.ts'
import { expect, test } from './at-the-counter.ts'

/** What the status bar's explanation says first, by what is wrong between desk and centre. */
const troubles: readonly { mood: LinkMood; words: RegExp }[] = [
  { mood: 'error-500', words: /Pusat sedang bermasalah/ },
  { mood: 'html', words: /Jawaban jaringan bukan dari pusat/ },
  { mood: 'half', words: /Jawaban pusat terputus|Pusat tidak menjawab/ },
  { mood: 'cut', words: /tidak terjangkau/ },
  { mood: 'silent', words: /Pusat tidak menjawab/ },
]

for (const { mood, words } of troubles) {
  test(`a centre that is "${mood}": the desk says so in words, keeps working, and finds back`, async ({
    kelurahan,
  }) => {
    const { page } = await kelurahan.startDesk(1, { clip: null })
    const rini = new Clerk(page)
    await rini.signIn()
    await rini.open('Sinkronisasi')
    await expect(rini.button(/Sinkronkan sekarang/)).toBeVisible()
    await kelurahan.link().become(mood)
    // By its key, which also serves while a round that began by itself hangs on the line.
    await page.keyboard.press('F9')
    await expect(rini.status(/Luring/)).toBeVisible({ timeout: 45_000 })
    await rini.status(/Luring/).click()
    await expect(page.getByRole('dialog').getByText(words)).toBeVisible()
    await page.keyboard.press('Escape')

    await rini.openHandover(kelurahan.kitir('ready'))
    await kelurahan.link().restore()
    await rini.open('Sinkronisasi')
    await page.keyboard.press('F9')
    await expect(rini.status('Daring')).toBeVisible({ timeout: 45_000 })
  })
}

test('a proxy of the network that asks for a sign-in is told as that, with whom to ask, and work goes on', async ({
  kelurahan,
}) => {
  const proxy = createServer()
  proxy.on('connect', (_request, socket: Duplex) =>
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="kantor"\r\n\r\n'),
  )
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  // Chromium goes to this machine itself past any proxy, unless told otherwise.
  const flags = [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>']
  const { page } = await kelurahan.startDesk(1, { clip: null, flags })
  const rini = new Clerk(page)
  await rini.signIn()
  await expect(rini.status(/Luring/)).toBeVisible({ timeout: 45_000 })
  await rini.status(/Luring/).click()
  const explained = page.getByRole('dialog')
  await expect(explained).toContainText('Proksi jaringan meminta nama dan kata sandi')
  await expect(explained).toContainText('Minta admin jaringan membuka alamat pusat tanpa masuk proksi')
  await page.keyboard.press('Escape')
  await rini.openHandover(kelurahan.kitir('ready'))
  proxy.close()
})
