import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import type { PinState, Policy } from './draft.ts'
import { ByTelephone } from './override-by-telephone.tsx'
import css from './override-dialog.module.css'
import { type MeansProps, OverrideForm, reasonGiven } from './override-form.tsx'
import { OnTheSpot } from './override-on-the-spot.tsx'

type Means = 'spot' | 'phone' | 'later'

interface OverrideDialogProps {
  readonly opened: boolean
  readonly cardId: string
  readonly owner: string
  readonly allowed: Policy['override']
  readonly onClose: () => void
  readonly onPin: (pin: PinState) => void
}

/** Leave to hand over without the PIN: a supervisor here, a supervisor by telephone, or noted for review, as the city allows. */
export function OverrideDialog({ opened, onClose, ...rest }: OverrideDialogProps) {
  const { t } = useTranslation('handover')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('override.title')} width={600}>
      <Override {...rest} onClose={onClose} />
    </Dialog>
  )
}

const meansOf = (allowed: Policy['override']): readonly Means[] => [
  ...(allowed.onTheSpot ? (['spot'] as const) : []),
  ...(allowed.challenge ? (['phone'] as const) : []),
  ...(allowed.reviewLater ? (['later'] as const) : []),
]

function Override({ cardId, owner, allowed, onPin, onClose }: Omit<OverrideDialogProps, 'opened'>) {
  const { t } = useTranslation('handover')
  const choices = meansOf(allowed)
  const [means, setMeans] = useState<Means | undefined>(choices[0])
  const [reason, setReason] = useState('')
  const granted = (pin: PinState) => {
    onPin(pin)
    onClose()
  }
  const reasonField = (
    <TextField id="override-reason" wide label={t('override.reason')} value={reason} max={300} onChange={setReason} />
  )
  const props = { cardId, reason, reasonField, onPin: granted }
  return (
    <div className={css.override}>
      <p>{t('override.why', { owner })}</p>
      <ChoiceRow
        name="means"
        label={t('override.means')}
        value={means}
        options={choices.map((value) => ({ value, label: t(`override.${value}`) }))}
        onChange={setMeans}
        autoFocus
      />
      {means === 'spot' && <OnTheSpot {...props} />}
      {means === 'phone' && <ByTelephone {...props} />}
      {means === 'later' && <Later {...props} />}
    </div>
  )
}

function Later({ reason, reasonField, onPin }: MeansProps) {
  const { t } = useTranslation('handover')
  return (
    <OverrideForm
      action={t('override.record')}
      ready={reasonGiven(reason)}
      onSubmit={() => onPin({ kind: 'review-later', reason: reason.trim() })}
    >
      <p>{t('override.laterNext')}</p>
      <Fields>{reasonField}</Fields>
    </OverrideForm>
  )
}
