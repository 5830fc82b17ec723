import { Check, FileText } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToReview } from '#shared/contract/engine/review.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { usePaperLabel } from '../../ui/paper-label.ts'
import { FaultLine } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './review.module.css'

/** What the counter set aside for one hand-over, and that a supervisor has looked at it. */
export function ReviewDialog({ row, onClose }: { readonly row: ToReview | null; readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  return (
    <Dialog opened={row !== null} onClose={onClose} title={t('title')} width={640}>
      {row && <Review row={row} onClose={onClose} />}
    </Dialog>
  )
}

function Review({ row, onClose }: { readonly row: ToReview; readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  const { showReceipt } = useNavigation()
  const [note, setNote] = useState('')
  const { confirm, pending, fault } = useConfirm('handover.review', () => {
    showToast({ title: t('done'), text: t('doneText', { number: row.receiptNumber }) })
    onClose()
  })
  const receipt = () => showReceipt(row.handoverId)
  useShortcuts({ 'Alt+KeyB': receipt })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!row.own && !pending) void confirm({ handoverId: row.handoverId, note })
  }
  return (
    <form className={css.review} onSubmit={submit}>
      <Facts row={row} />
      {row.own ? (
        <StatusTag tone="wait" plain>
          {t('own')}
        </StatusTag>
      ) : (
        <Fields>
          <TextField id="review-note" wide autoFocus label={t('note')} value={note} max={300} onChange={setNote} />
        </Fields>
      )}
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton hint="Alt+B" icon={<FileText />} onClick={receipt}>
          {t('receipt')}
        </KeyButton>
        <KeyButton type="submit" look="primary" hint="Enter" icon={<Check />} aria-disabled={row.own || pending}>
          {t('review')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

function Facts({ row }: { readonly row: ToReview }) {
  const { t } = useTranslation('review')
  const labelOf = usePaperLabel()
  return (
    <dl>
      <dt>{t('number')}</dt>
      <dd className="num">{row.receiptNumber}</dd>
      <dt>{t('owner')}</dt>
      <dd>{row.ownerName}</dd>
      <dt>{t('collector')}</dt>
      <dd>{row.collectorName}</dd>
      <dt>{t('staff')}</dt>
      <dd>{t('staffAt', { name: row.staffName, code: row.staffCode, device: row.deviceCode })}</dd>
      <dt>{t('why')}</dt>
      <dd>{row.flags.map((flag) => t(`flag.${flag}`)).join(' · ')}</dd>
      {row.reasons.length > 0 && (
        <>
          <dt>{t('reasons')}</dt>
          <dd>{row.reasons.join(' · ')}</dd>
        </>
      )}
      {row.unchecked.length > 0 && (
        <>
          <dt>{t('unchecked')}</dt>
          <dd>{row.unchecked.map(labelOf).join(' · ')}</dd>
        </>
      )}
    </dl>
  )
}
