import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('five wrong PINs lock the card, also after the program was started again; a supervisor at the desk opens it', async ({
  kelurahan,
}) => {
  const kitir = kelurahan.kitir('ready')
  const wrong = kitir.pin === '000000' ? '111111' : '000000'
  const app = await kelurahan.startDesk(1)
  const rini = new Clerk(app.page)
  await rini.signIn()
  await rini.openHandover(kitir)
  for (const left of [4, 3, 2, 1]) {
    await rini.typePin(wrong)
    await expect(app.page.getByText(`PIN salah. Sisa percobaan: ${left}.`)).toBeVisible()
  }
  await rini.typePin(wrong)
  await expect(app.page.getByText('PIN terkunci setelah 5 kali salah.')).toBeVisible()
  await app.close()

  const again = await kelurahan.startDesk(1)
  const clerk = new Clerk(again.page)
  await clerk.signIn()
  await clerk.openHandover(kitir)
  await expect(again.page.getByText('PIN terkunci setelah 5 kali salah.')).toBeVisible()
  await clerk.button('Minta pengawas').click()
  await again.page.getByLabel('Alasan tanpa PIN').fill('Warga lupa PIN, wajah cocok')
  await again.page.getByLabel('Nama pengguna pengawas').fill('hendra')
  await again.page.getByLabel('Kata sandi pengawas').fill(password)
  await clerk.button('Izinkan').click()
  await expect(again.page.getByText(/Tanpa PIN, izin Hendra/)).toBeVisible()
  await clerk.checkPapers()
  await clerk.sign()
  await clerk.confirm()
})
