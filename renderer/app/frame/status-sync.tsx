import {
  ArrowRightLeft,
  CalendarClock,
  Clock,
  CloudOff,
  HardDrive,
  Lock,
  RefreshCw,
  Upload,
  UsersRound,
  Wifi,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFaultWords } from '../../ui/fault-words.ts'
import { useNeighbourWords } from '../../ui/neighbour-words.ts'
import { useSlowLineWords } from '../../ui/slow-line-words.ts'
import { lktOf } from '../../ui/states.tsx'
import { useEngine } from '../engine-hooks.ts'
import { useFormat } from '../format.ts'
import { useNavigation } from '../navigation.tsx'
import { More, Part } from './status-part.tsx'
import { useGateWords } from './use-gate-words.ts'
import { useMoveWords } from './use-move-words.ts'

interface StatusProps {
  readonly status: OutputOf<'app.status'>
}

/** Online or not, since when and why. */
export function Connection({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const faults = useFaultWords()
  const format = useFormat()
  const engine = useEngine()
  const { state, since, fault } = status.connection
  const time = format.when(since)
  const slow = useSlowLineWords()(status.slowLine)
  if (slow && state !== 'cut') return <Part icon={Wifi} look="warn" label={slow} explain={t('explain.slow')} />
  if (state === 'online') return <Part icon={Wifi} look="ok" label={t('status.online')} explain={t('explain.online')} />
  const why =
    fault && fault.code !== 'offline' ? `${faults.sentence(fault.code)} ${lktOf(fault.code)}` : t('explain.offline')
  const act =
    state === 'cut'
      ? {
          label: t('act.reconnect'),
          run: () => void engine.call('sync.set-connection', { connected: true }).catch(() => undefined),
        }
      : { label: t('act.syncNow'), run: () => void engine.call('sync.now', {}).catch(() => undefined) }
  const label = fault === null && state === 'offline' ? t('status.connecting') : t(`status.${state}Since`, { time })
  return <Part icon={CloudOff} look="off" label={label} explain={state === 'cut' ? t('explain.cut') : why} act={act} />
}

/** How many acts the centre does not have yet, and how old the oldest is. */
export function Unsent({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const { go } = useNavigation()
  const { count, oldestAt } = status.unsent
  return (
    <Part
      icon={Upload}
      label={
        <>
          <More>{t('status.unsent')} </More>
          <b className="num">{count}</b>
          {oldestAt && <More> · {t('status.oldest', { age: format.age(oldestAt) })}</More>}
        </>
      }
      explain={count === 0 ? t('explain.unsentNone') : t('explain.unsent', { count })}
      act={{ label: t('act.openSync'), run: () => go({ name: 'sync' }) }}
    />
  )
}

/** When the centre was last heard. */
export function LastSync({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const { go } = useNavigation()
  const time = format.when(status.lastSyncAt)
  return (
    <Part
      icon={RefreshCw}
      label={
        <>
          <More>{t('status.lastSync')} </More>
          <b className="num">{time}</b>
        </>
      }
      explain={t('explain.lastSync', { time })}
      act={{ label: t('act.openSync'), run: () => go({ name: 'sync' }) }}
    />
  )
}

/** Only where this computer is to move to another office. */
export function MovePart({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const words = useMoveWords()(status)
  if (!words) return null
  return <Part icon={ArrowRightLeft} look="warn" label={t('status.moves')} explain={`${words.title} ${words.why}`} />
}

/** Only where a limit is near or reached: the most pressing one. */
export function GatePart({ status }: StatusProps) {
  const wordsOf = useGateWords()
  const [gate] = status.gates
  if (!gate) return null
  const { title, why, act } = wordsOf(gate)
  const icon = gate.stage === 'locked' ? Lock : gate.kind === 'disk' ? HardDrive : CalendarClock
  return <Part icon={icon} look="warn" label={title} explain={why} act={act} />
}

/** The other desks of the office; nothing where there are none, or it is switched off. */
export function OtherDesks({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  const words = useNeighbourWords()(status.neighbours)
  if (!words) return null
  return (
    <Part
      icon={UsersRound}
      look={words.lost ? 'warn' : undefined}
      label={
        <>
          <More>{t('status.otherDesks')} </More>
          <b>{words.text}</b>
        </>
      }
      explain={t(words.lost ? 'explain.otherDesksLost' : 'explain.otherDesks')}
      act={{ label: t('act.openSync'), run: () => go({ name: 'sync' }) }}
    />
  )
}

/** Only where this computer's clock is wrong. */
export function Skew({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const seconds = Math.abs(status.clockSkewSeconds ?? 0)
  if (seconds < 120) return null
  const duration = format.duration(seconds)
  return (
    <Part icon={Clock} look="warn" label={t('status.skew', { duration })} explain={t('explain.skew', { duration })} />
  )
}
