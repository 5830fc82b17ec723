import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('an e-Kitir whose signature was tampered with is refused before the camera, and its card is not opened', async ({
  kelurahan,
}) => {
  const forged = kelurahan.kitirOf('broken-signature')
  await kelurahan.show(forged)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await page.keyboard.press('F2')
  await expect(page.getByText('e-Kitir ini tidak sah')).toBeVisible()
  await expect(page.getByText(/Jangan serahkan kartu; hubungi pengawas/)).toBeVisible()
  await expect(rini.heading('Pindai')).toBeVisible()
})

/** What else may be before the scanner, and what is said of it. */
const somethingElse = {
  'a shopping code': ['8998866200578', 'Kode 13 karakter ini milik hal lain'],
  'SQL in it': ["KNG'; DROP TABLE card; --", 'Kode 25 karakter ini milik hal lain'],
  'control characters': ['KNG-2611\u0007\u001b[2J-048213', 'Kode berisi tanda yang tidak ada di e-Kitir'],
  '10 000 characters': ['K'.repeat(10_000), 'Kode berisi 10000 karakter'],
} as const

test('a code of something else is told in words, whatever it holds, and the next e-Kitir opens its card', async ({
  kelurahan,
}) => {
  const { page } = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(page)
  await rini.signIn()
  for (const [name, [code, words]] of Object.entries(somethingElse)) {
    await rini.open('Kartu')
    await rini.scanByUsb(code)
    await expect(page.getByText(words).first(), name).toBeVisible()
  }
  const kitir = kelurahan.kitir('ready')
  await rini.scanByUsb(kitir.code)
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
})

test('a picture without a code and a file that is none are told apart', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Pindai')
  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.getByLabel('Pilih gambar berisi kode QR').setInputFiles({ name, mimeType, buffer })
  await choose(
    'kosong.png',
    'image/png',
    Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 9, height: 9 } })),
  )
  await expect(page.getByText('Tidak ada kode QR di gambar itu')).toBeVisible()
  await choose('rusak.png', 'image/png', Buffer.from('bukan gambar'))
  await expect(page.getByText('Gambar itu tidak dapat dibaca')).toBeVisible()
})

test('a NIK with letters is said to be none, and the card stays where it is', async ({ kelurahan }) => {
  const kitir = kelurahan.kitir('ready')
  const { page } = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.enterPin(kitir.pin)
  await page.keyboard.press('Control+3')
  await page.locator('#handover-nik').fill('35781O1003A60001')
  await expect(page.getByText('NIK 16 angka')).toBeVisible()
  // Not yet allowed is grey and still answers: it leads to what is missing.
  await rini.confirmButton().click({ force: true })
  await expect(page.locator('#handover-name')).toBeFocused()
  await expect(page.getByText('Kartu sudah diserahkan')).toBeHidden()
})
