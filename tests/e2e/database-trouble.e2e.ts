import { statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeKeyFile } from '../fixtures/city.ts'
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
