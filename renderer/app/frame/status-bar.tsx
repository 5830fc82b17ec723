import { Popover } from '@mantine/core'
import {
  Camera,
  CircleUser,
  Clock,
  CloudOff,
  KeyRound,
  type LucideIcon,
  Monitor,
  Printer,
  RefreshCw,
  Upload,
  Wifi,
} from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { useEngine, useEngineQuery } from '../engine-hooks.ts'
import { useFormat } from '../format.ts'
import { useNavigation } from '../navigation.tsx'
import { useSession } from '../session.tsx'
import { type CameraState, useCameraState } from './camera-state.ts'
import css from './status-bar.module.css'

type Status = OutputOf<'app.status'>

/** Where the truth stands. Each part is a button that explains and repairs. */
export function StatusBar() {
  const { t } = useTranslation('frame')
  const status = useEngineQuery('app.status', {})
  const camera = useCameraState()
  useMinute()
  return (
    <footer className={css.bar}>
      <h2 className="visually-hidden">{t('status.label')}</h2>
      {status.data && (
        <>
          <Connection status={status.data} />
          <Unsent status={status.data} />
          <LastSync status={status.data} />
          <Skew status={status.data} />
          <InsecureKey status={status.data} />
          <span className={css.right}>
            <PrinterPart status={status.data} />
            <CameraPart state={camera} />
            <Device status={status.data} />
            <Person />
          </span>
        </>
      )}
    </footer>
  )
}

/** Ages grow while nothing else changes. */
function useMinute() {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
}

interface PartProps {
  readonly icon: LucideIcon
  readonly look?: 'ok' | 'off' | 'warn'
  readonly label: ReactNode
  readonly explain: ReactNode
  /** One repair; needs a signed-in person. */
  readonly act?: { readonly label: string; readonly run: () => void } | undefined
}

function Part({ icon: Icon, look, label, explain, act }: PartProps) {
  const { t } = useTranslation('frame')
  const { staff } = useSession()
  const [opened, setOpened] = useState(false)
  const run = () => {
    setOpened(false)
    act?.run()
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus width={340} withinPortal>
      <Popover.Target>
        <button type="button" className={css.part} data-look={look} onClick={() => setOpened(!opened)}>
          <Icon aria-hidden="true" />
          <span>{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={css.explain}>
        <p>{explain}</p>
        {act && staff && (
          <KeyButton size="small" onClick={run}>
            {act.label}
          </KeyButton>
        )}
        {act && !staff && <p className={css.first}>{t('explain.signInFirst')}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}

function Connection({ status }: { readonly status: Status }) {
  const { t } = useTranslation(['frame', 'faults'])
  const format = useFormat()
  const engine = useEngine()
  const { state, since, fault } = status.connection
  const time = format.when(since)
  if (state === 'online') return <Part icon={Wifi} look="ok" label={t('status.online')} explain={t('explain.online')} />
  const why =
    fault && fault.code !== 'offline'
      ? `${t(`faults:${fault.code}.title`)}. ${t(`faults:${fault.code}.next`)}`
      : t('explain.offline')
  const act =
    state === 'cut'
      ? {
          label: t('act.reconnect'),
          run: () => void engine.call('sync.set-connection', { connected: true }).catch(() => undefined),
        }
      : { label: t('act.syncNow'), run: () => void engine.call('sync.now', {}).catch(() => undefined) }
  return (
    <Part
      icon={CloudOff}
      look="off"
      label={state === 'cut' ? t('status.cutSince', { time }) : t('status.offlineSince', { time })}
      explain={state === 'cut' ? t('explain.cut') : why}
      act={act}
    />
  )
}

function Unsent({ status }: { readonly status: Status }) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const { go } = useNavigation()
  const { count, oldestAt } = status.unsent
  return (
    <Part
      icon={Upload}
      label={
        <>
          {t('status.unsent')} <b className="num">{count}</b>
          {oldestAt && <> · {t('status.oldest', { age: format.age(oldestAt) })}</>}
        </>
      }
      explain={count === 0 ? t('explain.unsentNone') : t('explain.unsent', { count })}
      act={{ label: t('act.openSync'), run: () => go({ name: 'sync' }) }}
    />
  )
}

function LastSync({ status }: { readonly status: Status }) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const { go } = useNavigation()
  const time = format.when(status.lastSyncAt)
  return (
    <Part
      icon={RefreshCw}
      label={
        <>
          {t('status.lastSync')} <b className="num">{time}</b>
        </>
      }
      explain={t('explain.lastSync', { time })}
      act={{ label: t('act.openSync'), run: () => go({ name: 'sync' }) }}
    />
  )
}

function Skew({ status }: { readonly status: Status }) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const seconds = Math.abs(status.clockSkewSeconds ?? 0)
  if (seconds < 120) return null
  const duration = format.duration(seconds)
  return (
    <Part icon={Clock} look="warn" label={t('status.skew', { duration })} explain={t('explain.skew', { duration })} />
  )
}

function InsecureKey({ status }: { readonly status: Status }) {
  const { t } = useTranslation('frame')
  if (!status.insecureKey) return null
  return <Part icon={KeyRound} look="warn" label={t('status.insecure')} explain={t('explain.insecure')} />
}

function PrinterPart({ status }: { readonly status: Status }) {
  const { t } = useTranslation(['frame', 'faults'])
  const { go } = useNavigation()
  const { state, waitingJobs, fault } = status.printer
  const explain: Record<Status['printer']['state'], string> = {
    ready: t('explain.printerReady'),
    'not-set': t('explain.printerNotSet'),
    unknown: t('explain.printerUnknown'),
    trouble: fault
      ? `${t(`faults:${fault.code}.title`)}. ${t(`faults:${fault.code}.next`)}`
      : t('explain.printerUnknown'),
  }
  return (
    <Part
      icon={Printer}
      look={state === 'trouble' ? 'warn' : undefined}
      label={
        <>
          {t('status.printer')} <b>{t(`status.printerState.${state}`)}</b>
        </>
      }
      explain={
        waitingJobs > 0 ? `${explain[state]} ${t('explain.printerWaiting', { count: waitingJobs })}` : explain[state]
      }
      act={
        waitingJobs > 0
          ? { label: t('act.openPrints'), run: () => go({ name: 'sync' }) }
          : { label: t('act.openPrinter'), run: () => go({ name: 'settings', section: 'printer' }) }
      }
    />
  )
}

function CameraPart({ state }: { readonly state: CameraState }) {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  const explain: Record<CameraState, string> = {
    ready: t('explain.cameraReady'),
    none: t('explain.cameraNone'),
    denied: t('explain.cameraDenied'),
    unknown: t('explain.cameraReady'),
  }
  return (
    <Part
      icon={Camera}
      label={
        <>
          {t('status.camera')} <b>{t(`status.cameraState.${state}`)}</b>
        </>
      }
      explain={explain[state]}
      act={{ label: t('act.openCamera'), run: () => go({ name: 'settings', section: 'camera' }) }}
    />
  )
}

function Device({ status }: { readonly status: Status }) {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  const { device } = status
  if (!device) return <Part icon={Monitor} label={t('status.noDevice')} explain={t('status.noDevice')} />
  return (
    <Part
      icon={Monitor}
      label={device.deviceName}
      explain={t('explain.device', { code: device.deviceCode, name: device.deviceName, unit: device.unitName })}
      act={{ label: t('act.openDevice'), run: () => go({ name: 'settings', section: 'device' }) }}
    />
  )
}

/** `Rini Wulandari` as `Rini W.`, to leave room. */
const shortName = (name: string) => {
  const [first = '', second] = name.split(/\s+/)
  return second ? `${first} ${second.charAt(0)}.` : first
}

function Person() {
  const { t } = useTranslation(['frame', 'common'])
  const { staff, lock } = useSession()
  if (!staff) return <Part icon={CircleUser} label={t('status.nobody')} explain={t('status.nobody')} />
  const role = t(`common:role.${staff.roles[0] ?? 'counter'}`)
  return (
    <Part
      icon={CircleUser}
      label={`${shortName(staff.name)} · ${role.toLowerCase()}`}
      explain={t('explain.staff', { name: staff.name, code: staff.code, role: role.toLowerCase() })}
      act={{ label: t('act.lock'), run: lock }}
    />
  )
}
