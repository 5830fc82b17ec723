import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { CollectorKind } from '#shared/domain/card/card.ts'
import { isNik } from '#shared/domain/nik/check-nik.ts'

export type CardDetail = OutputOf<'card.get'>
export type Policy = OutputOf<'app.status'>['policy']
export type CollectorRule = Policy['collectorRules'][number]
type RecordInput = InputOf<'handover.record'>

export type PinState =
  | { readonly kind: 'open' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'no-verifier' }
  | { readonly kind: 'verified'; readonly pinToken: string }
  | { readonly kind: 'override'; readonly overrideToken: string; readonly supervisorName: string }
  | { readonly kind: 'review-later'; readonly reason: string }

/** What the clerk has entered so far. Lives in memory only: signature and PIN are never kept anywhere else before the fact is recorded. */
export interface Draft {
  readonly pin: PinState
  readonly collector: CollectorKind
  /** A known member of the KK, or null: name and NIK are typed. */
  readonly memberId: string | null
  readonly name: string
  readonly nik: string
  readonly relation: string
  readonly letterNumber: string
  readonly letterDate: string
  readonly papers: readonly string[]
  readonly identityHidden: boolean
  readonly identityReason: string
  readonly withdrawn: boolean
  readonly drawer: string
  /** The old card that should be taken back was lost since; the police letter is there instead. */
  readonly oldCardLost: boolean
  readonly policeNumber: string
  readonly policeDate: string
  readonly policeStation: string
  readonly signature: string | null
  readonly photo: string | null
  /** The card's own label, where it was scanned: this card's, or another one's. */
  readonly label:
    | { readonly kind: 'none' }
    | { readonly kind: 'own'; readonly code: string }
    | (Omit<Extract<OutputOf<'handover.check-label'>, { outcome: 'other' }>, 'outcome' | 'kind'> & {
        readonly kind: 'other'
        readonly code: string
        readonly cardKind: CardDetail['card']['kind']
      })
  /** Why the card is given in spite of what `handover.doubts` tells. */
  readonly doubtReason: string
}

/** A fresh draft: the collector whom the rules name first. */
export function emptyDraft({ collectors, pin }: Pick<CardDetail, 'collectors' | 'pin'>): Draft {
  const collector = collectors[0] ?? 'self'
  return {
    pin: { kind: pin.state },
    collector,
    ...nobody,
    papers: [],
    identityHidden: false,
    identityReason: '',
    withdrawn: false,
    drawer: '',
    oldCardLost: false,
    policeNumber: '',
    policeDate: '',
    policeStation: '',
    signature: null,
    photo: null,
    label: { kind: 'none' },
    doubtReason: '',
  }
}

const nobody = { memberId: null, name: '', nik: '', relation: '', letterNumber: '', letterDate: '', doubtReason: '' }

/** Another collector: what was entered about the one before, his papers and his signature no longer count. */
export const withCollector = (draft: Draft, collector: CollectorKind): Draft =>
  draft.collector === collector ? draft : { ...draft, collector, ...nobody, papers: [], signature: null, photo: null }

export const ruleOf = (policy: Policy, detail: CardDetail, collector: CollectorKind): CollectorRule | undefined =>
  policy.collectorRules.find((rule) => rule.cardKind === detail.card.kind && rule.collector === collector)

export type Missing =
  | 'label'
  | 'pin'
  | 'person'
  | 'nik'
  | 'letter'
  | 'papers'
  | 'oldCard'
  | 'police'
  | 'identity'
  | 'doubt'
  | 'signature'

/** What the city and this collector ask for besides the rule's own row. */
export interface Demands {
  readonly labelRequired: boolean
  readonly doubtful: boolean
}
const nothingMore: Demands = { labelRequired: false, doubtful: false }

/** What still has to be done, in the order of the screen. The engine decides again; this only leads the eye. */
export function missingOf(
  draft: Draft,
  detail: CardDetail,
  rule: CollectorRule | undefined,
  { labelRequired, doubtful }: Demands = nothingMore,
): readonly Missing[] {
  const typed = draft.collector !== 'self' && draft.memberId === null
  const checks: ReadonlyArray<readonly [Missing, boolean]> = [
    ['label', draft.label.kind === 'other' || (labelRequired && draft.label.kind === 'none')],
    ['pin', !['verified', 'no-verifier', 'override', 'review-later'].includes(draft.pin.kind)],
    ['person', typed && draft.name.trim() === ''],
    ['nik', typed && !isNik(draft.nik)],
    ['letter', rule?.needsProxyLetter === true && (draft.letterNumber.trim() === '' || draft.letterDate === '')],
    ['papers', papersOf(draft, rule).some(({ id }) => !draft.papers.includes(id))],
    ['oldCard', detail.oldCard === 'withdraw' && !draft.withdrawn && !draft.oldCardLost],
    ['police', asksPoliceLetter(draft, detail) && policeLetterOpen(draft)],
    ['identity', draft.identityHidden && draft.identityReason.trim().length < 3],
    ['doubt', doubtful && draft.doubtReason.trim().length < 3],
    ['signature', draft.signature === null],
  ]
  return checks.filter(([, open]) => open).map(([what]) => what)
}

/** What must be seen: a face that cannot be compared is replaced by the reason that is given. */
export const papersOf = ({ identityHidden }: Draft, rule: CollectorRule | undefined) =>
  (rule?.papers ?? []).filter(({ face }) => !(face && identityHidden))

/** The card was made because the old one was lost, or the old one was lost since. */
export const asksPoliceLetter = ({ oldCardLost }: Draft, { oldCard }: CardDetail): boolean =>
  oldCard === 'police-letter' || (oldCard === 'withdraw' && oldCardLost)

const policeLetterOpen = ({ policeNumber, policeDate, policeStation }: Draft) =>
  [policeNumber, policeDate, policeStation].some((text) => text.trim() === '')

/** The command of a draft from which nothing is missing. null while something is. */
export function inputOf(cardId: string, draft: Draft, detail: CardDetail): RecordInput | null {
  const pin = pinInput(draft.pin)
  if (pin === null || draft.signature === null) return null
  return {
    cardId,
    pin,
    collector: collectorInput(draft),
    papers: [...draft.papers],
    identity: draft.identityHidden ? { seen: false, reason: draft.identityReason.trim() } : { seen: true },
    oldCard: oldCardInput(draft, detail),
    signature: draft.signature,
    photo: draft.photo,
    label: draft.label.kind === 'none' ? null : draft.label.code,
    doubtReason: draft.doubtReason.trim().length < 3 ? null : draft.doubtReason.trim(),
  }
}

function pinInput(pin: PinState): RecordInput['pin'] | null {
  switch (pin.kind) {
    case 'verified':
      return { means: 'verified', pinToken: pin.pinToken }
    case 'no-verifier':
      return { means: 'no-verifier' }
    case 'override':
      return { means: 'override', overrideToken: pin.overrideToken }
    case 'review-later':
      return { means: 'review-later', reason: pin.reason }
    default:
      return null
  }
}

function collectorInput(draft: Draft): RecordInput['collector'] {
  const { collector, memberId, name, nik, relation, letterNumber, letterDate } = draft
  const typed = collector !== 'self' && memberId === null
  return {
    kind: collector,
    memberId,
    name: typed ? name.trim() : '',
    nik: typed ? nik : null,
    relation: relation.trim(),
    proxyLetter: letterNumber !== '' && letterDate !== '' ? { number: letterNumber.trim(), date: letterDate } : null,
  }
}

export function oldCardInput(draft: Draft, detail: CardDetail): RecordInput['oldCard'] {
  if (detail.oldCard === 'withdraw' && draft.withdrawn && !draft.oldCardLost)
    return { kind: 'withdrawn', drawer: draft.drawer.trim() || null }
  if (asksPoliceLetter(draft, detail) && !policeLetterOpen(draft))
    return {
      kind: 'police-letter',
      number: draft.policeNumber.trim(),
      date: draft.policeDate,
      station: draft.policeStation.trim(),
    }
  return { kind: 'none' }
}
