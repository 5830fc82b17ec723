import type { Page } from '@playwright/test'
import { type Kitir, password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

/** Asks again, as a person does, while the line is only just back. */
async function synced(clerk: Clerk): Promise<void> {
  await clerk.open('Sinkronisasi')
  await expect(async () => {
    await clerk.page.keyboard.press('F9')
    await expect(clerk.status('Daring')).toBeVisible({ timeout: 5_000 })
    await expect(clerk.status(/Belum terkirim 0/)).toBeVisible({ timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
}

/** Rini at desk 1 and Fauzi at desk 2 hand over one card without a network; then both are back, and the supervisor takes desk 2. */
async function givenTwice(kelurahan: Kelurahan, kitir: Kitir) {
  const desks = [await kelurahan.startDesk(1), await kelurahan.startDesk(2)] as const
  const [rini, fauzi] = [new Clerk(desks[0].page), new Clerk(desks[1].page)]
  await rini.signIn()
  await fauzi.signIn('Ahmad Fauzi')
  const numbers: string[] = []
  for (const [at, clerk] of [rini, fauzi].entries()) {
    await kelurahan.link(at + 1).cut()
    await expect(clerk.status(/Luring/)).toBeVisible({ timeout: 40_000 })
    await clerk.handOver(kitir)
    numbers.push(await clerk.receiptNumber())
  }
  for (const [at, clerk] of [rini, fauzi].entries()) {
    await kelurahan.link(at + 1).restore()
    await synced(clerk)
  }
  await synced(rini)
  const hendra = await fauzi.leaveTo('Hendra Setiawan')
  return { rini, hendra, numbers }
}

const row = (page: Page) => page.getByText(/diserahkan dua kali/).first()

/** From the list of what needs a person, by its key. */
async function openCase(clerk: Clerk): Promise<void> {
  await clerk.open('Sinkronisasi')
  await expect(row(clerk.page)).toBeVisible()
  await clerk.page.keyboard.press('Control+1')
  await expect(clerk.heading(/tercatat diserahkan dua kali/)).toBeVisible()
  await expect(clerk.page.getByText(/^Kasus .* · data per \d\d\.\d\d$/)).toBeVisible()
  await expect(clerk.page.getByText('Tanda tangan lengkap')).toHaveCount(2)
}

test('two desks without a network hand over one card: the supervisor settles the case by keyboard, and the other desk sees it', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { rini, hendra, numbers } = await givenTwice(kelurahan, kelurahan.kitir('ready'))
  await openCase(rini)
  await expect(rini.page.getByText('Menunggu pengawas')).toBeVisible()
  for (const number of numbers) await expect(rini.page.getByText(number).first()).toBeVisible()
  await axeFindsNothing(rini.page, 'a case, for a clerk')
  await rini.write(rini.page.getByLabel('Keterangan Anda'), 'Warga datang sendiri, PIN cocok')
  await rini.page.keyboard.press('Control+Enter')
  await expect(rini.page.getByText('Keterangan tersimpan')).toBeVisible()
  await expect(rini.page.getByText('Warga datang sendiri, PIN cocok')).toBeVisible()
  await axeFindsNothing(rini.page, 'a case, for a clerk who has said something')

  await openCase(hendra)
  await expect(hendra.page.getByRole('radio').first()).toBeFocused()
  await axeFindsNothing(hendra.page, 'a case, for the supervisor')
  await hendra.page.keyboard.press('Control+2')
  await expect(hendra.page.getByRole('radio', { name: /Bukti B benar/ })).toBeChecked()
  await hendra.page.keyboard.press('Control+1')
  await hendra.page.keyboard.press('Control+Enter')
  await expect(hendra.page.getByLabel('Alasan')).toBeFocused()
  await hendra.write(hendra.page.getByLabel('Alasan'), 'Kartu lama ada pada bukti A')
  await hendra.page.keyboard.press('Tab')
  await hendra.write(hendra.page.getByLabel('Kata sandi Anda'), 'bukan sandinya')
  await hendra.page.keyboard.press('Control+Enter')
  await expect(hendra.page.getByRole('alert')).toContainText('Kata sandi salah')
  await hendra.write(hendra.page.getByLabel('Kata sandi Anda'), password)
  await hendra.page.keyboard.press('Control+Enter')
  await expect(hendra.page.getByText('Bukti A berlaku')).toBeVisible()
  await axeFindsNothing(hendra.page, 'a case, settled')
  await synced(hendra)
  await expect(row(hendra.page)).toBeHidden()

  await synced(rini)
  await expect(row(rini.page)).toBeHidden()
  await rini.findByNumber(numbers[1] ?? '')
  const receipt = rini.page.getByRole('dialog', { name: 'Bukti serah terima' })
  await expect(receipt.getByText('Tidak berlaku', { exact: true })).toBeVisible()
  await expect(receipt.getByText(/Keputusan pengawas Hendra Setiawan.*Kartu lama ada pada bukti A/)).toBeVisible()
  await rini.page.keyboard.press('Escape')
  await rini.findByNumber(numbers[0] ?? '')
  await expect(receipt.getByText('Berlaku', { exact: true })).toBeVisible()
})

test('a decision that the centre refuses undoes itself on the screen and says why; the facts stay', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const { rini, hendra } = await givenTwice(kelurahan, kelurahan.kitir('ready'))
  await rini.page.keyboard.press('Control+l')
  await expect(rini.page.getByText('Layar terkunci').first()).toBeVisible()
  await openCase(hendra)
  await kelurahan.link(2).cut()
  await expect(hendra.status(/Luring/)).toBeVisible({ timeout: 40_000 })
  await decide(hendra, 'Control+2', 'Foto ada pada bukti B')
  await expect(hendra.page.getByText('Bukti B berlaku')).toBeVisible()
  await expect(hendra.page.getByText(/Bila pusat menolak/)).toBeVisible()

  const second = new Clerk(rini.page)
  await second.tabTo(second.button('Ganti petugas'))
  await second.page.keyboard.press('Enter')
  await second.signIn('Hendra Setiawan')
  await openCase(second)
  await decide(second, 'Control+1', 'Kartu lama ada pada bukti A')
  await expect(second.page.getByText('Bukti A berlaku')).toBeVisible()
  await synced(second)

  await kelurahan.link(2).restore()
  await synced(hendra)
  await expect(hendra.page.getByText(/Keputusan kasus .* tidak dijalankan pusat/)).toBeVisible()
  await axeFindsNothing(hendra.page, 'Sinkronisasi, a refused decision')
  await hendra.page.keyboard.press('Control+1')
  await expect(hendra.page.getByRole('alert')).toContainText('Kasus ini sudah diputuskan pengawas lain')
  await expect(hendra.page.getByText('Bukti A berlaku')).toBeVisible()
  await expect(hendra.page.getByText('Bukti B berlaku')).toBeHidden()
  await axeFindsNothing(hendra.page, 'a case, the own decision refused')
  await hendra.button('Mengerti').press('Enter')
  await expect(hendra.page.getByRole('alert')).toBeHidden()
})

async function decide(clerk: Clerk, keys: string, reason: string): Promise<void> {
  await clerk.page.keyboard.press(keys)
  await clerk.page.keyboard.press('Control+Enter')
  await clerk.write(clerk.page.getByLabel('Alasan'), reason)
  await clerk.page.keyboard.press('Tab')
  await clerk.write(clerk.page.getByLabel('Kata sandi Anda'), password)
  await clerk.page.keyboard.press('Control+Enter')
}
