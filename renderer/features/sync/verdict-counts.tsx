import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './sync.module.css'

type Overview = OutputOf<'sync.overview'>

const kinds = ['applied', 'duplicate', 'conflict', 'refused'] as const
const tones: Record<(typeof kinds)[number], Tone> = {
  applied: 'ok',
  duplicate: 'wait',
  conflict: 'clash',
  refused: 'bad',
}

interface VerdictCountsProps {
  readonly counts: Overview['verdictsToday']
  readonly history: Overview['history']
}

/** How the centre answered today, with the single answers behind it. */
export function VerdictCounts({ counts, history }: VerdictCountsProps) {
  const { t } = useTranslation('sync')
  const [opened, setOpened] = useState(false)
  return (
    <section className={css.section} aria-labelledby="verdicts">
      <div className={panel.head}>
        <h2 id="verdicts">{t('verdicts.title')}</h2>
        <button type="button" className={panel.link} onClick={() => setOpened(true)}>
          {t('verdicts.history')}
        </button>
      </div>
      <dl className={`${panel.panel} ${css.verdicts}`}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>
              <StatusTag tone={tones[kind]} plain icon={kind === 'duplicate' ? Copy : undefined}>
                {t(`verdicts.${kind}`)}
              </StatusTag>
            </dt>
            <dd>{counts[kind]}</dd>
          </div>
        ))}
      </dl>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('verdicts.history')} width={760}>
        <History history={history} />
      </Dialog>
    </section>
  )
}

function History({ history }: { readonly history: Overview['history'] }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  if (history.length === 0) return <p>{t('verdicts.noHistory')}</p>
  return (
    <table className={css.history}>
      <thead>
        <tr>
          <th scope="col">{t('verdicts.number')}</th>
          <th scope="col">{t('verdicts.who')}</th>
          <th scope="col">{t('verdicts.answer')}</th>
          <th scope="col">{t('verdicts.when')}</th>
        </tr>
      </thead>
      <tbody>
        {history.map((one) => (
          <tr key={one.commandId}>
            <td>{format.number(one.seq)}</td>
            <td>{one.ownerName}</td>
            <td>
              <StatusTag tone={tones[one.kind]} plain>
                {t(`verdicts.${one.kind}`)}
              </StatusTag>
            </td>
            <td>{format.when(one.decidedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
