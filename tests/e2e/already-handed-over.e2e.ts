import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('a card handed over here says when, to whom and by whom, and a double click made one hand-over', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.prepareHandover(kitir)
  await rini.confirmButton().dblclick()
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
  const receiptNumber = await rini.receiptNumber()
  expect(receiptNumber).toMatch(/^0001\/BST\//)

  await rini.findByNumber(kitir.kitirNumber)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await expect(page.getByText(`kepada ${kitir.ownerName}`).first()).toBeVisible()
  await expect(page.getByText(receiptNumber).first()).toBeVisible()
  await kelurahan.printer().printed(1)
  expect(kelurahan.printer().jobs).toHaveLength(1)
})

test('two desks without a network hand over one card: both keep their receipt, and both are told of the conflict', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  const desks = [await kelurahan.startDesk(1), await kelurahan.startDesk(2)] as const
  const [rini, fauzi] = [new Clerk(desks[0].page), new Clerk(desks[1].page)]
  await rini.signIn()
  await fauzi.signIn('Ahmad Fauzi')
  for (const number of [1, 2]) await kelurahan.link(number).cut()
  for (const clerk of [rini, fauzi]) {
    await expect(clerk.status(/Luring/)).toBeVisible({ timeout: 40_000 })
    await clerk.handOver(kitir)
  }
  for (const [number, clerk] of [
    [1, rini],
    [2, fauzi],
  ] as const) {
    await kelurahan.link(number).restore()
    await clerk.open('Sinkronisasi')
    await clerk.button(/Sinkronkan sekarang/).click()
    await expect(clerk.status(/Belum terkirim 0/)).toBeVisible()
  }
  await expect(fauzi.page.getByText(kitir.ownerName).first()).toBeVisible()
  await rini.button(/Sinkronkan sekarang/).click()
  await expect(rini.page.getByText(/dua kali|bentrok|konflik/i).first()).toBeVisible()
})
