import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import { mayMakeSmallDisk, smallDisk } from '../fixtures/small-disk.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { expect, test } from './at-the-counter.ts'

test('with the disk full nothing is handed over and the desk says what was kept; with room again the same press hands over once', async ({
  kelurahan,
}) => {
  test.skip(!mayMakeSmallDisk, 'needs root on Linux, to mount a small disk')
  using place = temporaryFolder('e2e-disk')
  const folder = join(place.path, 'disk')
  using disk = smallDisk(folder, 256)
  cpSync(kelurahan.desk(1).dataDir, folder, { recursive: true })
  const kitir = kelurahan.kitir('ready')
  const app = await kelurahan.startDesk(1, { clip: null, env: { LOKET_DATA_DIR: folder } })
  const rini = new Clerk(app.page)
  await rini.signIn()
  await rini.openHandover(kitir)
  await rini.prepareHandover(kitir)
  disk.fillUp()
  await rini.confirmButton().click()
  await expect(app.page.getByText('Ruang penyimpanan komputer penuh').first()).toBeVisible()
  await expect(app.page.getByText(/tindakan terakhir belum tersimpan/).first()).toBeVisible()
  disk.makeRoom()
  await rini.confirm()
  expect(await rini.receiptNumber()).toMatch(/^0001\/BST\//)
  await app.close()
})
