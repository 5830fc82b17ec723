import { Switch } from '@mantine/core'
import { CloudCheck, CloudOff, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useEngineCommand } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import css from './sync.module.css'

interface SyncHeroProps {
  readonly overview: OutputOf<'sync.overview'>
  readonly status: OutputOf<'app.status'>
}

/** One sentence about where the truth stands, the three steps, and the button that repairs. */
export function SyncHero({ overview, status }: SyncHeroProps) {
  const { t } = useTranslation('sync')
  const sync = useEngineCommand('sync.now')
  const connect = useEngineCommand('sync.set-connection')
  const online = status.connection.state === 'online'
  const run = () =>
    sync.mutate({ input: {} }, { onSuccess: (done) => showToast({ title: t('done'), text: t('doneText', done) }) })
  useShortcuts({ F9: run })
  return (
    <div className={`${panel.panel} ${css.hero}`}>
      <div className={css.heroTop}>
        <span className={css.heroIcon} data-online={online} aria-hidden="true">
          {online ? <CloudCheck /> : <CloudOff />}
        </span>
        <div className={css.heroText} role="status">
          <p className={css.sentence}>
            <Sentence status={status} />
          </p>
          <p className={css.sub}>
            {t('safe')} <NextRound overview={overview} />
          </p>
        </div>
        <Switch
          label={t('switch')}
          checked={status.connection.state !== 'cut'}
          onChange={(event) => connect.mutate({ input: { connected: event.currentTarget.checked } })}
        />
        <KeyButton look="primary" size="tall" hint="F9" icon={<RefreshCw />} onClick={run} aria-busy={sync.isPending}>
          {t('now')}
        </KeyButton>
      </div>
      {sync.error && <FaultLine fault={faultOf(sync.error)} />}
      <Steps overview={overview} waiting={status.unsent.count} />
    </div>
  )
}

function Sentence({ status }: { readonly status: SyncHeroProps['status'] }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const { state, since } = status.connection
  const { count, oldestAt } = status.unsent
  const words = { time: format.when(since), count, age: oldestAt ? format.age(oldestAt) : '' }
  const start = state === 'online' ? 'connected' : state
  return <>{count === 0 ? t(`${start}None`, words) : t(start, words)}</>
}

function NextRound({ overview }: { readonly overview: SyncHeroProps['overview'] }) {
  const { t } = useTranslation('sync')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (overview.syncing) return <>{t('syncing')}</>
  if (overview.nextSyncAt === null) return null
  const seconds = Math.max(0, Math.round((Date.parse(overview.nextSyncAt) - now) / 1000))
  return <>{t('nextIn', { seconds })}</>
}

function Steps({ overview, waiting }: { readonly overview: SyncHeroProps['overview']; readonly waiting: number }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const { blobs, lastPushAt, lastPullAt, rowsPulledToday } = overview
  const steps = [
    [t('step.push'), t('step.pushState', { count: waiting, time: format.when(lastPushAt) })],
    [
      t('step.blobs'),
      blobs.waiting === 0
        ? t('step.blobsNone')
        : t('step.blobsState', { count: blobs.waiting, size: format.bytes(blobs.bytes) }),
    ],
    [t('step.pull'), t('step.pullState', { time: format.when(lastPullAt), count: rowsPulledToday })],
  ] as const
  return (
    <ol className={css.steps}>
      {steps.map(([title, state], index) => (
        <li key={title}>
          <span className={css.step} aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <b>{title}</b>
            <small>{state}</small>
          </div>
        </li>
      ))}
    </ol>
  )
}
