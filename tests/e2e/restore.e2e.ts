import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { keyFileName } from '#shared/contract/shell/key-file.ts'
import { password, writeKeyFile } from '../fixtures/city.ts'
import { Clerk, likeFingers } from '../fixtures/clerk.ts'
import type { DeskApp } from '../fixtures/desk-app.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { packagedProgram } from '../fixtures/packaged.ts'
import { root } from '../fixtures/root.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('restore')

const fileOf = (kelurahan: Kelurahan) => join(kelurahan.desk(1).dataDir, 'loket.db')

/** Rini hands a card over that the centre does not hear of. */
async function anUnsentAct(kelurahan: Kelurahan): Promise<DeskApp> {
  const desk = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(desk.page)
  await rini.signIn()
  await kelurahan.link().cut()
  await rini.handOver(kelurahan.kitir('ready'))
  await expect(rini.status(/Belum terkirim 1/)).toBeVisible()
  return desk
}

/** The desk works as before: the card is given out, and what waited is sent when the line is back. */
async function worksAgain(kelurahan: Kelurahan, page: Page): Promise<void> {
  const rini = new Clerk(page)
  await rini.signIn()
  await expect(rini.status(/Belum terkirim 1/)).toBeVisible()
  await endsTheDay(kelurahan, rini)
}

async function endsTheDay(kelurahan: Kelurahan, rini: Clerk): Promise<void> {
  await rini.findByNumber(kelurahan.kitir('ready').kitirNumber)
  await expect(rini.page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await kelurahan.link().restore()
  await rini.sync()
}

test('a supervisor puts a backup back by keyboard; what was handed over since waits still, and is sent', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1, { clip: null })
  const hendra = new Clerk(page)
  await hendra.signIn('Hendra Setiawan')
  await hendra.open('Pengaturan')
  await hendra.tabTo(hendra.button('Cadangkan sekarang'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cadangan selesai dan sudah diperiksa')).toBeVisible({ timeout: 60_000 })
  await kelurahan.link().cut()
  const rini = await hendra.leaveTo('Rini Wulandari')
  await rini.handOver(kelurahan.kitir('ready'))
  const again = await rini.leaveTo('Hendra Setiawan')
  await again.open('Pengaturan')
  await again.tabTo(again.button('Pulihkan dari cadangan'))
  await looked(page, 'settings-data')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Pulihkan dari cadangan' })
  await expect(dialog.getByLabel('Cadangan', { exact: true })).toContainText('dibuat sendiri')
  await again.write(dialog.getByLabel('Kata sandi', { exact: true }), 'bukan-sandinya')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Kata sandi salah')
  await again.write(dialog.getByLabel('Kata sandi', { exact: true }), password)
  await looked(page, 'restore-dialog')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Data dapat dibuka lagi').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Tidak ada yang hilang.').first()).toBeVisible()
  await looked(page, 'restored')
  await again.leaveTo('Rini Wulandari')
  await expect(again.status(/Belum terkirim 1/)).toBeVisible()
  await rini.findByNumber(kelurahan.kitir('ready').kitirNumber)
  await expect(page.getByText('Kartu ini sudah diserahkan')).toBeVisible()
  await kelurahan.link().restore()
  await rini.sync()
})

test('a damaged database at the start: its message, repaired by Enter alone, and the desk works with its unsent act', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const desk = await anUnsentAct(kelurahan)
  await desk.close()
  const bytes = readFileSync(fileOf(kelurahan))
  randomBytes(4096).copy(bytes)
  writeFileSync(fileOf(kelurahan), bytes)
  const { page } = await kelurahan.startDesk(1, { clip: null })
  await expect(page.getByText('Loket tidak dapat membuka datanya')).toBeVisible()
  await expect(page.getByText(/LKT-702/)).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Perbaiki/ })).toBeFocused()
  await looked(page, 'damaged')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Data dapat dibuka lagi')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Tidak ada yang hilang.')).toBeVisible()
  await looked(page, 'repaired')
  await page.keyboard.press('Enter')
  await worksAgain(kelurahan, page)
})

test('another key than that of the data: a recovery code of the centre opens them again, and a wrong one says so', async ({
  kelurahan,
}) => {
  test.skip(packagedProgram !== null, 'the packed program keeps its key where this test cannot change it')
  test.setTimeout(300_000)
  const engine = await kelurahan.startDeskAtLine(1, 'rini')
  const { device } = await engine.call('app.status', {})
  await engine.stop()
  const desk = await anUnsentAct(kelurahan)
  await desk.close()
  writeKeyFile(kelurahan.desk(1).dataDir)
  await kelurahan.link().restore()
  const { page } = await kelurahan.startDesk(1, { clip: null })
  await expect(page.getByText('Kunci data tidak cocok')).toBeVisible()
  const rini = new Clerk(page)
  const field = page.getByRole('textbox', { name: 'Kode pemulihan' })
  await rini.tabTo(field)
  await page.keyboard.type('ABCD-EFGH-JKMN-PQRS-TVWX', likeFingers)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kode pemulihan tidak berlaku')).toBeVisible()
  await looked(page, 'wrong-code')
  await rini.tabTo(field)
  await rini.write(field, await kelurahan.recoveryCode(device?.deviceId ?? ''))
  await looked(page, 'code')
  await page.keyboard.press('Enter')
  await rini.signIn()
  await endsTheDay(kelurahan, rini)
})

/** Changes something in the closed database, as no program does. */
function meddle(kelurahan: Kelurahan, sql: string): void {
  const { dataDir } = kelurahan.desk(1)
  const { key } = z.object({ key: z.string() }).parse(JSON.parse(readFileSync(join(dataDir, keyFileName), 'utf8')))
  execFileSync(process.execPath, ['tests/fixtures/run-sql.ts', fileOf(kelurahan), key, sql], { cwd: root })
}

test.describe('a database that this version cannot use', () => {
  test.skip(packagedProgram !== null, 'the packed program keeps its key where this test cannot read it')

  test('is of a newer one: the screen says so, and leaves it alone', async ({ kelurahan }) => {
    meddle(kelurahan, "INSERT INTO migration (name, at) VALUES ('9999-from-the-future', '')")
    const before = readFileSync(fileOf(kelurahan))
    const desk = await kelurahan.startDesk(1, { clip: null })
    await expect(desk.page.getByText('Data dibuat oleh Loket yang lebih baru')).toBeVisible()
    await looked(desk.page, 'newer')
    await desk.close()
    expect(readFileSync(fileOf(kelurahan)).equals(before)).toBe(true)
  })

  test('cannot be changed to its own form: the screen says that the version before can go on, and it is as it was', async ({
    kelurahan,
  }) => {
    meddle(kelurahan, 'DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)')
    const before = readFileSync(fileOf(kelurahan))
    const desk = await kelurahan.startDesk(1, { clip: null })
    await expect(desk.page.getByText('Loket versi baru tidak dapat menyiapkan datanya')).toBeVisible()
    await looked(desk.page, 'update-failed')
    await desk.close()
    expect(readFileSync(fileOf(kelurahan)).equals(before)).toBe(true)
  })
})
