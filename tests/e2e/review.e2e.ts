import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const slowly = { delay: 90 }

test('a card given without the face is on the list of a supervisor, who looks at it by keyboard alone; the centre follows', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const kitir = kelurahan.kitir('ready')
  const first = await kelurahan.startDesk(1)
  const rini = new Clerk(first.page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  await rini.tabTo(first.page.getByRole('checkbox', { name: 'Identitas tidak terlihat' }))
  await first.page.keyboard.press('Space', slowly)
  await rini.checkPapers()
  await rini.sign()
  await first.page.keyboard.press('Control+Enter')
  await expect(first.page.locator('#handover-identity')).toBeFocused()
  await first.page.keyboard.type('Wajah terluka, dikenal RT', slowly)
  await first.page.keyboard.press('Control+Enter')
  await expect(first.page.getByText('Kartu sudah diserahkan')).toBeVisible()
  await expect(rini.status(/Belum terkirim 0/)).toBeVisible()

  const { page } = await kelurahan.startDesk(2)
  const hendra = new Clerk(page)
  await hendra.signIn('Hendra Setiawan')
  await expect(page.getByText(/serah terima ditandai menunggu ditinjau/)).toBeVisible()
  await page.keyboard.press('Shift+F9')
  await expect(hendra.heading('Perlu ditinjau')).toBeVisible()
  const rows = page.getByRole('list', { name: 'Perlu ditinjau' }).getByRole('listitem')
  const ours = rows.filter({ hasText: kitir.ownerName })
  await expect(ours).toContainText('Identitas tidak dicocokkan')
  await expect(page.locator('button[data-review]').first()).toBeFocused()
  await axeFindsNothing(page, 'to be reviewed')
  await hendra.tabTo(ours.getByRole('button'))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Perlu ditinjau' })
  await expect(dialog.getByText('Wajah terluka, dikenal RT')).toBeVisible()
  await expect(dialog.getByLabel('Catatan (boleh kosong)')).toBeFocused()
  await axeFindsNothing(page, 'reviewing a hand-over')
  const left = (await rows.count()) - 1
  await page.keyboard.type('Sudah ditanyakan ke RT', slowly)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(ours).toHaveCount(0)
  await expect(rows).toHaveCount(left)
  await axeFindsNothing(page, 'after a review')
  await expect(hendra.status(/Belum terkirim 0/)).toBeVisible()
  await expect(hendra.status(/perlu tindakan/)).toHaveCount(0)
})
