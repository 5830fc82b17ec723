import {
  AlarmClock,
  CheckCheck,
  CircleCheck,
  Clock,
  CloudOff,
  GitCompareArrows,
  Hourglass,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
  Truck,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useFormat } from '../app/format.ts'
import css from './status-tag.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'clash' | 'wait' | 'off' | 'move'

const icons: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  warn: AlarmClock,
  bad: OctagonAlert,
  clash: GitCompareArrows,
  wait: Clock,
  off: CloudOff,
  move: Truck,
}

interface StatusTagProps {
  readonly tone: Tone
  readonly icon?: LucideIcon
  /** Without a tinted ground, for tables and rows. */
  readonly plain?: boolean
  readonly children: ReactNode
}

/** A status is always colour, icon and word together. */
export function StatusTag({ tone, icon, plain = false, children }: StatusTagProps) {
  const Icon = icon ?? icons[tone]
  return (
    <span className={css.tag} data-tone={tone} data-plain={plain}>
      <Icon aria-hidden="true" />
      {children}
    </span>
  )
}

/** State of a card on the shelf; how long it lies there outweighs that it is ready. */
export function CardStateTag({ card, plain }: { readonly card: CardLine; readonly plain?: boolean }) {
  const { t } = useTranslation(['cards', 'common'])
  const { tone, icon } = lookOf(card)
  const days = card.state === 'ready' ? (card.ageDays ?? 0) : 0
  const words =
    days > 90
      ? t('cards:filter.over-90-days')
      : days > 30
        ? t('cards:filter.over-30-days')
        : t(`common:cardState.${card.state}`)
  return (
    <StatusTag tone={tone} icon={icon} plain={plain}>
      {words}
    </StatusTag>
  )
}

function lookOf({ state, ageDays }: CardLine): { tone: Tone; icon?: LucideIcon } {
  const days = ageDays ?? 0
  switch (state) {
    case 'ready':
      return days > 90 ? { tone: 'bad', icon: Undo2 } : days > 30 ? { tone: 'warn', icon: Hourglass } : { tone: 'ok' }
    case 'handed-over':
      return { tone: 'wait', icon: CheckCheck }
    case 'shipped':
      return { tone: 'move' }
    case 'lost':
    case 'damaged':
      return { tone: 'bad', icon: TriangleAlert }
    case 'returned':
      return { tone: 'wait', icon: Undo2 }
    case 'print-queue':
    case 'printed':
    case 'sorted':
      return { tone: 'wait', icon: Hourglass }
  }
}

/** The 1x24 h promise of a card. Late stands out, everything else is quiet. */
export function PromiseText({ promise }: { readonly promise: CardLine['promise'] }) {
  const { t } = useTranslation('common')
  const format = useFormat()
  if (promise.kind === 'late')
    return (
      <StatusTag tone="bad" plain>
        {t('promise.late', { duration: format.duration(promise.secondsLate, 'short') })}
      </StatusTag>
    )
  if (promise.kind === 'running')
    return <>{t('promise.running', { duration: format.duration(promise.secondsLeft, 'short') })}</>
  return <span className={css.quiet}>{t(`promise.${promise.kind}`)}</span>
}

/** Does the centre know it? Marked where it does not. */
export function CentreMark({ centre }: { readonly centre: CardLine['centre'] }) {
  const { t } = useTranslation('common')
  if (centre === 'recorded') return <span className={css.quiet}>{t('centre.recorded')}</span>
  return (
    <StatusTag tone={centre === 'waiting' ? 'wait' : 'clash'} plain>
      {t(`centre.${centre}`)}
    </StatusTag>
  )
}
