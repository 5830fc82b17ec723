import { Clerk, screens } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

async function signedIn(kelurahan: Kelurahan): Promise<Clerk> {
  const { page } = await kelurahan.startDesk(1)
  const clerk = new Clerk(page)
  await clerk.signIn()
  return clerk
}

test('axe finds nothing before sign-in: nobody yet, a wrong password, another name, a computer not yet enrolled', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const { page } = await kelurahan.startDesk(1)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await axeFindsNothing(page, 'Masuk')
  await page.locator('input[type=password]').fill('bukan sandinya')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Kata sandi salah/)).toBeVisible()
  await axeFindsNothing(page, 'Masuk, wrong password')
  await page.getByRole('button', { name: 'Nama lain' }).click()
  await expect(page.getByLabel('Nama pengguna')).toBeVisible()
  await axeFindsNothing(page, 'Masuk, another name')

  const fresh = await kelurahan.startFreshDesk()
  await expect(fresh.page.getByLabel('Kode aktivasi')).toBeVisible()
  await axeFindsNothing(fresh.page, 'Aktivasi')
  await fresh.page.getByLabel('Kode aktivasi').fill('SALAH-KODE')
  await fresh.page.keyboard.press('Enter')
  await expect(fresh.page.getByRole('alert')).toBeVisible()
  await axeFindsNothing(fresh.page, 'Aktivasi, wrong code')
})

test('axe finds nothing on any screen, filled and empty', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  for (const screen of screens) {
    await clerk.open(screen)
    await axeFindsNothing(page, screen)
  }
  await clerk.open('Kartu')
  await page.getByPlaceholder('Saring daftar').fill('tidak ada orang ini')
  await expect(page.getByText('Tidak ada kartu yang cocok')).toBeVisible()
  await axeFindsNothing(page, 'Kartu, nothing found')
})

test('axe finds nothing in what a scan can say', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  const says = {
    elsewhere: 'Kartu ada di',
    'no-card-yet': 'Kartu belum dicetak',
    'not-ready': 'belum',
    'two-cards': 'Satu e-Kitir, 2 kartu',
    damaged: /Jangan serahkan|belum dapat diserahkan/,
  }
  for (const [note, words] of Object.entries(says)) {
    await clerk.findByNumber(kelurahan.kitirOf(note).kitirNumber)
    await expect(page.getByText(words).first()).toBeVisible()
    await axeFindsNothing(page, `Pindai, ${note}`)
  }
  await clerk.findByNumber('KNG-9999-000000')
  await expect(page.getByText('Pusat tidak mengenal kode ini')).toBeVisible()
  await axeFindsNothing(page, 'Pindai, unknown number')
})

test('axe finds nothing in a hand-over: wrong PIN, filled, done, already handed over', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  const kitir = kelurahan.kitir('ready')
  await clerk.openHandover(kitir)
  await axeFindsNothing(page, 'fresh')
  await clerk.typePin(kitir.pin === '000000' ? '111111' : '000000')
  await expect(page.getByText(/PIN salah/i).first()).toBeVisible()
  await axeFindsNothing(page, 'wrong PIN')
  await clerk.prepareHandover(kitir)
  await axeFindsNothing(page, 'ready to confirm')
  await clerk.confirm()
  await axeFindsNothing(page, 'done')
  await clerk.findByNumber(kitir.kitirNumber)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await axeFindsNothing(page, 'already handed over')
})

test('axe finds nothing while each kind of collector is filled in', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const clerk = await signedIn(kelurahan)
  const { page } = clerk
  for (const kitir of [
    kelurahan.kitir('ready'),
    kelurahan.kitir('ready', 'ktp-el', 1),
    kelurahan.kitir('ready', 'kia'),
  ]) {
    await clerk.openHandover(kitir)
    await page.getByText('Identitas tidak terlihat').click()
    const kinds = page.getByRole('radiogroup', { name: 'Pengambil' }).locator('label')
    for (let at = 0; at < (await kinds.count()); at++) {
      await kinds.nth(at).click()
      await axeFindsNothing(page, `${kitir.kind}, ${await kinds.nth(at).textContent()}`)
    }
  }
})
