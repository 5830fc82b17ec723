import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, applyAct } from '../act/acts.ts'
import { RowSet } from '../act/row-set.ts'
import type { Seen } from '../act/rule.ts'
import type { Application } from '../application/application.ts'
import { applicationOf } from './application-of.ts'
import type { Filing } from './filing.ts'
import { sentBack, stepped } from './step.ts'
import { aFiledApplication, by } from './testing/a-filing.ts'

const seen: Seen = {
  scope: '3578071004',
  deviceId: 'd-1',
  acceptedAt: '2026-11-24T02:01:00.000Z',
  permitted: true,
  flags: [],
  caseId: 'case-1',
}
const filed: Act = { type: 'application.file', payload: aFiledApplication() }
const repaired = (repairId: string, at = '2026-11-26T02:00:00.000Z'): Act => ({
  type: 'application.repair',
  payload: {
    ...{ repairId, applicationId: 'f-1', note: 'Surat dilampirkan', doubts: [], offline: false },
    ...{ people: {}, answers: { reason: 'lost', letter: repairId }, requirements: {} },
    ...by('rini', at),
  },
})
const repairedAs = (repairId: string, people: Filing['people'], answers: Filing['answers'] = {}): Act => {
  const act = repaired(repairId)
  return { ...act, payload: { ...act.payload, people, answers } } as Act
}
const withdrawn = (withdrawId: string): Act => ({
  type: 'application.withdraw',
  payload: { withdrawId, applicationId: 'f-1', reason: 'Sudah ketemu', offline: false, ...by('rini') },
})
const reissued = (id: string, replacesKitirId: string | null = 'kt-1'): Act => ({
  type: 'ekitir.reissue',
  payload: {
    ...{ reissueId: `r-${id}`, applicationId: 'f-1', replacesNumber: 'L-3578071004-02-000123', replacesKitirId },
    kitir: { kitirId: id, number: `L-3578071004-02-${id}`, code: `LKT1:${id}`, pinVerifier: 'v' },
    ...{ reason: 'lost', ownerName: 'Dewi Lestari', offline: false },
    ...by('fauzi'),
  },
})

function lived(acts: readonly Act[], rows = new RowSet(), how: Partial<Seen> = {}) {
  const outcomes = acts.map((act) => applyAct(act, rows, { ...seen, ...how }))
  return { rows, outcomes, filing: rows.get('filing', 'f-1') as Filing }
}

/** The office sends it back. */
function returned(rows: RowSet, at = '2026-11-25T02:00:00.000Z') {
  const filing = rows.get('filing', 'f-1') as Filing
  const step = {
    stepId: `s-${at}`,
    status: 'PERBAIKAN' as const,
    at,
    note: 'Surat kehilangan buram',
    by: 'kng' as const,
  }
  rows.put({ entity: 'filing', id: 'f-1', row: stepped(filing, { ...step, about: ['police-letter'] }) })
}

test('what is filed is an application with its first step, and the e-Kitir that the citizen took home', () => {
  const { rows, filing, outcomes } = lived([filed])
  expect(outcomes[0]).toMatchObject({ verdict: 'applied', code: null })
  expect(filing).toMatchObject({ status: 'DIAJUKAN', kitirNumber: 'L-3578071004-02-000123', kngNumber: null })
  expect(filing.steps).toEqual([{ stepId: 'f-1', status: 'DIAJUKAN', at: by('rini').at, note: null, by: 'counter' }])
  expect(rows.get('kitir', 'kt-1')).toMatchObject({ applicationId: 'f-1', state: 'valid', replaces: null })
})

test('sent back, it says what has to be put right; repaired, it is with the office again', () => {
  const { rows } = lived([filed])
  returned(rows)
  expect(sentBack(rows.get('filing', 'f-1') as Filing)).toMatchObject({
    note: 'Surat kehilangan buram',
    about: ['police-letter'],
  })
  const { filing } = lived([repaired('p-1')], rows)
  expect([filing.status, filing.answers.letter, sentBack(filing)]).toEqual(['DIAJUKAN', 'p-1', null])
  expect(filing.steps.map(({ status }) => status)).toEqual(['DIAJUKAN', 'PERBAIKAN', 'DIAJUKAN'])
})

test('a repair that comes when the office has gone on is kept, and does not turn the course back', () => {
  const { rows } = lived([filed])
  const filing = rows.get('filing', 'f-1') as Filing
  const step = { stepId: 's-1', status: 'VALIDASI', at: '2026-11-25T02:00:00.000Z', note: null, by: 'kng' } as const
  rows.put({ entity: 'filing', id: 'f-1', row: stepped(filing, step) })
  expect(lived([repaired('p-1')], rows).filing).toMatchObject({ status: 'VALIDASI', answers: { letter: 'p-1' } })
})

test('a name or a NIK that was put right is that of who asks and whose document it is, however often', () => {
  const { rows } = lived([filed])
  const owner = { name: 'Dewi Lestari Ningsih', nik: '3578015204900001' }
  expect(lived([repairedAs('p-1', { owner })], rows).filing).toMatchObject({
    ...{ applicantName: owner.name, applicantNik: owner.nik, subjectName: owner.name, subjectNik: owner.nik },
  })
  const again = { name: 'Dewi L Ningsih', nik: '3578015204900002' }
  expect(lived([repairedAs('p-2', { owner: again })], rows).filing).toMatchObject({
    ...{ applicantName: again.name, applicantNik: again.nik, subjectName: again.name, subjectNik: again.nik },
  })
})

test('who applies for somebody else is told apart from whom it is about, also where the name alone was wrong', () => {
  const child = { name: 'Budi', birthDate: '2026-11-01' }
  const father = { name: 'Budi', nik: '3578010101900001' }
  const mother = { name: 'Siti Aminah', nik: '3578014101920002' }
  const birth = aFiledApplication({
    ...{ service: 'AK-LAHIR', people: { father, mother, child }, answers: { applicantAs: 'father' } },
    ...{ applicantName: 'Budi', applicantNik: father.nik, subjectName: 'Budi', subjectNik: null },
  })
  const { rows } = lived([{ type: 'application.file', payload: birth }])
  const put = { father, mother, child: { ...child, name: 'Budi Kecil' } }
  expect(lived([repairedAs('p-1', put, { applicantAs: 'father' })], rows).filing).toMatchObject({
    ...{ applicantName: 'Budi', applicantNik: father.nik, subjectName: 'Budi Kecil', subjectNik: null },
  })
  expect(lived([repairedAs('p-2', put, { applicantAs: 'mother' })], rows).filing).toMatchObject({
    ...{ applicantName: mother.name, applicantNik: mother.nik, subjectName: 'Budi Kecil', subjectNik: null },
  })
})

test('a repair that no longer names who it is about leaves them as filed', () => {
  const { applicantName, applicantNik, subjectName, subjectNik } = aFiledApplication()
  expect(lived([filed, repairedAs('p-1', { somebody: { name: 'Lain' } })]).filing).toMatchObject({
    ...{ applicantName, applicantNik, subjectName, subjectNik },
  })
})

test('withdrawn it is over; what had ended before stays as it ended', () => {
  expect(lived([filed, withdrawn('w-1')]).filing.status).toBe('DIBATALKAN')
  expect(lived([filed, withdrawn('w-1'), repaired('p-1')]).filing.status).toBe('DIBATALKAN')
})

test('an e-Kitir made anew takes the place of the one before it; made at two desks at once both hold', () => {
  const { rows, filing } = lived([filed, reissued('900001'), reissued('900002')])
  expect(['kt-1', '900001', '900002'].map((id) => rows.get('kitir', id)?.state)).toEqual(['replaced', 'valid', 'valid'])
  expect(filing.kitirNumber).toBe('L-3578071004-02-900002')
})

test('an e-Kitir for an application that was filed elsewhere is a row of its own', () => {
  const { rows, filing } = lived([reissued('900001', null)])
  expect(filing).toBeNull()
  expect(rows.get('kitir', '900001')).toMatchObject({ applicationId: 'f-1', scope: seen.scope, reason: 'lost' })
})

test('a repair of what nobody knows is no less a fact: a person must look', () => {
  expect(lived([repaired('p-1')]).outcomes[0]).toMatchObject({ verdict: 'conflict', code: 'filing-unknown' })
})

test('what a person might not do happened all the same, and is flagged', () => {
  const { outcomes, filing } = lived([filed], new RowSet(), { permitted: false })
  expect([outcomes[0]?.code, filing.flags]).toEqual(['not-permitted', ['not-permitted']])
})

test('whatever comes again, in whatever order it comes again, changes nothing', () => {
  const acts = [filed, repaired('p-1'), withdrawn('w-1'), reissued('900001'), reissued('900002')]
  fc.assert(
    fc.property(fc.shuffledSubarray(acts, { minLength: 0 }), fc.shuffledSubarray(acts), (first, again) => {
      const once = lived([filed, ...first])
      const before = JSON.stringify(once.rows.all())
      lived(
        again.filter((act) => act === filed || first.includes(act)),
        once.rows,
      )
      expect(JSON.stringify(once.rows.all())).toBe(before)
    }),
  )
})

test('the promise follows the course: it runs when the papers were found complete, stands still while it lies with the citizen', () => {
  const { rows } = lived([filed])
  const course = [
    ['VERIFIKASI', '2026-11-24T03:00:00.000Z'],
    ['PERBAIKAN', '2026-11-24T04:00:00.000Z'],
    ['DIAJUKAN', '2026-11-24T06:00:00.000Z'],
    ['VALIDASI', '2026-11-24T07:00:00.000Z'],
    ['SIAP_DIAMBIL', '2026-11-25T03:00:00.000Z'],
  ] as const
  const filing = course.reduce<Filing>(
    (row, [status, at]) => stepped(row, { stepId: at, status, at, note: null, by: 'kng' }),
    rows.get('filing', 'f-1') as Filing,
  )
  expect(applicationOf(filing, null)).toMatchObject({
    status: 'SIAP_DIAMBIL',
    acceptedAt: '2026-11-24T07:00:00.000Z',
    fulfilledAt: '2026-11-25T03:00:00.000Z',
    returns: [{ from: '2026-11-24T04:00:00.000Z', to: '2026-11-24T06:00:00.000Z' }],
    cancelledAt: null,
  })
})

test('a document that another town issued is outside of the promise, until the repair says that it was this one', () => {
  const elsewhere = aFiledApplication({ service: 'AK-LAHIR2', answers: { issuedBy: 'elsewhere' } })
  const { rows, filing } = lived([{ type: 'application.file', payload: elsewhere }])
  const before = applicationOf(filing, null)
  expect(before?.grounds).toEqual(['other-town-document'])
  const { filing: after } = lived([repairedAs('p-1', filing.people, { issuedBy: 'surabaya' })], rows)
  expect(applicationOf(after, before)?.grounds).toEqual([])
})

test('grounds that the office noted stay, and nothing is noted where nobody was asked', () => {
  const { filing } = lived([filed])
  expect(applicationOf(filing, null)?.grounds).toBeUndefined()
  const noted = { ...applicationOf(filing, null), grounds: ['force-majeure', 'other-town-document'] } as Application
  expect(applicationOf(filing, noted)?.grounds).toEqual(noted.grounds)
  const asked = { ...filing, answers: { issuedBy: 'surabaya' } }
  expect(applicationOf(asked, noted)?.grounds).toEqual(['force-majeure'])
})
