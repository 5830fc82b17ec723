import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import { vastPng } from '../fixtures/vast-png.ts'
import { expect, test } from './at-the-counter.ts'

test('a picture of an e-Kitir is read from a file and from the clipboard, and one that cannot be read is told', async ({
  kelurahan,
}) => {
  test.setTimeout(180_000)
  const kitir = kelurahan.kitir('ready')
  const { page, electron } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await rini.open('Pindai')
  await expect(page.getByText('tempel gambar atau kode')).toBeVisible()
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('Pilih gambar berisi kode QR').setInputFiles({ name, mimeType: 'image/png', buffer })

  const cannotBeRead = page.getByText('Gambar itu tidak dapat dibaca')
  for (const file of [Buffer.from('this is no picture'), vastPng(20_000), vastPng(30_000)]) {
    await choose('bukan.png', file)
    await expect(cannotBeRead).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(cannotBeRead).toBeHidden()
  }
  await choose('halaman.png', vastPng(12_000))
  await expect(page.getByText('Tidak ada kode QR di gambar itu')).toBeVisible({ timeout: 60_000 })

  const png = readFileSync(join(kelurahan.city.folder, kelurahan.city.kitirFolder, kitir.png))
  await choose('kitir.png', png)
  await expect(rini.heading('Serah terima')).toBeVisible()

  await rini.open('Pindai')
  const field = page.getByLabel('Kode tidak terbaca? Ketik nomor kitir')
  await field.fill(kitir.kitirNumber)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+X')
  await rini.button('Cermin').focus()
  await page.keyboard.press('Control+V')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()

  // A citizen's forwarded screenshot: a picture, not its text.
  await rini.open('Pindai')
  await electron.evaluate(({ clipboard, nativeImage }, picture) => {
    clipboard.clear()
    // Electron's own types are ahead of the stand-in that runs here: its newer way is another one.
    const write: unknown = Reflect.get(clipboard, 'writeImage')
    if (typeof write !== 'function') throw new Error('this Electron puts pictures on the clipboard in another way')
    write.call(clipboard, nativeImage.createFromBuffer(Buffer.from(picture, 'base64')))
  }, png.toString('base64'))
  await rini.button('Cermin').focus()
  await page.keyboard.press('Control+V')
  await expect(rini.heading('Serah terima')).toBeVisible()
  await expect(page.getByText(kitir.ownerName).first()).toBeVisible()
})
