import { randomBytes } from 'node:crypto'
import { Clerk } from '../fixtures/clerk.ts'
import { beginJob, confirmation, jobSteps, papersFor } from '../fixtures/counter-job.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect, test } from './at-the-counter.ts'

const pngHead = Buffer.from('89504e470d0a1a0a', 'hex')

/** A hand-over with a large photo, made while nothing could be sent. */
async function handOverWithPhoto(kelurahan: Kelurahan, bytes: number): Promise<void> {
  await kelurahan.link().cut()
  const engine = await kelurahan.startDeskAtLine(1, 'rini')
  const job = beginJob(kelurahan.kitir('ready'))
  for (const step of ['signing in', 'scanning the e-Kitir', 'checking the PIN'] as const)
    await jobSteps[step](engine, job)
  const photo = Buffer.concat([pngHead, randomBytes(bytes)]).toString('base64')
  await engine.call('handover.record', { ...confirmation(job, await papersFor(engine, job)), photo })
  await engine.stop()
}

test('on a slow line the status bar and Sinkronisasi say how slow it is, how long it will take, and how far it is', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  await handOverWithPhoto(kelurahan, 1_200_000)
  const { page } = await kelurahan.startDesk(1, { clip: null })
  const rini = new Clerk(page)
  await kelurahan.link().become('narrow')
  await rini.signIn()
  await expect(rini.status(/^Pelan: \d+ kbit\/s, sisa sekitar [2-5] menit$/)).toBeVisible({ timeout: 120_000 })
  await rini.status(/^Pelan/).click()
  await expect(page.getByRole('dialog')).toContainText('Jaringan pelan, tetapi jalan.')
  await page.keyboard.press('Escape')
  await rini.open('Sinkronisasi')
  await expect(page.getByText(/^Pelan: \d+ kbit\/s, sisa sekitar \d menit\. Aman bila komputer mati\.$/)).toBeVisible()
  await expect(page.getByText(/^[\d,]+ (KB|MB) dari 1,2 MB, \d berkas$/)).toBeVisible({ timeout: 60_000 })

  await kelurahan.link().restore()
  await rini.button(/Sinkronkan sekarang|Menyinkronkan/).click()
  await expect(rini.status('Daring')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Semua berkas terkirim')).toBeVisible({ timeout: 60_000 })
})
