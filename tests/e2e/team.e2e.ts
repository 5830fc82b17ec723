import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

const slowly = { delay: 90 }

test('a mobile team takes two cards, gives one out on site and brings the other back, by keyboard alone and without a network', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const given = kelurahan.kitir('ready', 'ktp-el', 0)
  const brought = kelurahan.kitir('no-verifier', 'ktp-el')
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await kelurahan.link().cut()
  await page.keyboard.press('Alt+Shift+Digit4')
  await expect(rini.heading('Tim lapangan')).toBeVisible()
  await axeFindsNothing(page, 'mobile team, nothing out')
  const chosen = page.getByRole('list', { name: 'Yang dibawa' })
  for (const kitir of [given, brought]) {
    await rini.scanByUsb(kitir.labelCodes[0] ?? '')
    await expect(chosen.getByText(kitir.ownerName)).toBeVisible()
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('#team-carrier')).toBeFocused()
  await page.keyboard.type('Joko Susilo', slowly)
  await page.keyboard.press('Alt+T')
  await expect(page.getByText('Siap dibawa')).toBeVisible()
  await axeFindsNothing(page, 'mobile team, ready to go')
  await page.keyboard.press('Control+Enter')
  const out = page.getByRole('region', { name: 'Sedang dibawa' })
  await expect(out.getByRole('checkbox', { name: `${given.ownerName}, dibawa Joko Susilo` })).toBeVisible()
  await expect(page.getByText('2 kartu sedang dibawa tim')).toBeVisible()
  await axeFindsNothing(page, 'mobile team, two out')

  await rini.openHandover(given)
  await expect(page.getByText('Dibawa tim lapangan')).toBeVisible()
  await rini.prepareHandover(given)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Kartu sudah diserahkan')).toBeVisible()

  await page.keyboard.press('Alt+Shift+Digit4')
  await expect(page.getByText('1 kartu sedang dibawa tim')).toBeVisible()
  await rini.tabTo(out.getByRole('checkbox'))
  await page.keyboard.press('Space', slowly)
  await page.keyboard.press('Alt+K')
  await expect(page.getByText('Tidak ada kartu yang dibawa tim')).toBeVisible()
  await rini.openHandover(brought)
  await expect(page.getByText('Ambil kartu di')).toBeVisible()

  await kelurahan.link().restore()
  await rini.sync()
  await expect(rini.status(/perlu tindakan/)).toHaveCount(0)
})
