import { Clerk } from '../fixtures/clerk.ts'
import { freePort } from '../fixtures/free-port.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

/**
 * Both desks know each other's keys, and look for each other. The packed program does so on the networks of the machine, which need be none of an office: it is
 * given the other's address.
 */
async function joinByLan(kelurahan: Kelurahan): Promise<void> {
  const ports = [await freePort(), await freePort()] as const
  for (const [number, person, port, other] of [
    [1, 'rini', ports[0], ports[1]],
    [2, 'fauzi', ports[1], ports[0]],
  ] as const) {
    const engine = await kelurahan.startDeskAtLine(number, person)
    await engine.call('sync.now', {})
    const addresses = packagedProgram === null ? [] : [`127.0.0.1:${other}`]
    await engine.call('settings.save', { lan: { on: true, find: true, port, addresses } })
    await engine.stop()
  }
}

test('while the internet is down, the second desk is refused at once and names the receipt of the first; without each other they say so', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  await joinByLan(kelurahan)
  const desks = [await kelurahan.startDesk(1), await kelurahan.startDesk(2)] as const
  const [rini, fauzi] = [new Clerk(desks[0].page), new Clerk(desks[1].page)]
  await rini.signIn()
  await fauzi.signIn('Ahmad Fauzi')
  for (const [at, clerk] of [rini, fauzi].entries()) {
    await kelurahan.link(at + 1).cut()
    await expect(clerk.status(/Luring/)).toBeVisible({ timeout: 40_000 })
    await expect(clerk.status(/terhubung \(1\)/)).toBeVisible({ timeout: 40_000 })
  }
  const [kitir, another] = [kelurahan.kitir('ready'), kelurahan.kitir('ready', 'ktp-el', 1)]

  await rini.openHandover(another)
  await fauzi.findByNumber(another.kitirNumber)
  await expect(fauzi.page.getByText('Sedang diserahkan di loket 01')).toBeVisible()
  await axeFindsNothing(fauzi.page, 'a card that is being handed over at another desk')
  await rini.page.keyboard.press('Escape')
  await expect(fauzi.page.getByText('Sedang diserahkan di loket 01')).toBeHidden({ timeout: 20_000 })

  await rini.handOver(kitir)
  const receiptNumber = await rini.receiptNumber()
  await fauzi.findByNumber(kitir.kitirNumber)
  await expect(fauzi.page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await expect(fauzi.page.getByText('Diserahkan di loket 01, menunggu pusat')).toBeVisible()
  await expect(fauzi.page.getByText(`Bukti ${receiptNumber}`)).toBeVisible()
  await expect(fauzi.button(/Batalkan serah terima/)).toBeHidden()
  await axeFindsNothing(fauzi.page, 'a card that another desk handed over')
  await expect(fauzi.status(/Belum terkirim 0/)).toBeVisible()

  await fauzi.open('Pengaturan')
  await expect(fauzi.page.getByRole('heading', { name: 'Loket lain di kantor ini' })).toBeVisible()
  await axeFindsNothing(fauzi.page, 'Pengaturan, the other desks')

  await desks[0].close()
  await expect(fauzi.status(/tidak terlihat sejak/)).toBeVisible({ timeout: 40_000 })
  await fauzi.open('Sinkronisasi')
  await expect(fauzi.page.getByText('Loket 01', { exact: true })).toBeVisible()
  await axeFindsNothing(fauzi.page, 'Sinkronisasi, the other desk not seen')
  await fauzi.findByNumber(another.kitirNumber)
  await expect(fauzi.page.getByText(/Loket 01 tidak terlihat sejak .* tanyakan dahulu/)).toBeVisible()
  await axeFindsNothing(fauzi.page, 'a hand-over while the other desk is not seen')
  await fauzi.page.screenshot({ path: test.info().outputPath('other-desk-not-seen.png') })
})
