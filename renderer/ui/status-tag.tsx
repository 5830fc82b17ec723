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

/** State of a card on the shelf; that it lies there too long outweighs that it is ready. */
export function CardStateTag({ card, plain }: { readonly card: CardLine; readonly plain?: boolean }) {
  const { t } = useTranslation(['cards', 'common'])
  const format = useFormat()
  const { tone, icon } = lookOf(card)
  const { state, waits, remindedAt } = card
  const reminded = state === 'ready' && remindedAt ? t('cards:remindedOn', { day: format.shortDay(remindedAt) }) : null
  const { centre, handedOver } = card
  const told = !plain && centre === 'neighbour' && handedOver
  if (told) return <StatusTag tone="wait">{t('common:neighbours.handedOver', { device: told.deviceCode })}</StatusTag>
  const words = waits ? t(`cards:filter.${waits}`) : (reminded ?? t(`common:cardState.${state}`))
  return (
    <StatusTag tone={tone} icon={icon} plain={plain}>
      {words}
    </StatusTag>
  )
}

function lookOf({ state, waits }: CardLine): { tone: Tone; icon?: LucideIcon } {
  switch (state) {
    case 'ready':
      if (waits === 'to-return') return { tone: 'bad', icon: Undo2 }
      return waits === 'to-remind' ? { tone: 'warn', icon: Hourglass } : { tone: 'ok' }
    case 'handed-over':
      return { tone: 'wait', icon: CheckCheck }
    case 'shipped':
    case 'with-team':
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
  if (promise.kind === 'running') {
    const left = t('promise.running', { duration: format.duration(promise.secondsLeft, 'short') })
    if (!promise.soon) return left
    return (
      <StatusTag tone="warn" plain>
        {left}
      </StatusTag>
    )
  }
  return <span className={css.quiet}>{t(`promise.${promise.kind}`)}</span>
}

/** Does the centre know it? Marked where it does not. */
export function CentreMark({ centre }: { readonly centre: CardLine['centre'] }) {
  const { t } = useTranslation('common')
  if (centre === 'recorded') return <span className={css.quiet}>{t('centre.recorded')}</span>
  return (
    <StatusTag tone={centre === 'waiting' || centre === 'neighbour' ? 'wait' : 'clash'} plain>
      {t(`centre.${centre}`)}
    </StatusTag>
  )
}
