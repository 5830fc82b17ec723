import type { i18n as I18n, TFunction } from 'i18next'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ApplicationStatus } from '#shared/domain/application/application.ts'
import { useFormat } from '../../app/format.ts'
import { type Screen, useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './todo-row.module.css'

export type Todo = Exclude<OutputOf<'home.summary'>['todo'][number], { kind: 'uncollected' }>

const tones: Record<Todo['kind'], Tone> = {
  late: 'bad',
  conflict: 'clash',
  'prints-failed': 'warn',
  'due-today': 'warn',
  'on-the-way': 'move',
  unsent: 'wait',
}

const targets: Record<Todo['kind'], Screen> = {
  late: { name: 'cards', filter: 'coming' },
  conflict: { name: 'sync' },
  'prints-failed': { name: 'sync' },
  'due-today': { name: 'cards', filter: 'coming' },
  'on-the-way': { name: 'cards', filter: 'coming' },
  unsent: { name: 'sync' },
}
const acts = {
  late: 'act.list',
  conflict: 'act.case',
  'prints-failed': 'act.prints',
  'due-today': 'act.list',
  'on-the-way': 'act.cards',
  unsent: 'act.sync',
} as const

/** One sentence with one button. Only the first row is tinted, and only when it is late. */
export function TodoRow({ todo, at }: { readonly todo: Todo; readonly at: number }) {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  const words = useWords(todo)
  const open = () => go(targets[todo.kind])
  const key = at + 1
  useShortcuts({ [`Control+Digit${key}`]: open }, key <= 9)
  const icon = todo.kind === 'prints-failed' ? Printer : undefined
  return (
    <div className={css.task} data-urgent={at === 0 && todo.kind === 'late'}>
      <div className={css.tag}>
        <StatusTag tone={tones[todo.kind]} icon={icon} plain>
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
    case 'on-the-way':
      return {
        title: t('todo.coming', { count: todo.ktp + todo.kia }),
        text: t('todo.comingText', { ktp: todo.ktp, kia: todo.kia }),
      }
    case 'unsent':
      return {
        title: t('todo.unsent', { count: todo.count }),
        text: t('todo.unsentText', { age: format.age(todo.oldestAt) }),
      }
  }
}
