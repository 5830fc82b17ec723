import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { foreignPdf, lockedPdf } from '../../../../tests/fixtures/foreign-pdf.ts'
import { sheetJpeg } from '../../../../tests/fixtures/paper-picture.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'
import { takeDocuments } from './take-documents.ts'

let counter: Counter
afterEach(() => counter.close())

async function aDesk() {
  counter = await Counter.with({ cards: [aCard('k-1')] })
  await counter.signIn()
}

const page = sheetJpeg({ width: 1000, height: 1414 }).toString('base64')
const add = (requirementId = 'surat-polisi', pages = [page], draftId = 'd-1') =>
  counter.get('document.add', { draftId, requirementId, pages })
const list = async (draftId = 'd-1') => (await counter.get('document.list', { draftId })).documents

test('pages are bound to the one PDF of a requirement, seen as they will be sent, and replaced by the next', async () => {
  await aDesk()
  const first = await add('surat-polisi', [page, page])
  expect(first).toMatchObject({ requirementId: 'surat-polisi', pages: 2, grey: false })
  const seen = await counter.get('document.preview', { documentId: first.documentId })
  expect(seen.pages).toHaveLength(2)
  const second = await add()
  const other = await add('kk')
  expect(await list()).toEqual([second, other])
  expect(await list('d-2')).toEqual([])
  expect(await counter.ask('document.preview', { documentId: first.documentId })).toMatchObject({
    refusal: { code: 'document-unknown' },
  })
})

test('what was removed is gone; documents outlive a restart of the engine', async () => {
  await aDesk()
  const [police, family] = [await add(), await add('kk')]
  await counter.restart()
  expect(await list()).toEqual([police, family])
  await counter.get('document.remove', { documentId: police.documentId })
  expect(await list()).toEqual([family])
})

test('a draft that is discarded takes its documents with it, and no other’s', async () => {
  await aDesk()
  const begun = { service: 'KTP-ULANG', people: {}, answers: {}, requirements: {}, doubts: [], collectionUnit: null }
  const draft = { services: [begun], at: { service: 0, step: 'fill' }, repairs: null }
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft })
  await add('kk', [page], draftId)
  const kept = await add()
  await counter.get('intake.discard-draft', { draftId })
  expect([await list(draftId), await list()]).toEqual([[], [kept]])
})

test('a draft is its clerk’s own: another sees none of its documents, and takes none away', async () => {
  await aDesk()
  const kept = await add()
  await counter.signIn('fauzi')
  expect(await list()).toEqual([])
  const unknown = { refusal: { code: 'document-unknown' } }
  expect(await counter.ask('document.preview', { documentId: kept.documentId })).toMatchObject(unknown)
  expect(await counter.ask('document.remove', { documentId: kept.documentId })).toMatchObject(unknown)
})

test('nothing of a document stands readable on the disk', async () => {
  await aDesk()
  const { documentId } = await add()
  const bytes = await counter.deps.reading((db) => db.documents.bytes(documentId))
  expect(
    Buffer.from(bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const files = readdirSync(counter.dataDir).map((name) => readFileSync(join(counter.dataDir, name)))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => file.includes('%PDF-') || file.includes('JFIF'))).toEqual([])
})

test('a PDF of a citizen comes in as pictures; a locked, damaged or endless one is refused by name', async () => {
  await aDesk()
  const open = (pdf: Buffer) => counter.ask('document.open', { pdf: pdf.toString('base64') })
  expect(await open(foreignPdf({ pages: 2 }))).toMatchObject({
    value: { pages: [expect.stringMatching(/^\/9j/), expect.stringMatching(/^\/9j/)] },
  })
  expect(await open(await lockedPdf())).toMatchObject({ refusal: { code: 'document-encrypted' } })
  expect(await open(Buffer.from('not a PDF'))).toMatchObject({ refusal: { code: 'document-damaged' } })
  expect(await open(foreignPdf({ pages: 21 }))).toMatchObject({
    refusal: { code: 'document-too-many-pages', details: { pages: 21, most: 20 } },
  })
})

test('more pages than the city allows are refused before they are bound', async () => {
  await aDesk()
  expect(
    await counter.ask('document.add', { draftId: 'd-1', requirementId: 'kk', pages: Array(21).fill(page) }),
  ).toMatchObject({
    refusal: { code: 'document-too-many-pages', details: { pages: 21, most: 20 } },
  })
})

test('submitting takes the documents along: the bytes wait for the centre under their name, the draft has them no more', async () => {
  await aDesk()
  const [police, family] = [await add(), await add('kk', [page, page])]
  const pdf = await counter.deps.reading((db) => db.documents.bytes(police.documentId))
  const taken = await counter.write((tx) => takeDocuments(tx, 'd-1'))
  expect(taken).toEqual([
    { requirementId: 'surat-polisi', sha256: police.sha256, pages: 1, size: police.size },
    { requirementId: 'kk', sha256: family.sha256, pages: 2, size: family.size },
  ])
  expect(await list()).toEqual([])
  const kept = await counter.deps.reading((db) => db.blobs.get(police.sha256))
  expect(kept).toEqual(pdf)
  expect(
    createHash('sha256')
      .update(kept ?? '')
      .digest('hex'),
  ).toBe(police.sha256)
  expect(await counter.deps.reading((db) => db.blobs.unsent(police.sha256))).toBe(true)
})

test('an application that is not submitted after all leaves the draft as it was', async () => {
  await aDesk()
  const kept = await add()
  const failing = counter.write(async (tx) => {
    await takeDocuments(tx, 'd-1')
    throw new Error('not after all')
  })
  await expect(failing).rejects.toThrow('not after all')
  expect(await list()).toEqual([kept])
  expect(await counter.deps.reading((db) => db.blobs.get(kept.sha256))).toBeNull()
})
