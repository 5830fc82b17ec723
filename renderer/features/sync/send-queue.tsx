import { HandHelping } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './sync.module.css'

type Queued = OutputOf<'sync.overview'>['queue'][number]

const shown = 8

/** What waits to be sent, oldest number first. */
export function SendQueue({ queue }: { readonly queue: readonly Queued[] }) {
  const { t } = useTranslation('sync')
  return (
    <section aria-labelledby="queue">
      <div className={panel.head}>
        <h2 id="queue">
          {t('queue.title')} <span className={panel.count}>{queue.length}</span>
        </h2>
        <span className={panel.caption}>{t('queue.note')}</span>
      </div>
      <div className={panel.panel}>
        {queue.length === 0 && <EmptyState mood="good" title={t('queue.none')} text={t('queue.noneText')} />}
        <ul className={css.list}>
          {queue.slice(0, shown).map((one) => (
            <QueueRow key={one.commandId} queued={one} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function QueueRow({ queued }: { readonly queued: Queued }) {
  const { t } = useTranslation(['sync', 'common'])
  const format = useFormat()
  const card = queued.cardKind ? t(`common:cardKind.${queued.cardKind}`) : ''
  const type = queued.type === 'handover.record' ? queued.type : 'other'
  return (
    <li className={css.queued}>
      <span className={css.seq}>{format.number(queued.seq)}</span>
      <HandHelping aria-hidden="true" />
      <div>
        <b>{t(`sync:queue.type.${type}`, { card })}</b>
        <span className={css.caption}>{[queued.place, queued.ownerName].filter(Boolean).join(' · ')}</span>
      </div>
      {queued.state === 'will-clash' ? (
        <StatusTag tone="clash" plain>
          {t('sync:queue.state.will-clash')}
        </StatusTag>
      ) : (
        <span className={css.caption}>{format.age(queued.at)}</span>
      )}
    </li>
  )
}
