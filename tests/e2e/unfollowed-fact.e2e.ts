import { ADevice } from '../../server/testing/a-device.ts'
import { password } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'
import { axeFindsNothing } from './axe.ts'

test('what a newer program did and this centre cannot follow is a case: the supervisor reads which act it was and decides', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const hendra = new Clerk(page)
  await hendra.signIn('Hendra Setiawan')
  const newer = await ADevice.enrol(`http://127.0.0.1:${kelurahan.desk(1).centrePort}`, await kelurahan.enrolmentCode())
  const [verdict] = await newer.verdicts(newer.command('card.laminated', { any: 1 }))
  expect(verdict).toMatchObject({ kind: 'conflict', code: 'unknown-type' })

  await hendra.open('Sinkronisasi')
  await expect(page.getByText(/Catatan petugas tidak dapat diikuti pusat/).first()).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Control+1')
  await expect(hendra.heading(/Catatan petugas yang tidak dapat diikuti pusat/)).toBeVisible()
  await expect(page.getByText(/Jenis card\.laminated/)).toBeVisible()
  await axeFindsNothing(page, 'a case about a record that the centre could not follow')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Alasan')).toBeFocused()
  await page.keyboard.type('Sudah ditanyakan', { delay: 60 })
  await page.keyboard.press('Tab')
  await page.keyboard.type(password, { delay: 60 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Sudah ditanyakan')).toBeVisible()
})
