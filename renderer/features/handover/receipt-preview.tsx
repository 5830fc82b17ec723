import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useStaff } from '../../app/session.tsx'
import { ReceiptPaper } from '../../ui/receipt-paper.tsx'
import type { CardDetail, Draft } from './draft.ts'
import { previewOf } from './preview.ts'
import css from './receipt-preview.module.css'

interface PreviewProps {
  readonly draft: Draft
  readonly detail: CardDetail
  readonly status: OutputOf<'app.status'>
}

/** The receipt as it would come out now, beside the work. */
export function Preview({ draft, detail, status }: PreviewProps) {
  const { t } = useTranslation('handover')
  const settings = useEngineQuery('settings.get', {})
  const staff = useStaff()
  const zone = status.device?.zone ?? 'Asia/Jakarta'
  const offline = status.connection.state !== 'online'
  const receipt = useMemo(
    () => previewOf(draft, detail, status.policy, { at: new Date().toISOString(), zone, staff, offline }),
    [draft, detail, status.policy, zone, staff, offline],
  )
  const printer = settings.data?.printer
  const width = printer && printer.kind !== 'none' ? printer.widthMm : 80
  return (
    <aside className={css.preview} aria-label={t('preview.title')}>
      <div className={css.previewHead}>
        <h3>{t('preview.title')}</h3>
        <span>
          {width} mm · {t('preview.facts', { count: settings.data?.copies ?? 1 })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reached by keyboard */}
      <div className={css.previewPaper} tabIndex={0}>
        <ReceiptPaper
          receipt={receipt}
          signature={draft.signature}
          columns={width === 58 ? 32 : 48}
          scale="preview"
          label={t('preview.title')}
        />
      </div>
    </aside>
  )
}
