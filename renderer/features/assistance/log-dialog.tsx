import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { AssistanceForm } from '../../ui/assistance-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface LogDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Help at the counter goes into the log. */
export function LogDialog({ opened, onClose }: LogDialogProps) {
  const { t } = useTranslation('assistance')
  const known = useEngineQuery('region.units', {}, { enabled: opened }).data
  const saved = (count: number) => {
    onClose()
    showToast({ title: t('form.saved', { count }) })
  }
  return (
    // Opened when its form is there: what has the focus first is chosen as it opens.
    <Dialog opened={opened && known !== undefined} onClose={onClose} title={t('log')} width={680}>
      {opened && known && <AssistanceForm known={known} onSaved={saved} />}
    </Dialog>
  )
}
