import { existsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeKeyFile } from '../fixtures/city.ts'
import { mayMakeSmallDisk, smallDisk } from '../fixtures/small-disk.ts'
import { expect, test } from './at-the-counter.ts'

test('a database file cut short: a clear screen says what is wrong and what to do', async ({ kelurahan }) => {
  const file = join(kelurahan.desk(1).dataDir, 'loket.db')
  truncateSync(file, Math.floor(statSync(file).size / 2))
  const { page } = await kelurahan.startDesk(1)
  await expect(page.getByText('Loket tidak dapat membuka datanya')).toBeVisible()
  await expect(page.getByText(/LKT-702/)).toBeVisible()
})

test('a key that is not the key of this database: told apart from damage', async ({ kelurahan }) => {
  writeKeyFile(kelurahan.desk(1).dataDir)
  const { page } = await kelurahan.startDesk(1)
  await expect(page.getByText('Loket tidak dapat membuka datanya')).toBeVisible()
  await expect(page.getByText('Kunci data tidak cocok')).toBeVisible()
})

test('garbage where the database was: a clear screen, and nothing is overwritten', async ({ kelurahan }) => {
  const file = join(kelurahan.desk(1).dataDir, 'loket.db')
  writeFileSync(file, 'garbage '.repeat(4096))
  const { page } = await kelurahan.startDesk(1)
  await expect(page.getByText('Loket tidak dapat membuka datanya')).toBeVisible()
  expect(statSync(file).size).toBe(32_768)
})

test('a full disk at the very first start: a window opens and says so, and there is no key without a place', async ({
  kelurahan,
}) => {
  test.skip(!mayMakeSmallDisk, 'needs root on Linux, to mount a small disk')
  const { dataDir } = kelurahan.desk(1)
  // Lies over the folder of the desk, and is empty like that of a new computer.
  using disk = smallDisk(dataDir, 1)
  disk.fillUp()
  const desk = await kelurahan.startDesk(1)
  await expect(desk.page.getByText('Ruang penyimpanan komputer penuh')).toBeVisible()
  await expect(desk.page.getByText('Kosongkan ruang penyimpanan, lalu buka Loket lagi.')).toBeVisible()
  expect(existsSync(join(dataDir, 'keys.json'))).toBe(false)
  await desk.close()
})
