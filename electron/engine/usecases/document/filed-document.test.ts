import { afterEach, beforeEach, expect, test } from 'vitest'
import { sheetJpeg } from '../../../../tests/fixtures/paper-picture.ts'
import { aFiling } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'

let counter: Counter
let asked: { applicationId: string; sha256: string; purpose: 'citizen-asks' }
const page = sheetJpeg({ width: 1000, height: 1414 }).toString('base64')

/** A lost KTP-el, filed with the KK on two pages. */
beforeEach(async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft: aFiling })
  const kk = await counter.get('document.add', { draftId, requirementId: 'kk', pages: [page, page] })
  const services = aFiling.services.map((begun) => ({
    ...begun,
    requirements: { ...begun.requirements, kk: { how: 'upload' as const, documents: [kk.documentId] } },
  }))
  await counter.get('intake.save-draft', { draftId, draft: { ...aFiling, services } })
  const { filed } = await counter.get('application.file', { draftId })
  asked = { applicationId: filed[0]?.applicationId ?? '', sha256: kk.sha256, purpose: 'citizen-asks' }
})
afterEach(() => counter.close())

const open = () => counter.get('document.filed', asked)
const refused = async (more: object = {}) => (await counter.fault('document.filed', { ...asked, ...more })).code
const noted = async () => {
  const rows = await counter.store.read.selectFrom('audit_entry').select('entry').orderBy('position').execute()
  return rows.map(({ entry }) => JSON.parse(entry)).filter(({ kind }) => kind === 'open-document')
}
/** The centre has it, and its time on this desk is over. */
async function sentAndErased(): Promise<Uint8Array> {
  const pdf = await counter.deps.reading((db) => db.blobs.get(asked.sha256))
  await counter.store.inTransaction((trx) => trx.deleteFrom('blob').execute())
  if (pdf === null) throw new Error('nothing was filed')
  return pdf
}

test('what was filed with an application is opened page by page by any clerk of the unit, with name and purpose in the audit trail', async () => {
  await counter.signIn('fauzi')
  expect(await open()).toEqual({ pages: [expect.stringMatching(/^\/9j/), expect.stringMatching(/^\/9j/)] })
  const subject = `citizen-asks ${asked.applicationId} ${asked.sha256.slice(0, 12)}`
  expect(await noted()).toMatchObject([{ subject, staffId: 'fauzi' }])
})

test('gone from this desk it is fetched from the centre, kept without being sent again, and opens without a network then', async () => {
  counter.centre.blobs.set(asked.sha256, await sentAndErased())
  expect((await open()).pages).toHaveLength(2)
  expect(await counter.deps.reading((db) => db.blobs.unsent(asked.sha256))).toBe(false)
  counter.centre.reachable = false
  expect((await open()).pages).toHaveLength(2)
})

test('gone from this desk it is said so: without a network, where the centre has it not yet, and where other bytes come', async () => {
  const pdf = await sentAndErased()
  expect(await refused()).toBe('document-not-at-centre')
  counter.centre.blobs.set(asked.sha256, Buffer.concat([pdf, Buffer.from(' ')]))
  expect(await refused()).toBe('document-damaged')
  counter.centre.reachable = false
  expect(await refused()).toBe('document-not-here')
  expect(await noted()).toEqual([])
})

test('the hash opens nothing that the application does not name, and nothing without an application', async () => {
  expect(await refused({ sha256: 'a'.repeat(64) })).toBe('document-unknown')
  expect(await refused({ applicationId: 'f-0' })).toBe('application-unknown')
})
