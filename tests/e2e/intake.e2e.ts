import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import { answer, beginApplication, choose, fillIn } from '../fixtures/intake-form.ts'
import { newbornOfAFamily } from '../scenes/family.ts'
import { lostKtp, owner } from '../scenes/lost-ktp.ts'
import { marriageInChurch } from '../scenes/marriage.ts'
import { moveOut, moveWithin } from '../scenes/moves.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('intake')

test('a lost KTP-el is filed with the letter of the police; its owner is known when the KK is asked for: by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  expect(await lostKtp(rini, looked)).toMatch(/^L-\d{10}-\d\d-000001$/)

  await beginApplication(rini, 'kk sobek', 'Cetak ulang KK karena rusak')
  await choose(page, 'applicantAs', '1')
  await answer(page, 'head.nik', owner.nik)
  await expect(page.locator('[data-about="head.kk"]')).toHaveValue(owner.kk)
  const name = page.locator('[data-about="head.name"]')
  await expect(name).toHaveValue(owner.name)
  // With another number they leave, as a twin's would.
  await page.locator('[data-about="head.nik"]').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace', likeFingers)
  await expect(name).toHaveValue('')
  await page.keyboard.type(owner.nik.slice(-1), likeFingers)
  await expect(name).toHaveValue(owner.name)
  await fillIn(rini, 'Cetak ulang KK karena rusak', { f102: 'a', 'old-kk': 'a' })
  await looked(page, 'known-person')
  await expect(page.getByText('Semua isian lengkap')).toBeVisible()
})

test('a draft outlives the lock and a killed program, and is gone on with from Beranda', async ({ kelurahan }) => {
  test.setTimeout(240_000)
  const first = await kelurahan.startDesk(1)
  const rini = new Clerk(first.page)
  await rini.signIn()
  await beginApplication(rini, 'ktp hilang', 'Cetak ulang KTP-el')
  await choose(first.page, 'applicantAs', '1')
  await choose(first.page, 'reason', '2')
  await answer(first.page, 'owner.nik', '3578015204900001')
  await answer(first.page, 'owner.kk', '3578010101190001')
  await first.page.keyboard.type('Dewi Lestari', likeFingers)
  await expect(first.page.getByText(/Draf tersimpan/)).toBeVisible()
  await first.killAll()

  const { page } = await kelurahan.startDesk(1)
  const again = new Clerk(page)
  await again.signIn()
  await expect(page.getByText('1 draf permohonan belum diajukan')).toBeVisible()
  await page.keyboard.press('Alt+2')
  const goOn = page.getByRole('button', { name: 'Lanjutkan' })
  await again.tabTo(goOn)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-about="owner.name"]')).toHaveValue('Dewi Lestari')
  await expect(page.locator('[data-about="reason"]').getByRole('radio', { name: /Rusak/ })).toBeChecked()
})

test('a newborn: birth, KK and KIA in one go, the people typed once, an e-Kitir each', async ({ kelurahan }) => {
  test.setTimeout(400_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const [first = ''] = await newbornOfAFamily(rini, looked)
  await page.keyboard.press('Alt+l')
  await expect(rini.heading('Permohonan')).toBeVisible()
  const detail = page.locator('#detail')
  await expect(detail).toContainText(first)
  await expect(detail.getByText('Diajukan bersama')).toBeVisible()
  await looked(page, 'applications')
})

test('a marriage in church and two moves, one of them with its KTP-el, by keyboard alone', async ({ kelurahan }) => {
  test.setTimeout(400_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const filed = [await marriageInChurch(rini, looked), await moveOut(rini, looked), ...(await moveWithin(rini, looked))]
  expect(filed.map((number) => number.slice(-6))).toEqual(['000001', '000002', '000003', '000004'])
})
