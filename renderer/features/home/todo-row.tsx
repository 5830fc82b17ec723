import type { i18n as I18n, TFunction } from 'i18next'
import { type LucideIcon, MapPinned, MessagesSquare, Printer, Wallet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ApplicationStatus } from '#shared/domain/application/application.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { type Screen, useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './todo-row.module.css'

export type Todo = Exclude<OutputOf<'home.summary'>['todo'][number], { kind: 'uncollected' }>

const tones: Record<Todo['kind'], Tone> = {
  late: 'bad',
  conflict: 'clash',
  trip: 'move',
  'prints-failed': 'warn',
  'due-today': 'warn',
  shipment: 'move',
  claims: 'wait',
  complaints: 'wait',
  'sent-back': 'warn',
  drafts: 'wait',
  questions: 'wait',
  shift: 'wait',
  'on-the-way': 'move',
  review: 'warn',
  unsent: 'wait',
}

/** Where the tone alone does not say what it is. */
const icons: { readonly [K in Todo['kind']]?: LucideIcon } = {
  'prints-failed': Printer,
  claims: Wallet,
  questions: MessagesSquare,
  trip: MapPinned,
}

/** Which claims wait for a step. */
const states = {
  settle: 'case',
  pay: 'awaiting-payment',
  order: 'approved',
  decide: 'checked',
  check: 'received',
} as const

/** Where the row's one button leads. */
function targetOf(todo: Todo): Screen {
  switch (todo.kind) {
    case 'late':
    case 'due-today':
      return { name: 'complaints', tab: 'promise' }
    case 'conflict':
      return todo.caseId ? { name: 'case', caseId: todo.caseId } : { name: 'sync' }
    case 'trip':
      return todo.count === 1 ? { name: 'trips', tripId: todo.tripId } : { name: 'trips', all: true }
    case 'shipment':
      return { name: 'shipments', ...(todo.shipmentId && { shipmentId: todo.shipmentId }) }
    case 'claims':
      return todo.claimId ? { name: 'claims', claimId: todo.claimId } : { name: 'claims', state: states[todo.step] }
    case 'shift':
      return { name: 'day' }
    case 'complaints':
      return { name: 'complaints', tab: 'complaints' }
    case 'sent-back':
      return { name: 'applications', id: todo.first.applicationId }
    case 'drafts':
      return todo.draftId ? { name: 'intake', draftId: todo.draftId } : { name: 'intake' }
    case 'questions':
      return { name: 'questions' }
    case 'on-the-way':
      return { name: 'cards', filter: 'coming' }
    case 'review':
      return { name: 'review' }
    case 'prints-failed':
    case 'unsent':
      return { name: 'sync' }
  }
}

const acts = {
  late: 'act.list',
  conflict: 'act.case',
  trip: 'act.trip',
  'prints-failed': 'act.prints',
  'due-today': 'act.list',
  shipment: 'act.receive',
  claims: 'act.claims',
  complaints: 'act.complaints',
  'sent-back': 'act.sentBack',
  drafts: 'act.drafts',
  questions: 'act.questions',
  shift: 'act.shift',
  'on-the-way': 'act.cards',
  review: 'act.review',
  unsent: 'act.sync',
} as const

/** One sentence with one button. Only the first row is tinted, and only when it is late. */
export function TodoRow({ todo, at }: { readonly todo: Todo; readonly at: number }) {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  const words = useWords(todo)
  const open = () => go(targetOf(todo))
  const key = at + 1
  useShortcuts({ [`Control+Digit${key}`]: open }, key <= 9)
  return (
    <div className={css.task} data-urgent={at === 0 && todo.kind === 'late'}>
      <div className={css.tag}>
        <StatusTag tone={tones[todo.kind]} icon={icons[todo.kind]} plain>
          {t(`tone.${todo.kind}`)}
        </StatusTag>
      </div>
      <div className={css.words}>
        <b>{words.title}</b>
        <span>{words.text}</span>
      </div>
      <KeyButton className={css.act} hint={`Ctrl+${key}`} onClick={open}>
        {t(acts[todo.kind])}
      </KeyButton>
    </div>
  )
}

/** The office's status code in words; a code of a newer centre is shown as it is. */
function statusWords(t: TFunction<'home'>, i18n: I18n, status: string): string {
  return i18n.exists(`home:status.${status}`) ? t(`status.${status as ApplicationStatus}`) : status
}

function complaintsText(
  { late, firstDueAt, escalated }: Extract<Todo, { kind: 'complaints' }>,
  t: TFunction<'home'>,
  format: Format,
): string {
  if (escalated) return t('todo.complaintsEscalated', { count: escalated.count, to: escalated.to })
  if (late > 0) return t('todo.complaintsLate', { count: late })
  return firstDueAt ? t('todo.complaintsText', { at: format.dayTime(firstDueAt) }) : ''
}

function useWords(todo: Todo): { title: string; text: string } {
  const { t, i18n } = useTranslation('home')
  const format = useFormat()
  switch (todo.kind) {
    case 'late':
      return {
        title: t('todo.late', { count: todo.count }),
        text: t('todo.lateText', {
          duration: format.duration(todo.oldestSecondsLate),
          name: todo.ownerName,
          status: statusWords(t, i18n, todo.status),
        }),
      }
    case 'conflict':
      return {
        title: t('todo.conflict', { count: todo.count }),
        text: todo.ownerName ? t('todo.conflictText', { name: todo.ownerName }) : t('todo.conflictTextNone'),
      }
    case 'prints-failed':
      return {
        title: t('todo.prints', { count: todo.count }),
        text: todo.receiptNumber ? t('todo.printsText', { number: todo.receiptNumber }) : t('todo.printsTextNone'),
      }
    case 'due-today':
      return {
        title: t('todo.due', { count: todo.count, time: format.time(todo.firstDueAt) }),
        text: t('todo.dueText'),
      }
    case 'trip':
      return {
        title: t(`todo.trip.${todo.stage}`, { day: format.dayLong(todo.day) }),
        text: [
          todo.places.join(', '),
          todo.stage === 'planned'
            ? t('todo.tripTargets', { count: todo.targets })
            : todo.here > 0 && t('todo.tripHere', { count: todo.here }),
        ]
          .filter(Boolean)
          .join(' · '),
      }
    case 'shipment':
      return {
        title: t('todo.shipment', { count: todo.cards }),
        text:
          todo.count > 1
            ? t('todo.shipmentsText', { count: todo.count })
            : t(todo.counted > 0 ? 'todo.shipmentPartText' : 'todo.shipmentText', {
                number: todo.number,
                counted: todo.counted,
              }),
      }
    case 'claims':
      return {
        title: t(`todo.claims.${todo.step}`, { count: todo.count, amount: rupiah(todo.rupiah) }),
        text: t(
          todo.own === todo.count
            ? `todo.claimsOwn.${todo.step === 'settle' ? 'settle' : 'pay'}`
            : `todo.claimsText.${todo.step}`,
        ),
      }
    case 'sent-back':
      return {
        title: t('todo.sentBack', { count: todo.count }),
        text: [todo.first.subjectName, todo.first.note].filter(Boolean).join(' · '),
      }
    case 'drafts':
      return {
        title: t('todo.drafts', { count: todo.count }),
        text: t('todo.draftsText', { when: format.when(todo.savedAt) }),
      }
    case 'complaints':
      return {
        title: t('todo.complaints', { count: todo.count }),
        text: complaintsText(todo, t, format),
      }
    case 'questions':
      return {
        title: t('todo.questions', { count: todo.count }),
        text: [
          todo.longestSince && t('todo.questionsText', { age: format.age(todo.longestSince) }),
          todo.mine > 0 && t('todo.questionsMine', { count: todo.mine }),
        ]
          .filter(Boolean)
          .join(' · '),
      }
    case 'shift':
      return { title: t(`todo.shift.${todo.step}`), text: t(`todo.shiftText.${todo.step}`) }
    case 'on-the-way':
      return {
        title: t('todo.coming', { count: todo.ktp + todo.kia }),
        text: t('todo.comingText', { ktp: todo.ktp, kia: todo.kia }),
      }
    case 'review':
      return { title: t('todo.review', { count: todo.count }), text: t('todo.reviewText') }
    case 'unsent':
      return {
        title: t('todo.unsent', { count: todo.count }),
        text: t('todo.unsentText', { age: format.age(todo.oldestAt) }),
      }
  }
}
