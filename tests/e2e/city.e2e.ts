import type { Page } from '@playwright/test'
import { hour } from '../../server/simulate/calendar.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { typedMinute } from '../fixtures/typed-minute.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'
import { dewiAtSiola, registerOf, unitsOf } from './city-desk.ts'

async function openUnit(page: Page, name: string): Promise<void> {
  await expect(unitsOf(page)).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('textbox', { name: 'Saring kelurahan' })).toBeFocused()
  await page.keyboard.type(name, { delay: 60 })
  await page.keyboard.press('Tab')
  await expect(unitsOf(page)).toBeFocused()
  await expect(unitsOf(page).getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `Kelurahan ${name}` })).toBeVisible()
}

test('the Dinas sees the city by urgency, and by keyboard sends the cards of a kelurahan, whose desk sees them coming', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page).getByRole('option')).toHaveCount(153)
  await axeFindsNothing(page, 'Kota, kelurahan')
  await openUnit(page, 'Gading')
  const cards = page.getByRole('listbox', { name: 'Kartu di kelurahan ini' })
  await expect(cards).toBeFocused()
  await axeFindsNothing(page, 'Kota, one kelurahan')
  // At the speed of fingers: faster is a scanner.
  await page.keyboard.press('Space', { delay: 90 })
  await expect(cards.getByRole('option', { selected: true })).toHaveCount(1)
  await page.keyboard.press('ArrowDown', { delay: 90 })
  await page.keyboard.press('Space', { delay: 90 })
  await expect(cards.getByRole('option', { selected: true })).toHaveCount(2)
  await page.keyboard.press('Alt+k')
  const dialog = page.getByRole('dialog', { name: 'Kirim 2 kartu ke Kelurahan Gading' })
  await expect(dialog.getByLabel('Nama petugas pengirim')).toBeFocused()
  await axeFindsNothing(page, 'Kota, dispatch')
  await page.keyboard.type('Agus Prasetyo', { delay: 60 })
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Alt+p')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const said = page.getByText(
    /Pengiriman \d{4}\/BAK\/3578-DINAS-01\/\d{4} tercatat\. 2 kartu diumumkan ke Kelurahan Gading/,
  )
  await expect(said).toBeVisible()
  const number = (await said.textContent())?.match(/\d{4}\/BAK\/3578-DINAS-01\/\d{4}/)?.[0] ?? ''
  await axeFindsNothing(page, 'Kota, a parcel sent')
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('option', { name: new RegExp(number) })).toBeVisible()
  await axeFindsNothing(page, 'Kota, parcels of a kelurahan')
  await expect(page.getByRole('listbox', { name: 'Kiriman' })).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Alt+p')
  const manifest = page.getByRole('dialog', { name: /BERITA ACARA|Berita acara/ })
  await expect(manifest).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(manifest).toBeHidden()
  for (const [key, part] of [
    ['3', 'cases'],
    ['4', 'claims'],
    ['5', 'complaints'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`)
    // By the hour the simulated kelurahan has some or none.
    await expect(
      page
        .getByText(/^Tidak ada /)
        .or(page.getByRole('main').getByRole('option'))
        .first(),
    ).toBeVisible()
    await axeFindsNothing(page, `Kota, ${part} of a kelurahan`)
  }

  const desk = await kelurahan.startDesk(1)
  const rini = new Clerk(desk.page)
  await rini.signIn()
  await rini.sync()
  await desk.page.keyboard.press('Alt+6')
  await expect(desk.page.getByText(number)).toBeVisible()
})

test('cards are packed by scanning their labels, also when signing has begun; a label of no card in the queue is said', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const engine = await kelurahan.startDinas()
  await engine.until('app.status', {}, ({ connection }) => connection.state === 'online')
  const { units } = await engine.call('city.units', {})
  const { scope = '' } = units.find(({ name }) => name === 'Gading') ?? {}
  const queue = await engine.call('city.cards', { scope, states: ['printed', 'sorted'] })
  const [first, second] = queue.cards
  if (!first || !second) throw new Error('the simulator left no queue')
  await engine.stop()
  const { dewi, page } = await dewiAtSiola(kelurahan)
  await openUnit(page, 'Gading')
  const cards = page.getByRole('listbox', { name: 'Kartu di kelurahan ini' })
  await expect(cards.getByRole('option').first()).toHaveAttribute('aria-setsize', String(queue.total))
  await dewi.scanByUsb('LBL-BUKAN-DI-SINI')
  await expect(page.getByText('Label LBL-BUKAN-DI-SINI tidak ada dalam antrean kirim')).toBeVisible()
  await axeFindsNothing(page, 'Kota, a label of no card in the queue')
  await dewi.scanByUsb(second.labelCode)
  await expect(page.getByText(`Masuk kiriman: ${second.ownerName} · ${second.kitirNumber}`)).toBeVisible()
  await expect(cards.getByRole('option', { selected: true })).toHaveText(new RegExp(second.kitirNumber))
  await dewi.scanByUsb(second.labelCode)
  await expect(page.getByText(`Sudah masuk kiriman: ${second.ownerName}`)).toBeVisible()

  await page.keyboard.press('Alt+k')
  const dialog = page.getByRole('dialog', { name: /^Kirim 1 kartu/ })
  await expect(dialog.getByLabel('Nama petugas pengirim')).toBeFocused()
  await dewi.scanByUsb(first.labelCode)
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Penandatanganan dihentikan')).toBeVisible()
  await expect(cards.getByRole('option', { selected: true })).toHaveCount(2)
  await axeFindsNothing(page, 'Kota, signing broken off')
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('button', { name: `Kirim ke kelurahan (${queue.total})` })).toBeVisible()
})

test('an outage that the Dinas registers stops clocks at the kelurahan until she says that it is over', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const desk = await kelurahan.startDesk(1)
  const rini = new Clerk(desk.page)
  await rini.signIn()
  const stopped = desk.page.getByRole('button', { name: /^Berhenti \d+$/ })
  await rini.open('Komplain')
  await expect(stopped).toHaveText('Berhenti 1')

  const { dewi, page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page)).toBeFocused()
  await page.keyboard.press('Control+4')
  const register = registerOf(page)
  await expect(register).toBeFocused()
  await axeFindsNothing(page, 'Kota, the register of incidents')
  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Catat gangguan' })
  const source = dialog.getByLabel('Sumber, dengan kata-kata pusat')
  await dewi.write(dialog.getByLabel('Mulai'), 'kemarin')
  await dewi.tabAndWrite(source, 'Pemberitahuan Ditjen Dukcapil')
  await expect(dialog.getByText('Isi waktu mulai dan sumber')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Alt+n')
  await dewi.write(dialog.getByLabel('Mulai'), typedMinute(Date.now() - 2 * hour))
  await dewi.tabAndWrite(source, 'Pemberitahuan Ditjen Dukcapil')
  await expect(dialog.getByText(/Hitungan \d+ permohonan di \d+ kelurahan berhenti/)).toBeVisible()
  await axeFindsNothing(page, 'Kota, register an incident')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Tercatat di pusat.')).toBeVisible()
  const running = register.getByRole('option', { name: /Gangguan jaringan pusat.*Berlangsung/ })
  await expect(running).toBeVisible()
  await axeFindsNothing(page, 'Kota, an incident registered')

  await rini.sync()
  await rini.open('Komplain')
  await expect(stopped).toHaveText(/^Berhenti ([2-9]|\d\d+)$/)

  await expect(register).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const file = page.getByRole('dialog', { name: 'Gangguan jaringan pusat' })
  await expect(file.getByLabel('Selesai')).toBeFocused()
  await axeFindsNothing(page, 'Kota, one incident')
  await page.keyboard.press('Control+Enter')
  await expect(file).toBeHidden()
  await expect(running).toBeHidden()
  await rini.sync()
  await rini.open('Komplain')
  await expect(stopped).toHaveText('Berhenti 1')

  await expect(register).toBeFocused()
  await page.keyboard.press('Enter')
  await dewi.tabAndWrite(file.getByLabel('Alasan mencabut'), 'Salah catat')
  await page.keyboard.press('Alt+k')
  await expect(file).toBeHidden()
  await expect(register.getByRole('option', { name: /Dicabut/ })).toBeVisible()
})

test('without the centre nothing of the city is shown, but where one was and what was begun stays until the line is back', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { dewi, app, page, link } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page)).toBeFocused()
  await link.cut()
  await expect(page.getByText('Hanya daring')).toBeVisible({ timeout: 90_000 })
  await expect(unitsOf(page)).toBeHidden()
  await axeFindsNothing(page, 'Kota, offline')
  // A key for a part is not lost, and the part comes with the line.
  await page.keyboard.press('Control+4')
  await link.restore()
  await expect(registerOf(page)).toBeFocused({ timeout: 90_000 })

  await page.keyboard.press('Alt+n')
  const dialog = page.getByRole('dialog', { name: 'Catat gangguan' })
  await expect(dialog.getByLabel('Mulai')).toBeFocused()
  const source = dialog.getByLabel('Sumber, dengan kata-kata pusat')
  await dewi.tabAndWrite(source, 'Pemberitahuan Ditjen')
  await link.cut()
  await expect(dialog.getByText('Menunggu jaringan')).toBeVisible({ timeout: 90_000 })
  await axeFindsNothing(page, 'Kota, a form that waits for the network')
  await link.restore()
  await expect(dialog.getByText('Menunggu jaringan')).toBeHidden({ timeout: 90_000 })
  await expect(source).toHaveValue('Pemberitahuan Ditjen')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  // An engine that has just begun knows of no line, neither that it is there nor that it is gone.
  await link.become('silent')
  app.killEngine()
  await expect(page.getByText('Menghubungi pusat').first()).toBeVisible()
  await link.restore()
  await expect(registerOf(page)).toBeFocused({ timeout: 90_000 })
})

test('a desk of a kelurahan has no city in its menu, and F8 opens nothing', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1)
  const hendra = new Clerk(page)
  await hendra.signIn('Hendra Setiawan')
  await expect(page.getByRole('navigation').getByText('Kota')).toHaveCount(0)
  await page.keyboard.press('F8')
  await expect(hendra.heading('Yang perlu dikerjakan')).toBeVisible()
})
