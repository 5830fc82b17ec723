import { afterEach, expect, test } from 'vitest'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { sheetJpeg } from '../../../../tests/fixtures/paper-picture.ts'
import { Counter } from '../../testing/counter.ts'
import { scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const owner = {
  ...{ name: 'Dewi Lestari', nik: '3578015204900001', birthDate: '1990-04-12', sex: 'female' as const },
  kk: '3578010101190001',
}
const draftOf = (person: typeof owner, documents: readonly string[] = []): IntakeDraft => ({
  services: [
    {
      ...{ service: 'KTP-ULANG', people: { owner: person }, doubts: [], collectionUnit: scope },
      answers: {
        ...{ applicantAs: 'self', reason: 'lost', 'lossReport.number': 'SKTLK/123/XI/2026' },
        ...{ 'lossReport.date': '2026-11-20', 'lossReport.station': 'Polsek Genteng' },
      },
      requirements: {
        kk: { how: 'copy', documents: [] },
        'police-letter':
          documents.length > 0 ? { how: 'upload', documents: [...documents] } : { how: 'original', documents: [] },
      },
    },
  ],
  ...{ at: { service: 0, step: 'review' }, repairs: null },
})
const page = sheetJpeg({ width: 1000, height: 1414 }).toString('base64')

const save = async (draft: IntakeDraft, draftId: string | null = null) =>
  (await counter.get('intake.save-draft', { draftId, draft })).draftId

/** An application with a letter of the police, filed by Rini. */
async function aFiledLetter() {
  counter = await Counter.with({})
  await counter.signIn()
  const draftId = await save(draftOf(owner))
  const letter = await counter.get('document.add', { draftId, requirementId: 'letter', pages: [page] })
  await save(draftOf(owner, [letter.documentId]), draftId)
  await counter.get('application.file', { draftId })
  return letter
}
const look = (draftId: string) => counter.get('document.archive', { draftId, purpose: 'same-paper' })
const noted = async (kind: string) => {
  const rows = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  return rows.map(({ entry }) => JSON.parse(entry)).filter((entry) => entry.kind === kind)
}

test('what somebody filed before is found for the next application, with the purpose in the audit trail', async () => {
  const letter = await aFiledLetter()
  const draftId = await save(draftOf(owner))
  const { documents } = await look(draftId)
  expect(documents).toMatchObject([{ sha256: letter.sha256, ofName: 'Dewi Lestari' }])
  expect(await noted('archive-look')).toMatchObject([{ subject: `same-paper ${draftId}` }])
  const [found] = documents
  if (!found) throw new Error('nothing was found')
  const taken = await counter.get('document.from-archive', {
    ...{ draftId, requirementId: 'again', filingId: found.filingId, sha256: found.sha256, purpose: 'same-paper' },
  })
  expect(taken).toMatchObject({ requirementId: 'again', sha256: letter.sha256, pages: 1, size: letter.size })
  expect((await counter.get('document.list', { draftId })).documents).toEqual([taken])
  expect(await noted('archive-take')).toMatchObject([{ subject: expect.stringMatching(/^same-paper /) }])
})

test('nothing of somebody else is found, nothing for another clerk’s draft, and nothing that no application names', async () => {
  const letter = await aFiledLetter()
  const other = await save(draftOf({ ...owner, name: 'Budi Santoso', nik: '3578011204850002' }))
  expect((await look(other)).documents).toEqual([])
  const unnamed = {
    draftId: other,
    requirementId: 'r',
    filingId: 'f-0',
    sha256: letter.sha256,
    purpose: 'check' as const,
  }
  expect((await counter.fault('document.from-archive', unnamed)).code).toBe('application-unknown')
  await counter.signIn('fauzi')
  expect(await counter.ask('document.archive', { draftId: other, purpose: 'check' })).toMatchObject({
    refusal: { code: 'draft-unknown' },
  })
})
