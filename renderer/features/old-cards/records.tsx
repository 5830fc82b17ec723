import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './old-cards.module.css'

interface RecordsProps extends Pick<OutputOf<'old-card.list'>, 'records'> {
  readonly onPaper: (actId: string) => void
}

/** The berita acara of the drawer, newest first, each as PDF again. */
export function Records({ records, onPaper }: RecordsProps) {
  const { t } = useTranslation(['oldCards', 'common'])
  const format = useFormat()
  return (
    <section className={`${panel.panel} ${css.records}`} aria-label={t('records')}>
      <div className={panel.head}>
        <h2>{t('records')}</h2>
      </div>
      {records.length === 0 && <p className={panel.quiet}>{t('noRecords')}</p>}
      <ul>
        {records.map((record) => (
          <li key={record.actId}>
            <b className="num">{record.number}</b>
            <span>{t(`record.${record.kind}`, { count: record.cards })}</span>
            <span className={css.quiet}>
              {t('recordBy', { time: format.dateTime(record.at), name: record.staffName })}
            </span>
            {record.centre !== 'recorded' && (
              <StatusTag tone={record.centre === 'waiting' ? 'wait' : 'clash'} plain>
                {t(`common:centre.${record.centre}`)}
              </StatusTag>
            )}
            <KeyButton
              size="small"
              icon={<FileDown />}
              aria-label={t('pdfOf', { number: record.number })}
              onClick={() => onPaper(record.actId)}
            >
              {t('pdf')}
            </KeyButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
