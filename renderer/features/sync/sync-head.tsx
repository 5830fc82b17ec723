import { Progress } from '@mantine/core'
import { CircleCheck, CloudCheck, CloudOff, RefreshCw, Unplug } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { useSlowLineWords } from '../../ui/slow-line-words.ts'
import { FaultLine } from '../../ui/states.tsx'
import css from './sync-head.module.css'

interface HeadProps {
  readonly overview: OutputOf<'sync.overview'>
  readonly status: OutputOf<'app.status'>
}

/** Connected or not, what waits, the three steps, and the two switches. */
export function SyncHead({ overview, status }: HeadProps) {
  const { t } = useTranslation('sync')
  const { sync, connect, busy, fault } = useActs(status.connection.state === 'cut')
  const online = status.connection.state === 'online'
  const syncing = busy || overview.syncing
  useShortcuts({ F9: sync })
  return (
    <section className={`${panel.panel} ${css.hero}`}>
      <div className={css.heroLine}>
        {online || status.slowLine ? (
          <CloudCheck className={css.good} aria-hidden="true" />
        ) : (
          <CloudOff className={css.off} aria-hidden="true" />
        )}
        <HeadWords overview={overview} status={status} syncing={syncing} />
        <div className={css.acts}>
          <KeyButton icon={<Unplug aria-hidden="true" />} onClick={connect}>
            {status.connection.state === 'cut' ? t('reconnect') : t('cut')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="tall"
            icon={<RefreshCw aria-hidden="true" />}
            hint="F9"
            onClick={sync}
            aria-disabled={syncing}
          >
            {syncing ? t('nowBusy') : t('now')}
          </KeyButton>
        </div>
      </div>
      {fault && (
        <div className={css.fault}>
          <FaultLine fault={fault} />
        </div>
      )}
      <Steps overview={overview} status={status} />
    </section>
  )
}

function useActs(cut: boolean) {
  const { t } = useTranslation('sync')
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const attempt = async (act: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await act()
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }
  const sync = () =>
    void attempt(async () => {
      const { sent, received } = await engine.call('sync.now', {})
      const icon = <CircleCheck size={20} aria-hidden="true" />
      showToast({ title: t('done'), text: t('doneText', { sent, received }), icon })
    })
  const connect = () => void attempt(async () => void (await engine.call('sync.set-connection', { connected: cut })))
  return { sync, connect, busy, fault }
}

function HeadWords({ overview, status, syncing }: HeadProps & { readonly syncing: boolean }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const { count, oldestAt } = status.unsent
  const age = oldestAt ? format.age(oldestAt) : ''
  const online = status.connection.state === 'online'
  const whenOnline = count > 0 ? t('head.waiting', { count, age }) : t('head.done')
  const whenOffline = count > 0 ? t('head.offlineWaiting', { count, age }) : t('head.offline')
  const slow = useSlowLineWords()(status.slowLine)
  return (
    <div className={css.words} aria-live="polite">
      <b>{syncing ? t('head.syncing') : online ? whenOnline : whenOffline}</b>
      <span>{slow ? `${slow}. ${t('safe')}` : <SafeAnyway online={online} nextSyncAt={overview.nextSyncAt} />}</span>
    </div>
  )
}

function SafeAnyway({ online, nextSyncAt }: { readonly online: boolean; readonly nextSyncAt: string | null }) {
  const { t } = useTranslation('sync')
  return (
    <>
      {t('safe')} {online ? <NextSync at={nextSyncAt} /> : t('auto')}
    </>
  )
}

/** Counts down for the eye only: a screen reader would hear every second. */
function NextSync({ at }: { readonly at: string | null }) {
  const { t } = useTranslation('sync')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = at ? Math.ceil((Date.parse(at) - now) / 1000) : 0
  return (
    <span aria-hidden="true">{seconds > 1 ? t('next', { age: t('seconds', { count: seconds }) }) : t('nextSoon')}</span>
  )
}

function Steps({ overview, status }: HeadProps) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const { blobs } = overview
  const pulledAt = format.when(overview.lastPullAt ?? status.lastSyncAt)
  const size = format.bytes(blobs.bytes)
  const blobsText =
    blobs.sent > 0
      ? t('step.blobsPart', { count: blobs.waiting, size, sent: format.bytes(blobs.sent) })
      : blobs.waiting > 0
        ? t('step.blobsText', { count: blobs.waiting, size })
        : t('step.blobsNone')
  const steps = [
    [
      t('step.push'),
      overview.lastPushAt
        ? t('step.pushText', { count: overview.queue.length, time: format.when(overview.lastPushAt) })
        : t('step.pushTextNever', { count: overview.queue.length }),
    ],
    [t('step.blobs'), blobsText],
    [t('step.pull'), t('step.pullText', { time: pulledAt, count: overview.rowsPulledToday })],
  ] as const
  return (
    <ol className={css.steps}>
      {steps.map(([title, text], at) => (
        <li key={title}>
          <i aria-hidden="true">{at + 1}</i>
          <span>
            <b>{title}</b>
            <small>{text}</small>
            {at === 1 && blobs.sent > 0 && <Share part={blobs.sent / blobs.bytes} label={title} />}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Share({ part, label }: { readonly part: number; readonly label: string }) {
  return (
    <Progress.Root size={6} radius={3} className={css.share}>
      <Progress.Section value={Math.min(100, part * 100)} aria-label={label} />
    </Progress.Root>
  )
}
