import { Clerk } from '../fixtures/clerk.ts'
import { textOf } from '../printing/escpos-reader.ts'
import { expect, test } from './at-the-counter.ts'

test('a card is handed over offline, from e-Kitir to receipt, then the centre and the other desk know', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  await kelurahan.show(kitir)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await kelurahan.link().cut()
  await rini.open('Sinkronisasi')
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.status(/Luring/)).toBeVisible({ timeout: 40_000 })

  await page.keyboard.press('F2')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
  await rini.prepareHandover(kitir)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
  const receiptNumber = await rini.receiptNumber()
  await expect(page.getByText('Bukti dicetak')).toBeVisible()
  const [paper] = await kelurahan.printer().printed(1)
  expect(textOf(paper ?? Buffer.alloc(0)).join('\n')).toContain(receiptNumber)
  await expect(rini.status(/Belum terkirim 1/)).toBeVisible()

  await kelurahan.link().restore()
  await rini.sync()
  await expect(rini.status('Daring')).toBeVisible()

  const second = await kelurahan.startDesk(2)
  const fauzi = new Clerk(second.page)
  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.findByNumber(kitir.kitirNumber)
  await expect(second.page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await expect(second.page.getByText(receiptNumber)).toBeVisible()
})
