import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { EmptyState } from '../../ui/states.tsx'
import css from './staff-list.module.css'

type StaffLine = OutputOf<'session.staff'>[number]

interface StaffListProps {
  readonly people: readonly StaffLine[]
  readonly chosen: string | null
  readonly onChoose: (staffId: string) => void
}

/** One of them is on duty: a radio group, so that the arrows choose, also from the password field. */
export function StaffList({ people, chosen, onChoose }: StaffListProps) {
  const { t } = useTranslation('signIn')
  const list = useRef<HTMLDivElement>(null)
  const move = (by: number) => {
    const at = people.findIndex(({ staffId }) => staffId === chosen)
    const next = people[(at + by + people.length) % people.length]
    if (next) onChoose(next.staffId)
    return next
  }
  const arrows = [
    ['ArrowDown', () => void move(1)],
    ['ArrowUp', () => void move(-1)],
  ] as const
  useShortcuts(Object.fromEntries(arrows), people.length > 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = move(by)
    list.current?.querySelector<HTMLElement>(`[data-staff="${next?.staffId}"]`)?.focus()
  }
  if (people.length === 0) return <EmptyState title={t('nobody')} text={t('nobodyNext')} />
  return (
    <div className={css.list} role="radiogroup" aria-labelledby="who" ref={list} onKeyDown={onKeyDown}>
      {people.map((person) => (
        <Row key={person.staffId} person={person} on={person.staffId === chosen} onChoose={onChoose} />
      ))}
    </div>
  )
}

function Row({
  person,
  on,
  onChoose,
}: {
  readonly person: StaffLine
  readonly on: boolean
  readonly onChoose: (id: string) => void
}) {
  const { t } = useTranslation(['signIn', 'common'])
  const format = useFormat()
  const last =
    person.offlineDaysLeft === null ? t('needsOnline') : t('lastSignIn', { time: format.when(person.lastSignInAt) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: the row is a card with a picture and two lines, not a bare radio button
    <button
      type="button"
      role="radio"
      aria-checked={on}
      tabIndex={on ? 0 : -1}
      data-staff={person.staffId}
      className={css.row}
      onClick={() => onChoose(person.staffId)}
    >
      <Avatar name={person.name} active={on} />
      <span className={css.who}>
        <b>{person.name}</b>
        <span>{t(`common:role.${person.roles[0] ?? 'counter'}`)}</span>
      </span>
      <span className={css.last}>{last}</span>
    </button>
  )
}
