import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, FaultLine } from '../../ui/states.tsx'
import { CentreMark, StatusTag } from '../../ui/status-tag.tsx'
import css from './assistance.module.css'

type Today = OutputOf<'assistance.list'>

/** What was logged today, the newest first; a mistake is taken back here and stays readable. */
export function TodayList({ today }: { readonly today: Today }) {
  const { t } = useTranslation('assistance')
  const { act, fault } = useAct('assistance.withdraw', () => showToast({ title: t('undone') }))
  return (
    <section>
      <div className={panel.head}>
        <h2>{t('today')}</h2>
        <span className={panel.caption}>{today.people > 0 && t('todayPeople', { count: today.people })}</span>
      </div>
      <div className={panel.panel}>
        {fault && <FaultLine fault={fault} />}
        {today.rows.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
        {today.rows.length > 0 && (
          <ul className={css.list}>
            {today.rows.map((row) => (
              <Entry key={row.assistanceId} row={row} onUndo={() => void act({ assistanceId: row.assistanceId })} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Entry({ row, onUndo }: { readonly row: Today['rows'][number]; readonly onUndo: () => void }) {
  const { t } = useTranslation('assistance')
  const format = useFormat()
  const { kind, people, kelurahanName, note, staffName, at, withdrawn, centre } = row
  return (
    <li data-withdrawn={withdrawn}>
      <span>
        <b>
          {t(`kind.${kind}`)} · {t('people', { count: people })}
        </b>
        <small>
          {[kelurahanName ?? t('figures.elsewhere'), note, t('by', { name: staffName, when: format.when(at) })]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <CentreMark centre={centre} />
      {withdrawn ? (
        <StatusTag tone="wait" icon={Undo2} plain>
          {t('undoneTag')}
        </StatusTag>
      ) : (
        <KeyButton size="small" look="quiet" onClick={onUndo}>
          {t('undo')}
        </KeyButton>
      )}
    </li>
  )
}
