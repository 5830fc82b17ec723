import { describe, expect, test } from 'vitest'
import {
  type CardDetail,
  type CollectorRule,
  type Draft,
  emptyDraft,
  inputOf,
  missingOf,
  withCollector,
} from './draft.ts'
import { resumedDraft, typedPart } from './typed-part.ts'

const selfRule: CollectorRule = {
  cardKind: 'ktp-el',
  collector: 'self',
  needsProxyLetter: false,
  sameHousehold: false,
  papers: [
    { id: 'face', label: 'Wajah sesuai foto kartu', face: true },
    { id: 'kitir', label: 'e-Kitir diperlihatkan', face: false },
  ],
}
const proxyRule: CollectorRule = { ...selfRule, collector: 'proxy', needsProxyLetter: true }

const aDetail = (changes: Partial<CardDetail> = {}): CardDetail => ({
  applicationId: 'a-1',
  card: {
    cardId: 'K-1',
    kind: 'ktp-el',
    state: 'ready',
    issueReason: 'new',
    ownerName: 'Dewi Lestari',
    ownerNikMasked: '3578********0006',
    kitirNumber: 'KNG-2611-048213',
    place: { rack: 'B', box: '3', number: '17' },
    arrivedAt: null,
    ageDays: 1,
    promise: { kind: 'none' },
    centre: 'recorded',
    handedOver: null,
  },
  ownerBirthDate: '1990-03-31',
  kia: null,
  service: null,
  oldCard: 'none',
  pin: { state: 'open', triesLeft: 5 },
  collectors: ['self', 'family', 'proxy'],
  household: [],
  householdKnown: false,
  contested: false,
  nextReceiptNumber: '0232/BST/3578071004-02/2026',
  unit: { name: 'Kelurahan Ketabang', kecamatan: 'Genteng' },
  dataAsOf: null,
  ...changes,
})

const done: Partial<Draft> = {
  pin: { kind: 'verified', pinToken: 'token' },
  papers: ['face', 'kitir'],
  signature: 'iVBORw0KGgo=',
}
const aDraft = (changes: Partial<Draft> = {}, detail = aDetail()): Draft => ({ ...emptyDraft(detail), ...changes })

test('a fresh draft starts with the collector whom the rules name first, and misses PIN, papers and signature', () => {
  const draft = emptyDraft(aDetail({ collectors: ['guardian'] }))
  expect(draft.collector).toBe('guardian')
  expect(missingOf(aDraft(), aDetail(), selfRule)).toEqual(['pin', 'papers', 'signature'])
})

test('the owner with PIN, papers and signature misses nothing', () => {
  expect(missingOf(aDraft(done), aDetail(), selfRule)).toEqual([])
  expect(inputOf('K-1', aDraft(done), aDetail())).toEqual({
    cardId: 'K-1',
    pin: { means: 'verified', pinToken: 'token' },
    collector: { kind: 'self', memberId: null, name: '', nik: null, relation: '', proxyLetter: null },
    papers: ['face', 'kitir'],
    label: null,
    doubtReason: null,
    identity: { seen: true },
    oldCard: { kind: 'none' },
    signature: 'iVBORw0KGgo=',
    photo: null,
  })
})

test('a proxy needs name, NIK of 16 digits and the letter', () => {
  const draft = aDraft({ ...done, collector: 'proxy', nik: '357811' })
  expect(missingOf(draft, aDetail(), proxyRule)).toEqual(['person', 'nik', 'letter'])
  const whole = {
    ...draft,
    name: ' Ratna ',
    nik: '3578110101900001',
    letterNumber: '12/SK',
    letterDate: '2026-11-20',
  }
  expect(missingOf(whole, aDetail(), proxyRule)).toEqual([])
  expect(inputOf('K-1', whole, aDetail())?.collector).toEqual({
    kind: 'proxy',
    memberId: null,
    name: 'Ratna',
    nik: '3578110101900001',
    relation: '',
    proxyLetter: { number: '12/SK', date: '2026-11-20' },
  })
})

test('another collector starts with no papers and no signature: they belonged to the one before', () => {
  const draft = withCollector(aDraft({ ...done, name: 'Ratna' }), 'family')
  expect([draft.collector, draft.papers, draft.signature, draft.name]).toEqual(['family', [], null, ''])
  expect(draft.pin).toEqual({ kind: 'verified', pinToken: 'token' })
})

describe('the old card', () => {
  test('has to be withdrawn where the new one replaces it', () => {
    const detail = aDetail({ oldCard: 'withdraw' })
    expect(missingOf(aDraft(done, detail), detail, selfRule)).toEqual(['oldCard'])
    const draft = aDraft({ ...done, withdrawn: true, drawer: ' T-2 ' }, detail)
    expect(missingOf(draft, detail, selfRule)).toEqual([])
    expect(inputOf('K-1', draft, detail)?.oldCard).toEqual({ kind: 'withdrawn', drawer: 'T-2' })
  })
  test('that was lost needs the whole police letter', () => {
    const detail = aDetail({ oldCard: 'police-letter' })
    expect(missingOf(aDraft({ ...done, policeNumber: '77' }, detail), detail, selfRule)).toEqual(['police'])
  })

  test('that was to be taken back and was lost since needs the police letter instead', () => {
    const detail = aDetail({ oldCard: 'withdraw' })
    const letter = { policeNumber: 'SKTLK/77', policeDate: '2026-11-20', policeStation: 'Polsek Genteng' }
    expect(missingOf(aDraft({ ...done, oldCardLost: true }, detail), detail, selfRule)).toEqual(['police'])
    const lost = aDraft({ ...done, oldCardLost: true, ...letter }, detail)
    expect(missingOf(lost, detail, selfRule)).toEqual([])
    const told = { kind: 'police-letter', number: 'SKTLK/77', date: '2026-11-20', station: 'Polsek Genteng' }
    expect(inputOf('K-1', lost, detail)?.oldCard).toEqual(told)
  })
})

test('an identity that was not seen needs its reason', () => {
  expect(missingOf(aDraft({ ...done, identityHidden: true }), aDetail(), selfRule)).toEqual(['identity'])
  const draft = aDraft({ ...done, identityHidden: true, identityReason: 'Cadar, diperiksa petugas wanita' })
  expect(inputOf('K-1', draft, aDetail())?.identity).toEqual({
    seen: false,
    reason: 'Cadar, diperiksa petugas wanita',
  })
})

test.each(['open', 'checking', 'wrong', 'locked'] as const)('with a PIN that is %s nothing can be recorded', (kind) => {
  const pin = kind === 'wrong' ? { kind, triesLeft: 2 } : { kind }
  expect(inputOf('K-1', aDraft({ ...done, pin }), aDetail())).toBeNull()
})

test('a draft that was left keeps what was typed; what was seen is seen again', () => {
  const typed = { collector: 'proxy', name: 'Tatik', nik: '3578106212860001', letterNumber: '470/12' } as const
  const part = typedPart(aDraft({ ...done, ...typed, withdrawn: true, photo: 'iVBORw0KGgo=' }))
  if (!part) throw new Error('nothing was kept')
  expect(resumedDraft(part, aDetail())).toEqual(aDraft(typed))
  expect(resumedDraft(part, aDetail({ collectors: ['self'] }))).toEqual(aDraft())
})

test('a draft in which nothing was typed is not kept, and a member who left the KK is no longer chosen', () => {
  expect(typedPart(aDraft(done))).toBeNull()
  const part = typedPart(aDraft({ collector: 'family', memberId: 'M-1' }))
  if (!part) throw new Error('nothing was kept')
  expect(resumedDraft(part, aDetail())).toEqual(aDraft({ collector: 'family' }))
})

test('a label that must be scanned, or that is of another card, comes first; a doubt asks for a reason', () => {
  const other = {
    kind: 'other' as const,
    code: 'LABEL-2',
    ownerName: 'Siti',
    kitirNumber: 'KNG-2',
    cardKind: 'kia' as const,
    differs: ['owner' as const],
  }
  const missing = (draft: Partial<Draft>, demands: Parameters<typeof missingOf>[3]) =>
    missingOf(aDraft({ ...done, ...draft }), aDetail(), selfRule, demands)
  expect(missing({}, { labelRequired: true, doubtful: false })).toEqual(['label'])
  expect(missing({ label: other }, { labelRequired: false, doubtful: false })).toEqual(['label'])
  expect(missing({ label: { kind: 'own', code: 'LABEL-1' } }, { labelRequired: true, doubtful: false })).toEqual([])
  expect(missing({}, { labelRequired: false, doubtful: true })).toEqual(['doubt'])
  expect(missing({ doubtReason: 'Ketua RT' }, { labelRequired: false, doubtful: true })).toEqual([])
})

test('where the face cannot be seen only the reason is missing, not the comparing', () => {
  const hidden = aDraft({ ...done, papers: ['kitir'], identityHidden: true })
  expect(missingOf(hidden, aDetail(), selfRule)).toEqual(['identity'])
  expect(missingOf({ ...hidden, identityReason: 'Wajah terluka' }, aDetail(), selfRule)).toEqual([])
})
