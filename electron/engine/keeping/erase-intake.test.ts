import { afterEach, expect, test } from 'vitest'
import { sheetJpeg } from '../../../tests/fixtures/paper-picture.ts'
import { rows } from '../database/sql.ts'
import { aFiling } from '../testing/a-filing.ts'
import { Counter } from '../testing/counter.ts'
import { eraseOver, usualDays } from './erase-over.ts'

let counter: Counter
afterEach(() => counter.close())

const later = (days: number) => new Date(Date.parse(counter.clock.now()) + days * 86_400_000).toISOString()
const erase = (days: number) => eraseOver(counter.store, later(days), usualDays, async () => {}, counter.baseRows)
const draft = () => counter.get('intake.save-draft', { draftId: null, draft: aFiling })
const left = async () => ({
  drafts: (await rows(counter.store.read, 'SELECT id FROM intake_draft')).length,
  scans: (await rows(counter.store.read, 'SELECT id FROM draft_document')).length,
  pins: (await rows(counter.store.read, 'SELECT kitir_id FROM kitir_pin')).length,
})
async function aDesk() {
  counter = await Counter.with({})
  await counter.signIn()
}

test('a draft that nobody saved for thirty days goes with its scans; a younger one stays', async () => {
  await aDesk()
  const { draftId } = await draft()
  const pages = [sheetJpeg({ width: 400, height: 600 }).toString('base64')]
  await counter.get('document.add', { draftId, requirementId: 'kk', pages })
  expect(await left()).toEqual({ drafts: 1, scans: 1, pins: 0 })
  expect(await erase(29)).toBeNull()
  expect(await erase(31)).toMatchObject({ others: 1 })
  expect(await left()).toEqual({ drafts: 0, scans: 0, pins: 0 })
})

test('a PIN that was never printed goes when its application has ended, and thirty days after it was made', async () => {
  await aDesk()
  const [first, second] = [await draft(), await draft()]
  const { filed } = await counter.get('application.file', { draftId: first.draftId })
  await counter.get('application.file', { draftId: second.draftId })
  expect(await erase(1)).toBeNull()
  await counter.get('application.withdraw', { applicationId: filed[0]?.applicationId ?? '', reason: 'Sudah ketemu' })
  expect(await erase(1)).toMatchObject({ others: 1 })
  expect((await left()).pins).toBe(1)
  expect(await erase(31)).toMatchObject({ others: 1 })
  expect((await left()).pins).toBe(0)
})
