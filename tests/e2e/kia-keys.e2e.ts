import type { Page } from '@playwright/test'
import { Clerk } from '../fixtures/clerk.ts'
import { beginApplication, fileReviewed, fillIn, review } from '../fixtures/intake-form.ts'
import { expect, test } from './at-the-counter.ts'

const name = 'Kartu identitas anak (KIA)'

test('a KIA without documents is filed with fewer than 60 keys beside names and numbers, in less than 3 s of machine time', async ({
  kelurahan,
}) => {
  test.setTimeout(240_000)
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await countKeys(page)
  await beginApplication(rini, 'kia', name)
  await fillIn(rini, name, {
    ...{ applicantAs: '1', reason: '1' },
    ...{ 'child.nik': '3578015506240012', 'child.kk': '3578012006120009', 'child.name': 'Ayu Permata' },
    ...{ 'child.birthDate': '15062024', 'child.sex': 'p', 'child.married': 'b' },
    ...{ 'applicant.nik': '3578016305920008', 'applicant.name': 'Siti Rahmawati' },
    ...{ akta: '3578-LT-20062024-0012', 'birth-deed': 'f', kk: 'f' },
  })
  const began = Date.now()
  await review(rini)
  await fileReviewed(rini)
  const took = Date.now() - began
  const keys = await page.evaluate(() => Number(document.documentElement.dataset.keys))
  console.log(`a KIA: ${keys} keys beside names and numbers, ${took} ms from the last answer to its e-Kitir`)
  expect(keys).toBeLessThan(60)
  expect(took).toBeLessThan(3000)
})

/** Every key but the letters and digits that go into a field of names and numbers. */
const countKeys = (page: Page) =>
  page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset.keys = '0'
    const count = ({ key, target, ctrlKey, altKey }: KeyboardEvent) => {
      const written = target instanceof HTMLInputElement && target.dataset.about !== undefined && target.type === 'text'
      if (written && key.length === 1 && !ctrlKey && !altKey) return
      if (!['Control', 'Alt', 'Shift'].includes(key)) dataset.keys = String(Number(dataset.keys) + 1)
    }
    addEventListener('keydown', count, true)
  })
