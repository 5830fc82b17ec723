import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import { bothSheets, type PrintedSlip, slipDialog } from '../fixtures/filing-slip.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'
import { askStatus, closeStatus, openStatus, statusDialog } from './status.ts'

/** An e-Kitir of before there were PINs is made anew: its PIN is on the citizen's sheet alone, and opens the status. */
export async function oldKitirAnew(
  kelurahan: Kelurahan,
  clerk: Clerk,
  look: Look,
): Promise<{ readonly citizen: PrintedSlip; readonly office: PrintedSlip }> {
  const { page } = clerk
  await askStatus(clerk, kelurahan.kitirOf('no-verifier').kitirNumber)
  await expect(statusDialog(clerk).getByText('e-Kitir ini belum ber-PIN')).toBeVisible()
  await look(page, 'old-kitir', 'an e-Kitir of before there were PINs')
  await expect(statusDialog(clerk).getByRole('button', { name: 'Terbitkan ulang' })).toBeFocused()
  await page.keyboard.press('Enter', likeFingers)
  const reissue = page.getByRole('dialog', { name: 'Terbitkan ulang e-Kitir' })
  await expect(reissue.getByRole('radio', { name: 'Kitir lama tanpa PIN' })).toBeChecked()
  await clerk.tabTo(reissue.getByRole('checkbox'))
  await page.keyboard.press('Space', likeFingers)
  await look(page, 'old-kitir-reissue', 'made anew once the person was seen')
  const sheets = await bothSheets(kelurahan, () => page.keyboard.press('Enter', likeFingers))
  const slip = slipDialog(clerk)
  await expect(slip.getByText('PIN tidak tersimpan lagi')).toBeVisible()
  await look(page, 'old-kitir-slip', 'printed: its PIN is gone from this computer')
  await page.keyboard.press('Escape')
  await expect(slip).toBeHidden()
  await openStatus(clerk, numberOn(sheets.citizen), sheets.citizen.pin ?? '')
  await closeStatus(clerk)
  return sheets
}

const numberOn = ({ text }: PrintedSlip): string => /L-\d{10}-\d\d-\d{6}/.exec(text)?.[0] ?? ''
