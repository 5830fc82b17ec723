import type { Clerk } from '../fixtures/clerk.ts'
import { beginApplication, fileReviewed, fillIn, review, typedDay } from '../fixtures/intake-form.ts'
import { expect } from '../fixtures/patient-expect.ts'
import type { Look } from './look.ts'

const family = '3578010101190001'
const mother = '3578015204900001'
const father = '3578011505880002'

/** The birth of a child whose parents are married, filed by the mother. */
const birth = {
  ...{ applicantAs: '2', parents: '1', birthProof: '1', witnessesFrom: '1' },
  ...{ 'child.name': 'Bima Putra', 'child.birthDate': typedDay(10), 'child.birthPlace': 'Surabaya', 'child.sex': 'l' },
  ...{ 'mother.nik': mother, 'mother.kk': family, 'mother.name': 'Dewi Lestari', 'mother.birthDate': '12041990' },
  ...{ 'mother.phone': '081234567890' },
  ...{ 'father.nik': father, 'father.kk': family, 'father.name': 'Budi Santoso', 'father.birthDate': '15051988' },
  ...{ 'witness1.nik': '3578011001750003', 'witness1.name': 'Joko Susilo' },
  ...{ 'witness2.nik': '3578014102760004', 'witness2.name': 'Sri Wahyuni' },
  ...{ f201: 'a', 'birth-letter': 'a', 'marriage-book': 'a', kk: 'a', 'parent-ktp': 'a' },
}

/** The child's name is known by now, and its day of birth. */
const intoTheKk = {
  ...{ applicantAs: '1', change: '2', 'person.kk': family },
  ...{ 'head.nik': father, 'head.kk': family, 'head.name': 'Budi Santoso', f102: 'a', kk: 'a' },
}

const itsCard = {
  ...{ applicantAs: '1', reason: '2', 'child.kk': family, 'child.sex': 'l', 'child.married': 'b', kk: 'a' },
}

/** A newborn: akta, KK and KIA in one go, the people typed once. The numbers of the three e-Kitir. */
export async function newbornOfAFamily(clerk: Clerk, look: Look): Promise<readonly string[]> {
  const { page } = clerk
  await beginApplication(clerk, 'bayi baru lahir', 'Akta kelahiran')
  await fillIn(clerk, 'Akta kelahiran', birth)
  await review(clerk)
  await expect(page.getByText('Sekalian ajukan?')).toBeVisible()
  await look(page, 'family-follow-ups', 'a birth is filled in: KK and KIA are offered with it')
  await page.keyboard.press('Alt+s')
  await fillIn(clerk, 'Perubahan biodata pada KK', intoTheKk)
  await expect(page.locator('[data-about="person.name"]')).toHaveValue('Bima Putra')
  await look(page, 'family-second-service', 'the second service knows the people of the first')
  await page.keyboard.press('Control+Enter')
  await fillIn(clerk, 'Kartu identitas anak (KIA)', itsCard)
  await expect(page.locator('[data-about="applicant.nik"]')).toHaveValue(mother)
  await review(clerk)
  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('heading', { name: 'Periksa data Anda' })).toBeVisible()
  await look(page, 'family-turned', 'the screen turned to the citizen, who reads along')
  await page.keyboard.press('Escape')
  const numbers = await fileReviewed(clerk)
  expect(numbers).toHaveLength(3)
  await look(page, 'family-filed', 'filed in one go: an e-Kitir each')
  return numbers
}
