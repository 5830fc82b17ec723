import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Clerk } from '../fixtures/clerk.ts'
import { printSlip } from '../fixtures/filing-slip.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { standInPrinter } from '../fixtures/stand-in-printer.ts'
import { lostKtp, tooOld } from '../scenes/lost-ktp.ts'
import { marriageInChurch } from '../scenes/marriage.ts'
import { moveOut } from '../scenes/moves.ts'
import { answerAQuestion } from '../scenes/question.ts'
import { putRight } from '../scenes/sent-back.ts'
import { printFinished } from '../scenes/status.ts'
import { takeBack } from '../scenes/withdrawal.ts'
import { expect, test } from './at-the-counter.ts'
import { lookedIn } from './looked.ts'

const looked = lookedIn('applications')
const unseen = async () => {}

test.use({ withKng: true })

test('an application that KNG sends back is seen on Beranda and in the list, put right where it is marked, and goes on; its owner asks, and is answered', async ({
  kelurahan,
}) => {
  test.setTimeout(400_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  const number = await lostKtp(rini, unseen, { letterDaysAgo: tooOld })
  await putRight(kelurahan, rini, number, looked)
  await answerAQuestion(kelurahan, rini, number, looked)
})

test('a move is taken back with the citizen’s reason, and KNG does not go on with it', async ({ kelurahan }) => {
  test.setTimeout(300_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await takeBack(kelurahan, rini, await moveOut(rini, unseen), looked)
})

test('a finished akta is opened by number and PIN, its signature shown, and printed on A4', async ({ kelurahan }) => {
  test.setTimeout(400_000)
  const { page, electron } = await kelurahan.startDesk(1)
  const printed = join(kelurahan.saveDir, 'printed.pdf')
  await standInPrinter(electron, 'Kantor A4', printed)
  const rini = new Clerk(page)
  await rini.signIn()
  const number = await marriageInChurch(rini, unseen)
  const { citizen } = await printSlip(kelurahan, rini)
  await kelurahan.kng.bring(number, 'SIAP_UNDUH')
  await rini.sync()
  await printFinished(rini, { number, pin: citizen.pin ?? '', title: 'Akta perkawinan' }, looked)
  expect(await pdfText(readFileSync(printed))).toHaveLength(1)
})
