import { join } from 'node:path'
import { day, hour } from '../../server/simulate/calendar.ts'
import { type Kitir, password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { beginJob, jobSteps } from '../fixtures/counter-job.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { typedMinute } from '../fixtures/typed-minute.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'
import { dewiAtSiola, unitsOf } from './city-desk.ts'

/** Two desks without a network hand one card over; then both are back. */
async function givenTwice(kelurahan: Kelurahan, kitir: Kitir): Promise<void> {
  const desks = [await kelurahan.startDeskAtLine(1, 'rini'), await kelurahan.startDeskAtLine(2, 'rini')]
  for (const desk of desks) {
    await desk.call('sync.set-connection', { connected: false })
    const job = beginJob(kitir)
    await jobSteps['scanning the e-Kitir'](desk, job)
    await jobSteps['checking the PIN'](desk, job)
    await jobSteps['confirming the hand-over'](desk, job)
  }
  for (const desk of desks) {
    await desk.call('sync.set-connection', { connected: true })
    await jobSteps['telling the centre'](desk)
  }
}

test('a double hand-over of a kelurahan is settled from the Dinas by keyboard, and signed with the own password', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const kitir = kelurahan.kitir('ready')
  await givenTwice(kelurahan, kitir)
  const { dewi, page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page)).toBeFocused()
  await page.keyboard.press('Control+2')
  const cases = page.getByRole('listbox', { name: 'Kasus terbuka' })
  await expect(cases).toBeFocused()
  await expect(cases.getByRole('option', { name: new RegExp(kitir.ownerName) })).toBeVisible()
  await axeFindsNothing(page, 'Kota, cases')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: new RegExp(`Diserahkan dua kali: ${kitir.ownerName}`) })
  await expect(dialog.getByRole('img', { name: /Tanda tangan/ })).toHaveCount(2)
  const choice = dialog.getByRole('radio')
  await expect(choice.first()).toBeFocused()
  await axeFindsNothing(page, 'Kota, a case')
  // What is missing is where the focus goes.
  await page.keyboard.press('Space')
  await expect(choice.first()).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await dewi.write(dialog.getByLabel(/Alasan/), 'Kartu lama ada pada bukti A')
  await page.keyboard.press('Control+Enter')
  await dewi.write(dialog.getByLabel('Kata sandi Anda'), 'bukan sandinya')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('Kata sandi salah')
  await axeFindsNothing(page, 'Kota, a case, wrong password')
  await dewi.write(dialog.getByLabel('Kata sandi Anda'), password)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Tercatat di pusat.')).toBeVisible()
  await expect(page.getByText('Tidak ada kasus terbuka')).toBeVisible()
  await axeFindsNothing(page, 'Kota, a case settled')
})

test('a claim is approved and paid out from the Dinas with its reasons in sight; an outage found later makes it a case that she settles', async ({
  kelurahan,
}) => {
  test.setTimeout(300_000)
  const kitir = kelurahan.kitir('ready', 'ktp-el', 5)
  const desk = await kelurahan.startDeskAtLine(1, 'rini')
  const { application } = await desk.call('claim.assess', { of: kitir.kitirNumber })
  const claimant = { name: kitir.ownerName, relation: 'self' } as const
  const { applicationId } = application
  const { claimId } = await desk.call('claim.take', { applicationId, claimant, complaintId: null })
  await desk.call('claim.check', { claimId, cause: 'print-queue' })
  await jobSteps['telling the centre'](desk)

  const { dewi, page } = await dewiAtSiola(kelurahan)
  await expect(unitsOf(page)).toBeFocused()
  await page.keyboard.press('Control+3')
  const claims = page.getByRole('listbox', { name: 'Klaim kompensasi' })
  await expect(claims).toBeFocused()
  await axeFindsNothing(page, 'Kota, claims')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Klaim: ${kitir.ownerName}` })
  await expect(dialog.getByText('Tidak ada gangguan pusat pada masa janji.')).toBeVisible()
  await expect(dialog.getByText(/Waktu bersih terpakai \d/)).toBeVisible()
  await expect(dialog.getByText(/^Terlambat \d/)).toBeVisible()
  await expect(dialog.getByLabel('Alasan')).toBeFocused()
  await axeFindsNothing(page, 'Kota, a claim')
  await page.keyboard.press('Control+Enter')
  await dewi.write(dialog.getByLabel('Kata sandi Anda'), password)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(claims.getByRole('option', { name: /^Disetujui/ })).toBeVisible()
  await expect(claims).toBeFocused()
  await page.keyboard.press('Enter')
  await dewi.write(dialog.getByLabel('Kata sandi Anda'), password)
  await axeFindsNothing(page, 'Kota, a payment to be ordered')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Tidak ada klaim yang menunggu')).toBeVisible()

  await page.keyboard.press('Control+4')
  await page.keyboard.press('Alt+n')
  const form = page.getByRole('dialog', { name: 'Catat gangguan' })
  await dewi.write(form.getByLabel('Mulai'), typedMinute(Date.now() - 20 * day))
  await dewi.tabAndWrite(form.getByLabel(/^Selesai/), typedMinute(Date.now() - hour))
  await dewi.tabAndWrite(form.getByLabel('Sumber, dengan kata-kata pusat'), 'Surat Ditjen Dukcapil')
  await expect(form.getByText('1 klaim yang sudah diputuskan menjadi kasus.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await page.keyboard.press('Control+3')
  await expect(claims.getByRole('option', { name: /^Kasus, Menunggu pembayaran/ })).toBeVisible()
  await expect(claims).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Kasus untuk pengawas')).toBeVisible()
  await expect(dialog.getByRole('radio', { name: /Tetap berlaku/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /Periksa ulang/ })).toBeChecked()
  await axeFindsNothing(page, 'Kota, a case of a claim')
  await page.keyboard.press('Control+Enter')
  await dewi.write(dialog.getByLabel('Alasan'), 'Gangguan baru diketahui')
  await page.keyboard.press('Control+Enter')
  await dewi.write(dialog.getByLabel('Kata sandi Anda'), password)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Tercatat di pusat.')).toBeVisible()
  await axeFindsNothing(page, 'Kota, a case of a claim settled')
  await desk.until('claim.get', { claimId }, ({ state }) => state === 'received')

  await page.keyboard.press('Alt+r')
  await expect(dewi.heading('Register kompensasi')).toBeVisible()
})

test('a complaint that nobody answered goes up to the Dinas, and is answered there', async () => {
  test.setTimeout(300_000)
  using place = temporaryFolder('e2e-complaint')
  const template = process.env.LOKET_E2E_CITY ?? ''
  // By the centre's clock the simulated complaint has waited for more than a week.
  const kelurahan = await Kelurahan.open(template, join(place.path, 'city'), { clockDaysAhead: 9 })
  try {
    const { page } = (await kelurahan.startDinasDesk()).app
    const dewi = new Clerk(page)
    await dewi.signIn('Dewi Anggraini')
    // She signed in before the centre was heard, whose clock says that her password was checked nine days ago: it may have locked the screen already.
    await page.keyboard.press('Control+l')
    await expect(page.getByText('Layar terkunci').first()).toBeVisible()
    await dewi.write(page.getByLabel('Kata sandi', { exact: true }), password)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Layar terkunci').first()).toBeHidden()
    // After a sign-in from behind the lock the menu is there once it is known again what this office is.
    await expect(page.getByRole('navigation').getByRole('button', { name: 'Kota' })).toBeVisible()
    await page.keyboard.press('F8')
    await expect(unitsOf(page)).toBeFocused()
    await page.keyboard.press('Control+5')
    const complaints = page.getByRole('listbox', { name: 'Komplain yang naik tingkat' })
    await expect(complaints).toBeFocused()
    await axeFindsNothing(page, 'Kota, complaints that went up')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /^Komplain \d{4}\/KMP/ })
    await expect(dialog.getByText('Janjinya satu hari, sampai sekarang belum ada kabar.')).toBeVisible()
    await expect(dialog.getByLabel('Jawaban kepada warga')).toBeFocused()
    await axeFindsNothing(page, 'Kota, a complaint')
    await dewi.write(dialog.getByLabel('Jawaban kepada warga'), 'Kartunya dikirim pagi ini.')
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Tidak ada komplain yang naik tingkat')).toBeVisible()
    await axeFindsNothing(page, 'Kota, a complaint answered')
  } finally {
    await kelurahan.close()
  }
})
