import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Dialog, DialogActions } from './dialog.tsx'
import { KeyButton } from './key-button.tsx'
import { FaultLine } from './states.tsx'

interface DiscardDialogProps {
  /** Null: nothing is to be discarded. */
  readonly draftId: string | null
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** What was typed is gone for good: asked once. */
export function DiscardDialog({ draftId, onClose, onDone }: DiscardDialogProps) {
  const { t } = useTranslation(['intake', 'common'])
  const { act, fault } = useAct('intake.discard-draft', () => {
    onClose()
    onDone?.()
  })
  return (
    <Dialog opened={draftId !== null} onClose={onClose} title={t('discard.title')} width={460}>
      <p>{t('discard.text')}</p>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose} data-autofocus>
          {t('common:cancel')}
        </KeyButton>
        <KeyButton look="primary" onClick={() => draftId && void act({ draftId })}>
          {t('discard.yes')}
        </KeyButton>
      </DialogActions>
    </Dialog>
  )
}
