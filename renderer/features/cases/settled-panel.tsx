import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useFormat } from '../../app/format.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './decision-panel.module.css'
import { letterOf } from './letters.ts'
import { Notes } from './notes.tsx'

interface SettledPanelProps {
  readonly file: CaseShown
  readonly settled: NonNullable<CaseShown['settled']>
}

/** How the case ended, by whom and why. */
export function SettledPanel({ file, settled }: SettledPanelProps) {
  const { t } = useTranslation(['cases', 'common'])
  const format = useFormat()
  const { decision, standsHandoverId, staffName, settledAt, reason } = settled
  const letter = standsHandoverId === null ? '' : letterOf(file, standsHandoverId)
  return (
    <div className={css.form} role="status">
      <h2>{t('settled.title')}</h2>
      <p className={css.verdict}>{t(`settled.${decision}`, { letter })}</p>
      <p className={css.by}>{t('settled.by', { name: staffName, time: format.dateTime(settledAt) })}</p>
      <p className={css.text}>
        <b>{t('settled.reason')}:</b> {reason}
      </p>
      {file.centre === 'waiting' && (
        <>
          <StatusTag tone="wait">{t('common:centre.waiting')}</StatusTag>
          <p className={css.by}>{t('settled.waiting')}</p>
        </>
      )}
      <Notes notes={file.notes} />
    </div>
  )
}
