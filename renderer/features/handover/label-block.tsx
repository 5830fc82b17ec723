import { CircleCheck, OctagonAlert, ScanBarcode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Draft } from './draft.ts'
import css from './label-block.module.css'

/** Is it this card? Its label may be scanned, or must be; another card's label is refused aloud. */
export function LabelBlock({ label, required }: { readonly label: Draft['label']; readonly required: boolean }) {
  const { t } = useTranslation(['handover', 'common'])
  if (label.kind === 'other') {
    const differs = label.differs.map((what) => t(`label.differs.${what}`)).join(', ')
    return (
      <div className={css.label} data-state="other" role="alert" id="handover-label" tabIndex={-1}>
        <OctagonAlert aria-hidden="true" />
        <div>
          <b>{t('label.other')}</b>
          <span>{t('label.otherWhat', { differs })}</span>
          <span>
            {label.ownerName} · {t(`common:cardKind.${label.cardKind}`)} · {label.kitirNumber}
          </span>
          <span>{t('label.otherNext')}</span>
        </div>
      </div>
    )
  }
  const seen = label.kind === 'own'
  const Icon = seen ? CircleCheck : ScanBarcode
  return (
    <div
      className={css.label}
      data-state={seen ? 'own' : required ? 'required' : 'offered'}
      role="status"
      id="handover-label"
      tabIndex={-1}
    >
      <Icon aria-hidden="true" />
      <div>
        <b>{t(seen ? 'label.own' : required ? 'label.required' : 'label.offered')}</b>
        {required && !seen && <span>{t('label.offeredNext')}</span>}
      </div>
    </div>
  )
}
