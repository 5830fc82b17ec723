import { Clerk } from '../fixtures/clerk.ts'
import { textOf } from '../printing/escpos-reader.ts'
import { expect, test } from './at-the-counter.ts'

test('a copy is printed once where its button is clicked twice in a hurry', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.handOver(kelurahan.kitir('ready'))
  await expect(page.getByText('Bukti dicetak')).toBeVisible()
  await rini.button('Cetak salinan').dblclick()
  await expect(page.getByText('Salinan ke-1 masuk antrean cetak')).toBeVisible()
  await rini.button('Lihat bukti').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cetak bukti' }).dblclick()
  await expect(page.getByText('SALINAN ke-2 masuk antrean cetak')).toBeVisible()
  await expect(page.getByText(/salinan ke-3/i)).toHaveCount(0)
  await kelurahan.printer().printed(3)
  expect(kelurahan.printer().jobs).toHaveLength(3)
})

test('with the printer off the hand-over is kept and says so; once it is on the receipt comes by itself', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  await kelurahan.printer().switchOff()
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.handOver(kitir)
  const receiptNumber = await rini.receiptNumber()
  await expect(page.getByText(/Bukti menunggu dicetak|Bukti belum tercetak/)).toBeVisible()
  await kelurahan.printer().switchOn()
  const [paper] = await kelurahan.printer().printed(1)
  expect(textOf(paper ?? Buffer.alloc(0)).join('\n')).toContain(receiptNumber)
  await expect(page.getByText('Bukti dicetak')).toBeVisible()
})

test('a printer without paper is told by name; with paper again the same receipt comes by itself', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  kelurahan.printer().behave('paper-out')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.handOver(kitir)
  const receiptNumber = await rini.receiptNumber()
  await expect(page.getByText('Kertas printer habis').first()).toBeVisible()
  kelurahan.printer().behave('good')
  const [paper] = await kelurahan.printer().printed(1)
  expect(textOf(paper ?? Buffer.alloc(0)).join('\n')).toContain(receiptNumber)
})

test('a printer that takes the job and never answers: the hand-over stands, the desk says that the paper must be looked at', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  kelurahan.printer().behave('stalled')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.handOver(kitir)
  await expect(page.getByText('Periksa kertas: bukti tercetak?')).toBeVisible({ timeout: 45_000 })
  await expect(page.getByText('Printer tidak menjawab').first()).toBeVisible()
})
