import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { useFormat } from '../format.ts'

/** Somebody who is about to go, and what they go by. */
export interface Leaving {
  readonly kind: 'sign-out' | 'close'
  readonly unsent: OutputOf<'app.status'>['unsent']
  readonly go: () => void
}

interface LeavingDialogProps {
  readonly leaving: Leaving | null
  readonly onStay: () => void
}

/** How much is unsent, that it stays safe here, and both ways. */
export function LeavingDialog({ leaving, onStay }: LeavingDialogProps) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const go = () => {
    onStay()
    leaving?.go()
  }
  const { count, oldestAt } = leaving?.unsent ?? { count: 0, oldestAt: null }
  return (
    <Dialog
      opened={leaving !== null}
      onClose={onStay}
      title={t('leaving.title', { count, number: format.number(count) })}
      above
    >
      {leaving && (
        <>
          <p>
            {oldestAt && t('leaving.oldest', { time: format.when(oldestAt) })} {t(`leaving.${leaving.kind}.text`)}
          </p>
          <DialogActions>
            <KeyButton onClick={go}>{t(`leaving.${leaving.kind}.go`)}</KeyButton>
            <KeyButton look="primary" data-autofocus hint="Esc" onClick={onStay}>
              {t(`leaving.${leaving.kind}.stay`)}
            </KeyButton>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
