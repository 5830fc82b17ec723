import { CirclePause, CircleSlash, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ComplaintLine } from '#shared/contract/engine/complaint.ts'
import type { ClockReading } from '#shared/contract/engine/promise.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const clockTones: Record<ClockReading['state'], Tone> = {
  none: 'wait',
  excluded: 'wait',
  running: 'move',
  'due-soon': 'warn',
  paused: 'wait',
  late: 'bad',
  'on-time': 'ok',
}

const clockIcons = { running: Clock, paused: CirclePause, excluded: CircleSlash, none: CircleSlash } as const

/** How the promise stands. */
export function ClockTag({
  state,
  plain = false,
}: {
  readonly state: ClockReading['state']
  readonly plain?: boolean
}) {
  const { t } = useTranslation('complaints')
  const icon = state in clockIcons ? clockIcons[state as keyof typeof clockIcons] : undefined
  return (
    <StatusTag tone={clockTones[state]} icon={icon} plain={plain}>
      {t(`promise.state.${state}`)}
    </StatusTag>
  )
}

type Standing = ComplaintLine['standing']['state']

const standingTones: Record<Standing, Tone> = {
  open: 'move',
  'due-soon': 'warn',
  late: 'bad',
  answered: 'ok',
  'answered-late': 'warn',
  withdrawn: 'wait',
  none: 'wait',
}

/** How a complaint stands by its deadline. */
export function StandingTag({ state, plain = false }: { readonly state: Standing; readonly plain?: boolean }) {
  const { t } = useTranslation('complaints')
  return (
    <StatusTag tone={standingTones[state]} icon={state === 'open' ? Clock : undefined} plain={plain}>
      {t(`standing.${state}`)}
    </StatusTag>
  )
}
