import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import type { DeskApp } from '../fixtures/desk-app.ts'
import { openWithoutAsking } from '../fixtures/open-without-asking.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

/** Opens a file by its key, as it would be chosen in the system's dialog. */
async function open(desk: DeskApp, path: string | null): Promise<void> {
  await openWithoutAsking(desk.electron, path)
  await expect(desk.page.getByRole('button', { name: 'Buka berkas…' })).toBeVisible()
  await desk.page.keyboard.press('Control+o')
}

/** The name of the file that the screen says was saved. */
async function savedName(clerk: Clerk, before: RegExp): Promise<string> {
  const line = clerk.page.getByText(before)
  await expect(line).toBeVisible()
  return ((await line.textContent()) ?? '').replace(before, '')
}

test('a desk without a network gives its queue to another one on a stick and takes the answer of the centre in, by keyboard alone', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const desks = [await kelurahan.startDesk(1), await kelurahan.startDesk(2)] as const
  const [rini, fauzi] = [new Clerk(desks[0].page), new Clerk(desks[1].page)]
  await rini.signIn()
  await kelurahan.link(1).cut()
  await expect(rini.status(/Luring/)).toBeVisible({ timeout: 40_000 })
  await rini.handOver(kelurahan.kitir('ready'))
  await rini.open('Sinkronisasi')
  await expect(rini.page.getByText(/tindakan menunggu, tertua .* Berkasnya sekitar/)).toBeVisible()
  await axeFindsNothing(rini.page, 'Sinkronisasi, with a queue that could be carried')
  await rini.page.keyboard.press('Control+s')
  const queue = join(kelurahan.saveDir, await savedName(rini, /^Tersimpan: /))
  expect(readFileSync(queue).subarray(0, 8).toString()).toBe('LOKETF1\n')
  await open(desks[0], queue)
  await expect(rini.page.getByText('Ini antrean komputer ini sendiri')).toBeVisible()

  await fauzi.signIn('Ahmad Fauzi')
  await fauzi.open('Sinkronisasi')
  await open(desks[1], null)
  await expect(fauzi.page.getByText('Tidak jadi. Tidak ada yang berubah.')).toBeVisible()
  const cut = `${queue}.cut`
  writeFileSync(cut, readFileSync(queue).subarray(0, -10))
  await open(desks[1], cut)
  await expect(fauzi.page.getByText('Berkas ini rusak atau terpotong')).toBeVisible()
  await axeFindsNothing(fauzi.page, 'Sinkronisasi, with a file that is cut')
  await open(desks[1], queue)
  await expect(fauzi.page.getByText(/^Antrean .* dibawa komputer ini/)).toBeVisible()
  await expect(fauzi.page.getByText('Jawaban sudah ada')).toBeVisible({ timeout: 60_000 })
  await axeFindsNothing(fauzi.page, 'Sinkronisasi, with an answer to be taken back')
  await fauzi.tabTo(fauzi.button('Simpan jawaban…'))
  await fauzi.page.keyboard.press('Enter')
  const answer = join(kelurahan.saveDir, await savedName(fauzi, /^Jawaban tersimpan: /))
  await expect(fauzi.page.getByText('Jawaban disimpan', { exact: true })).toBeVisible()
  await open(desks[1], answer)
  await expect(fauzi.page.getByText('Jawaban ini untuk komputer lain')).toBeVisible()

  await open(desks[0], answer)
  await expect(rini.page.getByText(/^Jawaban pusat diterima: [1-9]\d* tindakan terjawab/)).toBeVisible()
  await expect(rini.status(/Belum terkirim 0/)).toBeVisible()
  await expect(rini.status(/Luring/)).toBeVisible()
  await axeFindsNothing(rini.page, 'Sinkronisasi, with the answer taken in')
  await open(desks[0], answer)
  await expect(rini.page.getByText('Jawaban ini sudah diketahui')).toBeVisible()
  await fauzi.tabTo(fauzi.button('Selesai, hapus'))
  await fauzi.page.keyboard.press('Enter')
  await expect(fauzi.page.getByText('Jawaban disimpan', { exact: true })).toBeHidden()
})
