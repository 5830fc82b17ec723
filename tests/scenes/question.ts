import { kelurahan as scope } from '../fixtures/city.ts'
import { type Clerk, likeFingers } from '../fixtures/clerk.ts'
import type { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'
import { detailOf } from './open-application.ts'

const asked = 'Kapan berkas saya selesai diperiksa?'

/** A citizen asks about an application; the clerk looks at it, answers with a template, and the answer is at KNG. */
export async function answerAQuestion(kelurahan: Kelurahan, clerk: Clerk, number: string, look: Look): Promise<void> {
  const { page } = clerk
  const question = { unit: scope, kitirNumber: number, name: 'Siti Rahmawati', subject: 'Berkas KTP-el', text: asked }
  const questionId = await kelurahan.kng.ask(question)
  await clerk.sync()
  await clerk.open('Beranda')
  await expect(page.getByText(/pertanyaan warga menunggu jawaban/)).toBeVisible()
  await look(page, 'question-home', 'a citizen asks: Beranda counts who waits, and how long')
  await chooseThread(clerk)
  await look(page, 'question-thread', 'the question, with the application it is about')
  await seeItsApplication(clerk, number)
  await chooseThread(clerk)
  await page.keyboard.press('Enter')
  const field = page.getByLabel(/Jawaban untuk/)
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+2')
  await expect(field).toHaveValue(new RegExp(`Siti Rahmawati[^]*${number}`))
  await look(page, 'question-template', 'a template, filled from the application')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Percakapan' }).getByText(number)).toBeVisible()
  await clerk.sync()
  const replies = () => kelurahan.kng.repliesTo(questionId).map(({ text }) => text.includes(number))
  await expect.poll(replies, { timeout: 60_000 }).toEqual([true])
}

/** The one who asked last stands last: the others wait longer. */
async function chooseThread({ page }: Clerk): Promise<void> {
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('listbox', { name: /Pertanyaan warga/ })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('list', { name: 'Percakapan' }).getByText(asked)).toBeVisible()
}

async function seeItsApplication(clerk: Clerk, number: string): Promise<void> {
  const { page } = clerk
  await clerk.tabTo(clerk.button('Lihat permohonan'))
  await page.keyboard.press('Enter', likeFingers)
  await expect(clerk.heading('Permohonan')).toBeVisible()
  await expect(detailOf(page)).toContainText(number)
}
