import { afterEach, expect, test } from 'vitest'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { checkFiling } from '#shared/domain/catalogue/check-filing.ts'
import { judgeSignedEkitir, longestSignedEkitir, readSignedEkitir } from '#shared/domain/ekitir/signed-ekitir.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { stepped } from '#shared/domain/filing/step.ts'
import { sheetJpeg } from '../../../../tests/fixtures/paper-picture.ts'
import { verifyEd25519 } from '../../security/verify-ed25519.ts'
import { Counter } from '../../testing/counter.ts'
import { change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const nik = '3578015204900001'
const lostCard = (name = 'Dewi Lestari'): IntakeDraft['services'][number] => ({
  service: 'KTP-ULANG',
  people: {
    owner: { name, nik, birthDate: '1990-04-12', sex: 'female', kk: '3578010101190001' },
  },
  answers: {
    applicantAs: 'self',
    reason: 'lost',
    'lossReport.number': 'SKTLK/123/XI/2026',
    'lossReport.date': '2026-11-20',
    'lossReport.station': 'Polsek Genteng',
  },
  requirements: { kk: { how: 'copy', documents: [] }, 'police-letter': { how: 'original', documents: [] } },
  doubts: [],
  collectionUnit: scope,
})
const letter = {
  'lossReport.number': 'SKTLK/124/XI/2026',
  'lossReport.date': '2026-11-20',
  'lossReport.station': 'Polsek Genteng',
}
const lostFamilyCard: IntakeDraft['services'][number] = {
  ...{ service: 'KK-HILANG', doubts: [], collectionUnit: null },
  people: { head: { name: 'Budi Santoso', nik: '3578011204850002', kk: '3578010101190001' } },
  answers: { applicantAs: 'head', ...letter },
  requirements: { f102: { how: 'original', documents: [] }, 'police-letter': { how: 'original', documents: [] } },
}
const draftOf = (...services: IntakeDraft['services']): IntakeDraft => ({
  ...{ services, at: { service: 0, step: 'review' }, repairs: null },
})

async function aDesk() {
  counter = await Counter.with({})
  await counter.signIn()
}
const save = (draft: IntakeDraft, draftId: string | null = null) => counter.get('intake.save-draft', { draftId, draft })
async function file(draft: IntakeDraft) {
  const { draftId } = await save(draft)
  return (await counter.get('application.file', { draftId })).filed
}
const get = (applicationId: string) => counter.get('application.get', { applicationId })
const list = (search = '', filter: 'open' | 'all' | 'sent-back' = 'all') =>
  counter.get('application.list', { filter, search, offset: 0, limit: 20 })

/** The centre says where it stands. */
async function pulled(applicationId: string, status: Filing['status'], note: string | null) {
  const found = await counter.store.read
    .selectFrom('thing')
    .select('projected')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const filing: Filing = JSON.parse(found.projected ?? '')
  const step = { stepId: `s-${status}`, status, at: '2026-11-25T02:00:00.000Z', note, by: 'kng' as const }
  await counter.pull([change('filing', { ...stepped(filing, step), acts: [applicationId] })])
}

test('an application is filed with the network off: its own number, a signed e-Kitir, and it waits for the centre', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard()))
  expect(filed?.kitirNumber).toBe(`L-${scope}-02-000001`)
  expect((await list()).rows).toMatchObject([
    { applicationId: filed?.applicationId, status: 'DIAJUKAN', subjectNik: '3578********0001', centre: 'waiting' },
  ])
  expect(await counter.outbox()).toEqual([filed?.applicationId])
  expect(await counter.get('intake.drafts', {})).toEqual([])
})

test('the QR is at most 180 characters, names this device, and holds no PIN', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard()))
  const row = await counter.store.read
    .selectFrom('thing')
    .select('projected')
    .where('id', '=', filed?.kitirId ?? '')
    .executeTakeFirstOrThrow()
  const { code, pinVerifier } = JSON.parse(row.projected ?? '')
  const pin = await counter.store.read.selectFrom('kitir_pin').select('pin').executeTakeFirstOrThrow()
  expect(code.length).toBeLessThanOrEqual(longestSignedEkitir)
  const read = readSignedEkitir(code)
  expect(read?.kitirNumber).toBe(filed?.kitirNumber)
  expect(code).not.toContain(pin.pin)
  expect([pin.pin.length, pinVerifier.startsWith('$argon2id$')]).toEqual([6, true])
  if (read === null) throw new Error('not readable')
  const publicKey = await counter.publicKey()
  const key = {
    ...{ id: read.keyId, scope, deviceId: 'd', deviceCode: '02', publicKey },
    ...{ validFrom: '2026-01-01T00:00:00.000Z', validTo: null, revokedAt: null },
  }
  const verify = (of: string, message: Uint8Array, signature: Uint8Array) =>
    verifyEd25519(Buffer.from(of, 'base64url'), message, signature)
  expect(judgeSignedEkitir(read, key, verify)).toBe('valid')
})

test('several services of one family are filed in one go, an e-Kitir each, and know each other', async () => {
  await aDesk()
  const filed = await file(draftOf(lostCard(), lostFamilyCard))
  expect(filed.map(({ kitirNumber }) => kitirNumber.slice(-6))).toEqual(['000001', '000002'])
  const { family, line } = await get(filed[0]?.applicationId ?? '')
  expect([line.family?.position, line.family?.of]).toEqual([1, 2])
  expect(family.map(({ applicationId }) => applicationId)).toEqual([filed[1]?.applicationId])
})

test('found by its number in any spelling, by NIK, and by the beginnings of names; what is not there is not found', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard()))
  for (const typed of [filed?.kitirNumber.toLowerCase().replaceAll('-', ' ') ?? '', nik, 'dew', 'lest dewi'])
    expect([typed, (await list(typed)).rows.length]).toEqual([typed, 1])
  for (const typed of ['Sari', 'dewi sari', '3578015204900002']) expect((await list(typed)).rows).toEqual([])
})

test('a draft is the own one of who began it, is there after a restart, and is kept as it is saved again', async () => {
  await aDesk()
  const { draftId } = await save(draftOf(lostCard()))
  await counter.restart()
  await counter.signIn()
  await save(draftOf(lostCard('Dewi L')), draftId)
  expect((await counter.get('intake.draft', { draftId })).saved?.draft.services[0]?.people.owner?.name).toBe('Dewi L')
  expect(await counter.get('intake.drafts', {})).toMatchObject([{ draftId, applicantName: 'Dewi L' }])
  await counter.signIn('fauzi')
  expect(await counter.get('intake.drafts', {})).toEqual([])
  expect((await counter.get('intake.draft', { draftId })).saved).toBeNull()
  expect((await counter.fault('application.file', { draftId })).code).toBe('draft-unknown')
})

test('a draft says how its services asked when each was begun, whatever the catalogue says since', async () => {
  await aDesk()
  const before = await counter.deps.reading(({ settings }) => settings.catalogue())
  const services = before.services.map((service) => ({ ...service, requirements: [] }))
  const { draftId } = await save(draftOf(lostCard()))
  await counter.write(async ({ settings }) =>
    settings.saveRegion({ ...(await settings.region()), catalogue: { version: before.version + 1, services } }),
  )
  await save(draftOf(lostCard(), lostFamilyCard), draftId)
  await counter.restart()
  await counter.signIn()
  const { saved } = await counter.get('intake.draft', { draftId })
  expect(saved?.draft.services).toEqual([lostCard(), lostFamilyCard])
  const asked = [
    before.services.find(({ code }) => code === 'KTP-ULANG'),
    services.find(({ code }) => code === 'KK-HILANG'),
  ]
  expect(saved?.asked).toEqual(asked)
})

test('documents that a paper names are filed with it and wait for the centre; one that was scanned and dropped is erased', async () => {
  await aDesk()
  const { draftId } = await save(draftOf(lostCard()))
  const scanned = (requirementId: string, width: number) => {
    const pages = [sheetJpeg({ width, height: 600 }).toString('base64')]
    return counter.get('document.add', { draftId, requirementId, pages })
  }
  const [family, dropped] = [await scanned('a', 400), await scanned('b', 500)]
  const requirements = { ...lostCard().requirements, kk: { how: 'upload' as const, documents: [family.documentId] } }
  await save(draftOf({ ...lostCard(), requirements }), draftId)
  const [filed] = (await counter.get('application.file', { draftId })).filed
  const row = await counter.deps.reading((db) => db.things.find('filing', filed?.applicationId ?? ''))
  expect(row?.row.requirements.kk).toEqual({ how: 'upload', documents: [family.sha256] })
  const kept = await counter.store.read.selectFrom('blob').select(['sha256', 'at_centre']).execute()
  expect(kept).toEqual([{ sha256: family.sha256, at_centre: 0 }])
  expect(await counter.store.read.selectFrom('draft_document').select('id').execute()).toEqual([])
  expect(await counter.deps.reading((db) => db.blobs.get(dropped.sha256))).toBeNull()
})

test('filed twice by an impatient hand, there is one application', async () => {
  await aDesk()
  const { draftId } = await save(draftOf(lostCard()))
  await counter.get('application.file', { draftId })
  expect((await counter.fault('application.file', { draftId })).code).toBe('draft-unknown')
  expect(await counter.outbox()).toHaveLength(1)
})

test('sent back with a reason, it is opened as a draft, repaired and sent again; the reason stays in its course', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard()))
  const applicationId = filed?.applicationId ?? ''
  expect((await counter.fault('application.begin-repair', { applicationId })).code).toBe('not-sent-back')
  await pulled(applicationId, 'PERBAIKAN', 'Surat kehilangan buram')
  expect((await list('', 'sent-back')).rows).toHaveLength(1)
  expect((await get(applicationId)).sentBack?.note).toBe('Surat kehilangan buram')
  const { draftId } = await counter.get('application.begin-repair', { applicationId })
  expect((await counter.get('application.begin-repair', { applicationId })).draftId).toBe(draftId)
  await counter.get('application.repair', { draftId, note: 'Difoto ulang' })
  const after = await get(applicationId)
  expect([after.line.status, after.sentBack]).toEqual(['DIAJUKAN', null])
  expect(after.steps.map(({ note }) => note)).toEqual([null, 'Surat kehilangan buram', 'Difoto ulang'])
})

test('a name that was wrong and put right is the new one in the list, on the slip and in the status, also of an e-Kitir made anew', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard('Dewi Lestri')))
  const applicationId = filed?.applicationId ?? ''
  await pulled(applicationId, 'PERBAIKAN', 'Nama salah')
  const { draftId } = await counter.get('application.begin-repair', { applicationId })
  const owner = { ...lostCard('Dewi Lestari').people.owner, nik: '3578015204900003' }
  await save(draftOf({ ...lostCard(), people: { owner } }), draftId)
  await counter.get('application.repair', { draftId, note: '' })
  expect((await list()).rows).toMatchObject([
    { applicantName: 'Dewi Lestari', subjectName: 'Dewi Lestari', subjectNik: '3578********0003' },
  ])
  expect((await list('lestri')).rows).toEqual([])
  const slipOf = async (kitirId: string) => (await counter.get('ekitir.slip', { kitirId, copy: 'office' })).slip
  expect(await slipOf(filed?.kitirId ?? '')).toMatchObject({
    ...{ applicantName: 'Dewi Lestari', applicantNikMasked: '3578********0003', subjectName: null },
  })
  expect(await counter.get('status.of', { applicationId })).toMatchObject({ applicantName: 'Dewi Lestari' })
  const found = await counter.get('scan.resolve', { code: filed?.kitirNumber ?? '', source: 'typed' })
  expect(found).toMatchObject({ kind: 'application', ownerName: 'Dewi Lestari' })
  await counter.get('ekitir.reissue', { applicationId, reason: 'damaged', identitySeen: true })
  expect(await saidToTheCentre('ekitir.reissue')).toMatchObject([{ ownerName: 'Dewi Lestari' }])
})

async function saidToTheCentre(type: string): Promise<unknown[]> {
  const rows = await counter.store.read.selectFrom('command').select('payload').where('type', '=', type).execute()
  return rows.map(({ payload }) => JSON.parse(payload ?? 'null'))
}

test('an e-Kitir is made anew with another PIN, also for an application of KNG that has none', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard()))
  const applicationId = filed?.applicationId ?? ''
  const again = await counter.get('ekitir.reissue', { applicationId, reason: 'lost', identitySeen: true })
  expect(again.number).toBe(`L-${scope}-02-000002`)
  const { kitirs } = await get(applicationId)
  expect(kitirs.map(({ state, pinWaits }) => [state, pinWaits])).toEqual([
    ['valid', true],
    ['replaced', false],
  ])
  expect(await saidToTheCentre('ekitir.reissue')).toMatchObject([{ reason: 'lost', identitySeen: true }])
  expect((await list(filed?.kitirNumber)).rows).toHaveLength(1)
  expect(
    (await counter.fault('ekitir.reissue', { applicationId: 'nobody', reason: 'no-pin', identitySeen: true })).code,
  ).toBe('application-unknown')
})

test('what has ended cannot be withdrawn', async () => {
  await aDesk()
  const [filed] = await file(draftOf(lostCard()))
  const applicationId = filed?.applicationId ?? ''
  await pulled(applicationId, 'SELESAI', null)
  expect((await counter.fault('application.withdraw', { applicationId, reason: 'Tidak jadi' })).code).toBe(
    'application-closed',
  )
})

test('what the catalogue does not let pass is not filed, and nothing of it is kept but the draft', async () => {
  await aDesk()
  const wrong = lostCard()
  const { draftId } = await save(draftOf({ ...wrong, people: { owner: { ...wrong.people.owner, nik: '3578' } } }))
  expect(await counter.fault('application.file', { draftId })).toEqual({
    code: 'application-unfit',
    details: { service: 'KTP-ULANG', code: 'nik-length', about: 'owner.nik' },
  })
  expect([await counter.outbox(), (await list()).rows]).toEqual([[], []])
  expect(await counter.get('intake.drafts', {})).toHaveLength(1)
})

test('of a family of which one application does not fit none is filed; put right, each is filed once', async () => {
  await aDesk()
  const wrong = { ...lostFamilyCard, requirements: {} }
  const { draftId } = await save(draftOf(lostCard(), wrong))
  expect((await counter.fault('application.file', { draftId })).details).toMatchObject({ service: 'KK-HILANG' })
  expect([await counter.outbox(), (await list()).rows]).toEqual([[], []])
  expect(await counter.store.read.selectFrom('kitir_pin').select('pin').execute()).toEqual([])
  await save(draftOf(lostCard(), lostFamilyCard), draftId)
  const { filed } = await counter.get('application.file', { draftId })
  expect(filed.map(({ kitirNumber }) => kitirNumber.slice(-6))).toEqual(['000001', '000002'])
  expect((await list()).rows).toHaveLength(2)
})

test('a draft that is refused, filed or repaired, keeps the documents that were taken for it', async () => {
  await aDesk()
  const scan = (draftId: string) => {
    const pages = [sheetJpeg({ width: 400, height: 600 }).toString('base64')]
    return counter.get('document.add', { draftId, requirementId: 'kk', pages })
  }
  const shown = (documentId: string, police: 'original' | 'missing') => ({
    ...lostCard(),
    requirements: {
      kk: { how: 'upload' as const, documents: [documentId] },
      'police-letter': { how: police, documents: [] },
    },
  })
  const { draftId } = await save(draftOf(lostCard()))
  const { documentId } = await scan(draftId)
  await save(draftOf(shown(documentId, 'missing')), draftId)
  expect((await counter.fault('application.file', { draftId })).code).toBe('application-unfit')
  expect((await counter.get('document.list', { draftId })).documents).toMatchObject([{ documentId }])
  await save(draftOf(shown(documentId, 'original')), draftId)
  const [filed] = (await counter.get('application.file', { draftId })).filed
  const applicationId = filed?.applicationId ?? ''

  await pulled(applicationId, 'PERBAIKAN', 'KK buram')
  const repair = await counter.get('application.begin-repair', { applicationId })
  const again = await scan(repair.draftId)
  await save(draftOf(shown(again.documentId, 'missing')), repair.draftId)
  expect((await counter.fault('application.repair', { ...repair, note: '' })).code).toBe('application-unfit')
  const kept = await counter.get('document.list', repair)
  expect(kept.documents.map(({ documentId }) => documentId)).toEqual([again.documentId])
  await save(draftOf(shown(again.documentId, 'original')), repair.draftId)
  await counter.get('application.repair', { ...repair, note: '' })
  expect((await get(applicationId)).requirements.kk?.documents).toHaveLength(1)
})

test('what is doubtful is filed with its reason, and a reason for what was mended meanwhile is left behind', async () => {
  await aDesk()
  const said = lostCard()
  const doubtful = { ...said, people: { owner: { ...said.people.owner, sex: 'male' as const } } }
  const { draftId } = await save(draftOf(doubtful))
  expect((await counter.fault('application.file', { draftId })).details).toMatchObject({ code: 'nik-sex' })
  const doubts = [
    { code: 'nik-sex', about: 'owner.nik', reason: 'Sesuai akta' },
    { code: 'nik-province', about: 'owner.nik', reason: 'NIK lama' },
  ]
  await save(draftOf({ ...doubtful, doubts }), draftId)
  const [filed] = (await counter.get('application.file', { draftId })).filed
  expect((await get(filed?.applicationId ?? '')).doubts).toEqual(doubts.slice(0, 1))
})

test('what was typed and is no longer asked for is not filed, and numbers are put in order', async () => {
  await aDesk()
  const said = lostCard()
  const people = {
    owner: { ...said.people.owner, nik: ' 35.7801-520490 0001' },
    applicant: { name: 'Tidak Ditanya', nik: '3578011204850002' },
  }
  const [filed] = await file(draftOf({ ...said, people, answers: { ...said.answers, changes: 'Alamat' } }))
  const shown = await get(filed?.applicationId ?? '')
  expect([Object.keys(shown.people), shown.answers.changes, shown.line.subjectNik]).toEqual([
    ['owner'],
    undefined,
    '3578********0001',
  ])
})

test('a number that this device knows fills in its holder; of a KK the family', async () => {
  await aDesk()
  await file(draftOf(lostCard()))
  const asked = (number: string) => counter.get('intake.known-people', { number })
  expect((await asked(nik)).person).toEqual({
    ...{ nik, kk: '3578010101190001', name: 'Dewi Lestari', birthDate: '1990-04-12', sex: 'female' },
  })
  expect(await asked('3578011204850009')).toEqual({ person: null, family: [] })
})

test('the form is made from the catalogue as it is now; a service that left it is not in it', async () => {
  await aDesk()
  const form = await counter.get('intake.form', { services: ['KIA', 'NEVER-WAS'] })
  expect([form.services.map(({ code }) => code), form.day]).toEqual([['KIA'], '2026-11-24'])
  expect(form.names.length).toBeGreaterThan(30)
})

test('a card is collected here unless said otherwise, where nobody knows nowhere; a document nowhere', async () => {
  await aDesk()
  const elsewhere = '3578071001'
  const [here, there, document] = await file(
    draftOf(
      { ...lostCard(), collectionUnit: null },
      { ...lostCard(), collectionUnit: elsewhere },
      { ...lostFamilyCard, collectionUnit: elsewhere },
    ),
  )
  const collected = async (filed: typeof here) => {
    const { collectionUnit, collectAt } = await get(filed?.applicationId ?? '')
    return [collectionUnit, collectAt]
  }
  expect(await collected(here)).toEqual([scope, 'Kelurahan Ketabang'])
  expect(await collected(there)).toEqual([elsewhere, 'Kelurahan Embong Kaliasin'])
  expect(await collected(document)).toEqual([null, null])
  const slip = await counter.get('ekitir.slip', { kitirId: there?.kitirId ?? '', copy: 'citizen' })
  expect(slip.slip.collectAt).toBe('Kelurahan Embong Kaliasin')
  const { draftId } = await save(draftOf({ ...lostCard(), collectionUnit: '9999999999' }))
  expect(await counter.fault('application.file', { draftId })).toEqual({ code: 'unit-unknown' })
})

test('a search tells how many there are beyond the page', async () => {
  await aDesk()
  await file(draftOf(lostCard(), lostCard('Dewi Anjani'), lostFamilyCard))
  const asked = { filter: 'all', search: 'dewi', offset: 1, limit: 1 } as const
  const { rows, total } = await counter.get('application.list', asked)
  expect([rows.length, total]).toEqual([1, 2])
})

test('a NIK of a kecamatan that Surabaya does not have is said, and keeps nobody from filing', async () => {
  await aDesk()
  const said = lostCard()
  const { regions, services, day } = await counter.get('intake.form', { services: ['KTP-ULANG'] })
  const [service] = services
  if (!service) throw new Error('the catalogue has no KTP-ULANG')
  const troubles = (number: string) =>
    checkFiling(service, { ...said, day, people: { owner: { ...said.people.owner, nik: number } } }, regions)
      .filter(({ code }) => code === 'nik-district')
      .map(({ severity }) => severity)
  expect([troubles(nik), troubles('3578995204900001'), troubles('3515995204900001')]).toEqual([[], ['warning'], []])
  const [filed] = await file(draftOf({ ...said, people: { owner: { ...said.people.owner, nik: '3578995204900001' } } }))
  expect(filed?.kitirNumber).toBe(`L-${scope}-02-000001`)
})

test('a KTP-el is filed for from the first minute of the seventeenth birthday by the clock of Surabaya', async () => {
  await aDesk()
  const owner = { ...lostCard().people.owner, nik: '3578016511090001', birthDate: '2009-11-25' }
  const { draftId } = await save(draftOf({ ...lostCard(), people: { owner } }))
  // 09.00 WIB on the day before it.
  counter.clock.pass(15 * 60 - 1)
  await counter.signIn()
  expect((await counter.fault('application.file', { draftId })).details).toMatchObject({ code: 'too-young' })
  counter.clock.pass(1)
  expect((await counter.get('application.file', { draftId })).filed).toHaveLength(1)
})
