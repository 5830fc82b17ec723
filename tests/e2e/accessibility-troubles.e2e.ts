import { statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

test('axe finds nothing while things wait: offline, an act not sent, a receipt not printed', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('ready')
  await kelurahan.printer().switchOff()
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await kelurahan.link().cut()
  await rini.handOver(kitir)
  await expect(page.getByText(/Bukti menunggu dicetak|Bukti belum tercetak/)).toBeVisible()
  await axeFindsNothing(page, 'done, not printed')
  await rini.open('Sinkronisasi')
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
  await axeFindsNothing(page, 'Sinkronisasi, an act and a receipt wait')
  await rini.open('Beranda')
  await axeFindsNothing(page, 'Beranda, an act waits')
  await rini.open('Kartu')
  await axeFindsNothing(page, 'Kartu, offline')
})

test('axe finds nothing where two desks gave out one card: Sinkronisasi, Beranda, the card', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('ready')
  const clerks: Clerk[] = []
  for (const [number, name] of [
    [1, 'Rini Wulandari'],
    [2, 'Ahmad Fauzi'],
  ] as const) {
    const { page } = await kelurahan.startDesk(number)
    const clerk = new Clerk(page)
    await clerk.signIn(name)
    await kelurahan.link(number).cut()
    await clerk.handOver(kitir)
    clerks.push(clerk)
  }
  const [rini, fauzi] = clerks as [Clerk, Clerk]
  await kelurahan.link(1).restore()
  await rini.open('Sinkronisasi')
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.status('Daring')).toBeVisible({ timeout: 45_000 })
  await kelurahan.link(2).restore()
  await fauzi.open('Sinkronisasi')
  await fauzi.button(/Sinkronkan sekarang/).click()
  await expect(fauzi.page.getByText(/dua kali|dua meja|Bentrok/i).first()).toBeVisible({ timeout: 45_000 })
  await axeFindsNothing(fauzi.page, 'Sinkronisasi, a conflict')
  await fauzi.open('Beranda')
  await axeFindsNothing(fauzi.page, 'Beranda, a conflict')
  await fauzi.findByNumber(kitir.kitirNumber)
  await expect(fauzi.page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await axeFindsNothing(fauzi.page, 'the card, contested')
})

test('axe finds nothing without a camera, without an engine, and without data', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const app = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(app.page)
  await rini.signIn()
  await app.page.keyboard.press('F2')
  await expect(app.page.getByText('Kamera tidak ditemukan').first()).toBeVisible()
  await axeFindsNothing(app.page, 'Pindai, no camera')
  const letGo = await app.holdEngine()
  await expect(app.page.getByText('Mesin data dimulai ulang')).toBeVisible()
  await axeFindsNothing(app.page, 'the engine starts again')
  letGo()
  await app.close()

  const file = join(kelurahan.desk(2).dataDir, 'loket.db')
  truncateSync(file, Math.floor(statSync(file).size / 2))
  const broken = await kelurahan.startDesk(2)
  await expect(broken.page.getByText('Loket tidak dapat membuka datanya')).toBeVisible()
  await axeFindsNothing(broken.page, 'a damaged database')
})

test('axe finds nothing while a new computer takes its first copy over a slow line', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const code = await kelurahan.enrolmentCode()
  const { page } = await kelurahan.startFreshDesk()
  await page.getByLabel('Kode aktivasi').fill(code)
  await kelurahan.link().become('slow')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Menyalin data unit ini').first()).toBeVisible({ timeout: 60_000 })
  await axeFindsNothing(page, 'first copy')
})
