import { CircleCheck, Clock, HardDrive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { Columns } from '../../ui/columns.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { Courier } from './courier.tsx'
import { Exceptions } from './exceptions.tsx'
import { OtherDesks } from './other-desks.tsx'
import { PrintQueue } from './print-queue.tsx'
import { Queue } from './queue.tsx'
import { SyncHead } from './sync-head.tsx'
import css from './sync-screen.module.css'
import { Verdicts } from './verdicts.tsx'

/** Sinkronisasi: what waits, what the centre answered, what needs a person. */
export function SyncScreen() {
  const { t } = useTranslation(['sync', 'common'])
  const format = useFormat()
  const overview = useEngineQuery('sync.overview', {})
  const status = useEngineQuery('app.status', {})
  const slow = useSlow(overview.isPending)
  const device = status.data?.device?.deviceName ?? ''
  const chain =
    overview.data &&
    (overview.data.chainIntact
      ? t('chain', { device, length: format.number(overview.data.chainLength) })
      : t('chainBroken', { device }))
  return (
    <Page title={t('title')} actions={chain}>
      {overview.isPending && <SkeletonRows rows={8} shown={slow} />}
      {overview.isError && (
        <ErrorState fault={overview.error.fault}>
          <KeyButton onClick={() => void overview.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      )}
      {overview.data && status.data && (
        <>
          <SyncHead overview={overview.data} status={status.data} />
          <Columns
            sideWidth={392}
            side={
              <>
                <Queue rows={overview.data.queue} />
                <Verdicts overview={overview.data} />
              </>
            }
          >
            <Exceptions rows={overview.data.exceptions} waiting={overview.data.queue.length > 0} />
            <Courier />
            <PrintQueue />
            <OtherDesks neighbours={status.data.neighbours} />
            <Health status={status.data} />
          </Columns>
        </>
      )}
    </Page>
  )
}

/** Seconds from which the status bar speaks of a wrong clock too. */
const wrongClock = 120

function Health({ status }: { readonly status: OutputOf<'app.status'> }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const skew = status.clockSkewSeconds
  const clockWords = (count: number) =>
    count < wrongClock ? t('health.clock', { count }) : t('health.clockWrong', { duration: format.duration(count) })
  return (
    <div className={css.health}>
      <span>
        {skew !== null && Math.abs(skew) < wrongClock ? (
          <CircleCheck className={css.good} aria-hidden="true" />
        ) : (
          <Clock aria-hidden="true" />
        )}
        {skew === null ? t('health.clockUnknown') : clockWords(Math.round(Math.abs(skew)))}
      </span>
      {status.freeDiskBytes !== null && (
        <span>
          <HardDrive aria-hidden="true" />
          {t('health.disk', { size: format.bytes(status.freeDiskBytes) })}
        </span>
      )}
    </div>
  )
}
