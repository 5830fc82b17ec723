import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { type Authority, anAuthority, aSignedPdf, aSigner } from '../../../../tests/fixtures/signed-pdf.ts'
import { aFiling } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'
import { change } from '../../testing/rows.ts'

let counter: Counter
let applicationId: string
let authority: Authority
let pdf: Uint8Array
let sha256: string
const signedAt = '2026-11-24T03:00:00.000Z'

beforeEach(async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft: aFiling })
  applicationId = (await counter.get('application.file', { draftId })).filed[0]?.applicationId ?? ''
  authority = await anAuthority('CA Uji Kota')
  pdf = await aSignedPdf(await aSigner(authority, 'Kepala Dinas Uji'), signedAt)
  sha256 = createHash('sha256').update(pdf).digest('hex')
  await finished()
})
afterEach(() => counter.close())

/** The centre says that the document is there. */
async function finished(): Promise<void> {
  const found = await counter.deps.reading((db) => db.things.find('filing', applicationId))
  if (!found) throw new Error('nothing was filed')
  const result = { sha256, title: 'Kutipan Akta Kelahiran', pages: 1, at: signedAt }
  const row: Filing = { ...found.row, status: 'SIAP_UNDUH', results: [result] }
  await counter.pull([change('filing', { ...row, acts: [applicationId] })])
  counter.centre.blobs.set(sha256, pdf)
}

const open = () => counter.get('result.open', { applicationId, sha256 })
const trusted = () =>
  counter.write(async ({ settings }) =>
    settings.saveRegion({
      ...(await settings.region()),
      signatureAnchors: [Buffer.from(authority.der).toString('base64')],
    }),
  )

test('fetched while the network is there, it is shown and its signature checked; kept, it opens offline too', async () => {
  expect(await open()).toMatchObject({
    ...{ title: 'Kutipan Akta Kelahiran', pages: [expect.any(String)] },
    signature: { state: 'unknown-signer', signer: 'Kepala Dinas Uji', at: signedAt },
  })
  counter.centre.reachable = false
  await trusted()
  expect((await open()).signature.state).toBe('trusted')
})

test('what is kept of it is not sent back to the centre', async () => {
  await open()
  expect(await counter.deps.reading((db) => db.blobs.unsent(sha256))).toBe(false)
})

test('offline and not here, it says so; a hash that is not of this application opens nothing', async () => {
  counter.centre.reachable = false
  expect((await counter.fault('result.open', { applicationId, sha256 })).code).toBe('offline')
  counter.centre.reachable = true
  const other = 'a'.repeat(64)
  counter.centre.blobs.set(other, pdf)
  expect((await counter.fault('result.open', { applicationId, sha256: other })).code).toBe('document-unknown')
})

test('the centre has it not yet, or sends other bytes than the hash says: it says which, and nothing is taken', async () => {
  counter.centre.blobs.delete(sha256)
  expect((await counter.fault('result.open', { applicationId, sha256 })).code).toBe('result-not-at-centre')
  counter.centre.blobs.set(sha256, Buffer.from('%PDF-1.4 something else'))
  expect((await counter.fault('result.open', { applicationId, sha256 })).code).toBe('document-damaged')
})

test('saved, it is the file that was signed, to the byte', async () => {
  const { fileName } = await counter.get('result.save', { applicationId, sha256 })
  expect(fileName).toBe('kutipan-akta-kelahiran.pdf')
  expect(Buffer.from(counter.shell.files.get(fileName) ?? []).equals(Buffer.from(pdf))).toBe(true)
})
