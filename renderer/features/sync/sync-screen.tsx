import { CircleCheck, HardDrive, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { ExceptionList } from './exception-list.tsx'
import { PrintQueue } from './print-queue.tsx'
import { SendQueue } from './send-queue.tsx'
import css from './sync.module.css'
import { SyncHero } from './sync-hero.tsx'
import { VerdictCounts } from './verdict-counts.tsx'

/** What waits, what the centre answered, what needs a person, and what waits for paper. */
export function SyncScreen() {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const overview = useEngineQuery('sync.overview', {})
  const status = useEngineQuery('app.status', {})
  const slow = useSlow(overview.isPending)
  const data = overview.data
  const chain = data?.chainIntact === false ? 'chainBroken' : 'chain'
  const name = status.data?.device?.deviceName ?? ''
  return (
    <Page title={t('title')} actions={data && <span>{t(chain, { name, last: format.number(data.chainLength) })}</span>}>
      {overview.error && <ErrorState fault={overview.error.fault} />}
      {!data && !overview.error && <SkeletonRows shown={slow} rows={6} />}
      {data && status.data && (
        <>
          <SyncHero overview={data} status={status.data} />
          <div className={css.two}>
            <section aria-labelledby="exceptions">
              <ExceptionList exceptions={data.exceptions} />
              <Foot status={status.data} />
              <PrintQueue />
            </section>
            <div>
              <SendQueue queue={data.queue} />
              <VerdictCounts counts={data.verdictsToday} history={data.history} />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

const skewWarning = 120

function Foot({ status }: { readonly status: OutputOf<'app.status'> }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const { clockSkewSeconds: skew, freeDiskBytes } = status
  const words = skew === null ? t('foot.noSkew') : t('foot.skew', { duration: spoken(skew, format.duration) })
  return (
    <div className={css.foot}>
      <span>
        {skew !== null && skew > skewWarning ? (
          <TriangleAlert aria-hidden="true" />
        ) : (
          <CircleCheck aria-hidden="true" />
        )}
        {words}
      </span>
      {freeDiskBytes !== null && (
        <span>
          <HardDrive aria-hidden="true" />
          {t('foot.disk', { size: format.bytes(freeDiskBytes) })}
        </span>
      )}
    </div>
  )
}

const spoken = (seconds: number, duration: (seconds: number) => string) =>
  seconds < 60 ? `${seconds} s` : duration(seconds)
