import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import queue from './queue.module.css'
import { useActName } from './queue.tsx'
import css from './verdicts.module.css'

type Overview = OutputOf<'sync.overview'>

const kinds = ['applied', 'duplicate', 'conflict', 'refused'] as const
const tones = { applied: 'ok', duplicate: 'wait', conflict: 'clash', refused: 'bad' } as const

function VerdictTag({ kind }: { readonly kind: (typeof kinds)[number] }) {
  const { t } = useTranslation('sync')
  return (
    <StatusTag tone={tones[kind]} icon={kind === 'duplicate' ? Copy : undefined} plain>
      {t(`verdict.${kind}`)}
    </StatusTag>
  )
}

/** The centre's answers of today as figures, the single ones in a dialog. */
export function Verdicts({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  return (
    <section>
      <div className={panel.head}>
        <h2>{t('verdicts')}</h2>
        <button type="button" className={panel.link} onClick={() => setOpened(true)}>
          {t('history')}
        </button>
      </div>
      <div className={`${panel.panel} ${css.verdicts}`}>
        {kinds.map((kind) => (
          <div key={kind}>
            <VerdictTag kind={kind} />
            <b className="num">{format.number(overview.verdictsToday[kind])}</b>
          </div>
        ))}
      </div>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('history')} width={640}>
        <History rows={overview.history} />
      </Dialog>
    </section>
  )
}

function History({ rows }: { readonly rows: Overview['history'] }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const nameOf = useActName()
  if (rows.length === 0) return <p className={panel.quiet}>{t('historyNone')}</p>
  return (
    <ul className={css.history}>
      {rows.map((row) => (
        <li key={row.commandId} className={queue.queueRow}>
          <span className={`${panel.caption} num`}>{format.number(row.seq)}</span>
          <span className={queue.wide}>
            <b>{nameOf(row.type)}</b>
            <small>{row.ownerName}</small>
          </span>
          <VerdictTag kind={row.kind} />
          <span className={panel.caption}>{format.when(row.decidedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
