import type { Page } from '@playwright/test'
import type { Kitir } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const labelOf = ({ labelCodes }: Kitir, at = 0) => labelCodes[at] ?? ''

test('the label of the card in hand is held against the e-Kitir: another card is refused aloud and never given', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const kitir = kelurahan.kitir('ready')
  const other = kelurahan.kitir('ready', 'kia')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.prepareHandover(kitir)

  await rini.scanByUsb(labelOf(other))
  const refusal = page.getByRole('alert').filter({ hasText: 'Kartu salah: jangan diserahkan' })
  await expect(refusal).toContainText('pemilik, jenis kartu, nomor e-Kitir')
  await expect(refusal).toContainText(other.ownerName)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Tinggal label kartu')).toBeVisible()
  await expect(refusal).toBeFocused()
  await axeFindsNothing(page, 'the label of another card')

  await rini.scanByUsb(labelOf(kitir))
  await expect(page.getByText('Label cocok dengan e-Kitir')).toBeVisible()
  await expect(page.getByText('PIN cocok')).toBeVisible()
  await expect(page.getByText('Semua syarat terpenuhi')).toBeVisible()
  await axeFindsNothing(page, 'the own label, all seen')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
})

test('a card that is opened by its own label has it checked already, and the other card of the e-Kitir comes next', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const kitir = kelurahan.kitir('two-cards', 'kia')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.scanByUsb(labelOf(kitir, 1))
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText('Label cocok dengan e-Kitir')).toBeVisible()
  await rini.prepareHandover(kitir)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
  await expect(rini.button(/Serahkan juga KIA/)).toBeFocused()
  await axeFindsNothing(page, 'another card of the e-Kitir is ready')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Pindai label kartu untuk memastikan')).toBeVisible()
})

async function givenToProxy(rini: Clerk, kitir: Kitir): Promise<void> {
  const { page } = rini
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  await page.keyboard.press('Control+3')
  const enter = (field: string, text: string) => rini.tabAndWrite(page.locator(`#handover-${field}`), text)
  await enter('name', 'Slamet Riyadi')
  await enter('nik', '3578010202800009')
  await enter('letter', '01/SK/2026')
  await enter('letter-date', '20-11-2026')
  if (await page.locator('#handover-police').isVisible()) {
    await enter('police', 'SKTLK/1')
    await enter('police-date', '20-11-2026')
    await enter('police-station', 'Polsek Tambaksari')
  }
  await rini.checkPapers()
  await rini.sign()
}

test('who collects for a fourth household in a day is warned about with times and receipts, and the clerk goes on with a reason', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await kelurahan.link().cut()
  for (const index of [0, 1, 2]) {
    await givenToProxy(rini, kelurahan.kitir('ready', 'ktp-el', index))
    await rini.confirm()
  }
  await givenToProxy(rini, kelurahan.kitir('ready', 'ktp-el', 3))
  const warning = page.getByRole('region', { name: 'Perlu diperhatikan' })
  await expect(warning).toContainText('Orang ini sudah mengambil untuk 3 KK lain hari ini.')
  await expect(warning.getByRole('listitem')).toHaveCount(3)
  await expect(warning.getByRole('listitem').first()).toContainText(/\d\d\.\d\d · 0001\/BST\/.* · 3578\*{8}/)
  await expect(page.getByText('Tinggal alasan tetap diserahkan')).toBeVisible()
  await axeFindsNothing(page, 'too many pick-ups')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#handover-doubt')).toBeFocused()
  await page.keyboard.type('Ketua RT, warga sakit', { delay: 90 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
})

test('a face that cannot be compared: the owner gets the card with the reason, by keyboard', async ({ kelurahan }) => {
  test.setTimeout(180_000)
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  await rini.tabTo(page.getByRole('checkbox', { name: 'Identitas tidak terlihat' }))
  await page.keyboard.press('Space', { delay: 90 })
  await expect(page.getByRole('checkbox', { name: 'Wajah sesuai foto kartu' })).toHaveCount(0)
  await rini.checkPapers()
  await rini.sign()
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#handover-identity')).toBeFocused()
  await page.keyboard.type('Wajah terluka, dikenal RT', { delay: 90 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()
})

/** Everything that is left goes back to the Dinas, with who takes it there. */
async function returnTheRest(page: Page, left: number): Promise<void> {
  await page.keyboard.press('Control+a')
  await expect(page.getByText(`${left} kartu lama ditandai`)).toBeVisible()
  await page.keyboard.press('Alt+K')
  const dialog = page.getByRole('dialog', { name: 'Kembalikan kartu lama ke Dinas' })
  for (const [field, name] of [
    ['Saksi pertama', 'Agus Salim'],
    ['Saksi kedua', 'Siti Aminah'],
    ['Yang menerima di Dinas', 'Bambang Sutrisno'],
  ] as const) {
    await expect(dialog.getByLabel(field, { exact: true })).toBeFocused()
    await page.keyboard.type(name, { delay: 90 })
    if (field === 'Yang menerima di Dinas') await axeFindsNothing(page, 'returning old cards')
    await page.keyboard.press('Enter')
  }
  await expect(dialog).toBeHidden()
  const paper = page.getByRole('dialog')
  await expect(paper.getByRole('img', { name: /1 dari/ })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()
  await expect(page.getByText(`${left} keping dikembalikan`)).toBeVisible()
}

test('the old card that was withdrawn lies in the drawer, and leaves it with a berita acara, by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await kelurahan.link().cut()
  await rini.handOver(kelurahan.kitir('ready'))
  const receiptNumber = await rini.receiptNumber()
  await page.keyboard.press('Alt+Shift+Digit5')
  await expect(rini.heading('Kartu lama')).toBeVisible()
  const drawer = page.getByRole('region', { name: 'Laci kartu lama' })
  const boxes = drawer.getByRole('checkbox')
  await expect(boxes.first()).toBeFocused()
  const held = await boxes.count()
  await axeFindsNothing(page, 'old cards')

  const ours = drawer.getByRole('checkbox', { name: new RegExp(receiptNumber) })
  await page.keyboard.press('End')
  await expect(ours).toBeFocused()
  // At the speed of fingers: faster is a scanner.
  await page.keyboard.press('Space', { delay: 90 })
  await page.keyboard.press('ArrowUp', { delay: 90 })
  await page.keyboard.press('Space', { delay: 90 })
  await expect(page.getByText('2 kartu lama ditandai')).toBeVisible()
  await page.keyboard.press('Alt+M')
  const dialog = page.getByRole('dialog', { name: 'Musnahkan kartu lama' })
  await expect(dialog.getByLabel('Saksi pertama', { exact: true })).toBeFocused()
  await axeFindsNothing(page, 'destroying old cards')
  await page.keyboard.type('Agus Salim', { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Saksi kedua', { exact: true })).toBeFocused()
  await page.keyboard.type('Siti Aminah', { delay: 90 })
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const paper = page.getByRole('dialog')
  await expect(paper.getByRole('img', { name: /1 dari/ })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(paper).toBeHidden()
  await expect(boxes).toHaveCount(held - 2)
  await expect(ours).toHaveCount(0)
  await expect(page.getByText(/0001\/BAM\/3578101003-01/).first()).toBeVisible()
  await expect(page.getByText('2 keping dimusnahkan')).toBeVisible()
  await axeFindsNothing(page, 'old cards, a berita acara in the list')

  await returnTheRest(page, held - 2)
  await expect(page.getByText('Laci kartu lama kosong')).toBeVisible()
  await expect(page.getByText(/0002\/BAM\/3578101003-01/).first()).toBeVisible()
  await axeFindsNothing(page, 'old cards, an empty drawer')

  await kelurahan.link().restore()
  await rini.sync()
  const second = await kelurahan.startDesk(2)
  const fauzi = new Clerk(second.page)
  await fauzi.signIn('Ahmad Fauzi')
  await second.page.keyboard.press('Alt+Shift+Digit5')
  await expect(second.page.getByText(/0001\/BAM\/3578101003-01/).first()).toBeVisible()
})
