import type { Page } from '@playwright/test'
import { Clerk } from '../../fixtures/clerk.ts'
import { printSlip } from '../../fixtures/filing-slip.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import { expect } from '../../fixtures/patient-expect.ts'
import { newbornOfAFamily } from '../../scenes/family.ts'
import type { Look } from '../../scenes/look.ts'
import { lostKtp, tooOld } from '../../scenes/lost-ktp.ts'
import { marriageInChurch } from '../../scenes/marriage.ts'
import { moveOut, moveWithin } from '../../scenes/moves.ts'
import { oldKitirAnew } from '../../scenes/old-kitir.ts'
import { answerAQuestion } from '../../scenes/question.ts'
import { putRight } from '../../scenes/sent-back.ts'
import { printFinished } from '../../scenes/status.ts'
import { takeBack } from '../../scenes/withdrawal.ts'
import type { Album } from '../album.ts'
import { savePaper } from '../day/papers.ts'
import { A4Printer, keepSheets, printSlipOnA4 } from './papers.ts'

/** What staff do for people at the counter, with KNG beyond the centre: from filing to the finished document on paper. */
export async function playCounter(kelurahan: Kelurahan, album: Album): Promise<void> {
  const app = await kelurahan.startDesk(1)
  const { page } = app
  const rini = new Clerk(page)
  const look: Look = (shown, name, words) => album.shoot(shown, name, words)
  const a4 = await A4Printer.at(app, kelurahan)
  await rini.signIn()
  await leaflet(kelurahan, rini, album)

  await newbornOfAFamily(rini, look)
  await printSlipOnA4(rini, a4, album)
  const lost = await lostKtp(rini, look, { letterDaysAgo: tooOld })
  keepSheets(album, await printSlip(kelurahan, rini, () => seeSlip(album, page)), 'the lost KTP-el')
  const marriage = await marriageInChurch(rini, look)
  const married = await printSlip(kelurahan, rini)
  const moving = await moveOut(rini, look)
  await moveWithin(rini, look)
  await rini.sync()

  keepSheets(album, await oldKitirAnew(kelurahan, rini, look), 'the old e-Kitir made anew')
  await putRight(kelurahan, rini, lost, look)
  await answerAQuestion(kelurahan, rini, lost, look)
  await takeBack(kelurahan, rini, moving, look)
  await kelurahan.kng.bring(marriage, 'SIAP_UNDUH')
  await rini.sync()
  await printFinished(rini, { number: marriage, pin: married.citizen.pin ?? '', title: 'Akta perkawinan' }, look)
  await a4.keep(album, 'finished', 'the finished akta, as it came out of the A4 printer')
}

async function seeSlip(album: Album, page: Page): Promise<void> {
  await album.shoot(page, 'slip', 'the slip before it is printed: its PIN is covered')
}

/** What the citizen takes home before anything is filed. */
async function leaflet(kelurahan: Kelurahan, rini: Clerk, album: Album): Promise<void> {
  const { page } = rini
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('combobox', { name: 'Apa yang dibutuhkan warga?' })).toBeFocused()
  await page.keyboard.type('nikah gereja', { delay: 60 })
  await expect(page.getByRole('listbox', { name: 'Layanan yang cocok' }).getByRole('option').first()).toContainText(
    'Akta perkawinan',
  )
  await page.keyboard.press('Enter')
  await expect(page.locator('#service-detail')).toBeFocused()
  await album.shoot(page, 'service', 'what a marriage in church needs')
  const open = () => page.keyboard.press('Control+p')
  await savePaper(kelurahan, page, album, { open, words: 'lembar persyaratan' })
}
