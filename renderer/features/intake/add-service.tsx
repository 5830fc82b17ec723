import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { ServicePicker } from './service-picker.tsx'

interface AddServiceProps {
  readonly opened: boolean
  onClose(): void
  onChoose(code: string): void
}

/** Any further service for the same family, whatever usually goes with the first; a second one of a kind is for another child. */
export function AddService({ opened, onClose, onChoose }: AddServiceProps) {
  const { t } = useTranslation('intake')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('add.title')} width={760}>
      {opened && <ServicePicker onChoose={onChoose} />}
    </Dialog>
  )
}
