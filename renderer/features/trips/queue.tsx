import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitLine } from '#shared/contract/engine/trips.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import siteCss from './site.module.css'

interface QueueProps {
  readonly visits: readonly VisitLine[]
  readonly shown: string | null
  readonly onChoose: (visitId: string) => void
}

const tones = { waiting: 'wait', called: 'warn', serving: 'move', left: 'ok' } as const

/** Everybody of the day in big numbers: who is here first, then who waits, then who is done. ↑ ↓ choose. */
export function Queue({ visits, shown, onChoose }: QueueProps) {
  const { t } = useTranslation('trips')
  const rank = { serving: 0, called: 1, waiting: 2, left: 3 }
  const rows = [...visits].sort(
    (a, b) =>
      rank[a.state] - rank[b.state] || (a.state === 'left' ? ((a.leftAt ?? '') < (b.leftAt ?? '') ? 1 : -1) : 0),
  )
  const at = rows.findIndex(({ visitId }) => visitId === shown)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (step === 0 || !next) return
    event.preventDefault()
    onChoose(next.visitId)
    document.getElementById(`queue-${next.visitId}`)?.scrollIntoView({ block: 'nearest' })
  }
  if (rows.length === 0)
    return (
      <div id="queue" className={siteCss.queue} tabIndex={-1}>
        <p>{t('site.nobody')}</p>
      </div>
    )
  return (
    <div
      id="queue"
      className={siteCss.queue}
      role="listbox"
      aria-label={t('site.queue')}
      aria-activedescendant={at >= 0 ? `queue-${shown}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      {rows.map((visit) => (
        <QueueRow key={visit.visitId} visit={visit} selected={visit.visitId === shown} onChoose={onChoose} />
      ))}
    </div>
  )
}

interface QueueRowProps {
  readonly visit: VisitLine
  readonly selected: boolean
  readonly onChoose: (visitId: string) => void
}

function QueueRow({ visit: { visitId, number, name, wants, state, outcome }, selected, onChoose }: QueueRowProps) {
  const { t } = useTranslation('trips')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
    // biome-ignore lint/a11y/useFocusableInteractive: the list itself holds the focus
    <div
      id={`queue-${visitId}`}
      role="option"
      aria-selected={selected}
      data-state={state}
      onClick={() => onChoose(visitId)}
    >
      <b className="num">{number}</b>
      <span>
        {name}
        <small>{wants.map((want) => t(`want.${want}`)).join(', ')}</small>
      </span>
      <StatusTag tone={outcome === 'gone' ? 'bad' : outcome === 'postponed' ? 'warn' : tones[state]} plain>
        {outcome ? t(`site.tallyOf.${outcome}`) : t(`site.state.${state}`)}
      </StatusTag>
    </div>
  )
}
