import type { TFunction } from 'i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import type { Format } from '../app/format.ts'

type Assessment = ClaimView['now']
type Reason = Assessment['reasons'][number]
type Application = ClaimView['application']

/** One sentence of the sum; `tone` says which way it weighs. */
export interface Sentence {
  readonly tone: 'for' | 'against' | 'plain'
  readonly text: string
}

interface Words {
  readonly t: TFunction<'claims'>
  readonly format: Format
}

/** The sum in words that a citizen can follow: what was promised, what happened, what is due. */
export function sentencesOf(of: Assessment, application: Application, words: Words): readonly Sentence[] {
  const { t, format } = words
  const { acceptedAt, fulfilledAt } = application
  const dueAt = textIn(of, 'late', 'dueAt') ?? textIn(of, 'not-late', 'dueAt') ?? application.dueAt
  const found = of.reasons.flatMap((reason) => sentenceOf(reason, words))
  const late = of.reasons.some(({ code }) => code === 'late')
  const struck = of.reasons.some(({ code }) => code === 'outage-in-promised-time')
  return [
    ...(acceptedAt && dueAt
      ? [plain(t('sum.accepted', { at: format.dateTime(acceptedAt), due: format.dateTime(dueAt) }))]
      : []),
    ...application.stops.map((stop) => plain(stopSentence(stop, words))),
    ...(fulfilledAt ? [plain(t('sum.fulfilled', { at: format.dateTime(fulfilledAt) }))] : []),
    ...found.slice(0, -1),
    ...(late && !struck ? [{ tone: 'for' as const, text: t('sum.noOutage') }] : []),
    ...found.slice(-1),
  ]
}

/** The clock stood: the due time that is named has moved by it already. */
function stopSentence({ cause, from, to }: Application['stops'][number], { t, format }: Words): string {
  const told = { cause: t(`stop.${cause}`), from: format.dateTime(from) }
  return to === null ? t('sum.stops', told) : t('sum.stopped', { ...told, to: format.dateTime(to) })
}

const plain = (text: string): Sentence => ({ tone: 'plain', text })

function textIn({ reasons }: Assessment, code: Reason['code'], name: string): string | null {
  const value = reasons.find((one) => one.code === code)?.values[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function sentenceOf({ code, values }: Reason, { t, format }: Words): readonly Sentence[] {
  const text = (name: string) => String(values[name] ?? '')
  const number = (name: string) => Number(values[name] ?? 0)
  switch (code) {
    case 'late':
      return [{ tone: 'for', text: t('sum.late', { duration: format.duration(number('seconds')) }) }]
    case 'not-ready-yet':
      return [plain(t('sum.notReady'))]
    case 'outage-in-promised-time': {
      const net = format.duration(number('netUsedSeconds'))
      const from = format.dateTime(text('from'))
      const ended = text('to') !== ''
      const said = ended
        ? t('sum.outage', { from, to: format.dateTime(text('to')), net })
        : t('sum.outageLasts', { from, net })
      return [{ tone: 'against', text: said }]
    }
    case 'not-late':
      return [{ tone: 'against', text: t('sum.notLate', { due: format.dateTime(text('dueAt')) }) }]
    case 'no-promise':
      return [{ tone: 'against', text: t('sum.noPromise') }]
    case 'excluded':
      return [{ tone: 'against', text: t('sum.excluded', { ground: groundOf(text('ground'), t) }) }]
    case 'already-claimed':
      return []
    case 'amount':
      return [{ tone: 'for', text: amountSentence(values, t) }]
  }
}

const grounds = [
  'filed-outside-hours',
  'recent-reprint',
  'recorded-at-16',
  'other-town-document',
  'new-photo-or-signature',
  'ditjen-verification',
  'wrong-data-by-applicant',
  'lost-at-kelurahan',
  'force-majeure',
] as const

const groundOf = (code: string, t: Words['t']) => {
  const known = grounds.find((one) => one === code)
  return known ? t(`ground.${known}`) : code
}

function amountSentence(values: Reason['values'], t: Words['t']): string {
  const amount = rupiah(Number(values.amount ?? 0))
  if (values.mode === 'once') return t('sum.once', { amount })
  const told = { rupiah: rupiah(Number(values.rupiah ?? 0)), days: Number(values.days ?? 0), amount }
  const cap = Number(values.cap ?? 0)
  return cap > 0 ? t('sum.perDayCapped', { ...told, cap: rupiah(cap) }) : t('sum.perDay', told)
}
